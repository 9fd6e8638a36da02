package webhook_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// asked is a receiver's handler of questions, at a clock.
func asked(f *fakeRecorder, now *time.Time, decide webhook.Decider) http.Handler {
	r := webhook.NewReceiver(webhook.Config{
		Recorder: f, Adapters: []webhook.Adapter{plain{}, unsigned{}}, Now: func() time.Time { return *now },
	})
	mux := http.NewServeMux()
	mux.Handle("/hooks/{source}/can-close", r.Closing(decide))
	mux.Handle("/hooks/{source}/{token}/can-close", r.Closing(decide))
	return mux
}

// ask posts a question whether a conversation may be closed.
func ask(h http.Handler, method, path string, token postchat.Secret, body string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(method, path, strings.NewReader(body))
	request.Header.Set("Token", token.Reveal())
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request)
	return w
}

const closingPath = "/hooks/" + sourceID + "/can-close"

// canClose is the one member of an answer that a caller must look at.
func canClose(t *testing.T, w *httptest.ResponseRecorder) bool {
	t.Helper()
	var answer struct {
		CanClose *bool `json:"can_close"`
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || answer.CanClose == nil {
		t.Fatalf("%d %s does not say whether it may be closed: %v", w.Code, w.Body, err)
	}
	return *answer.CanClose
}

func TestAVendorAsksBeforeItCloses(t *testing.T) {
	f := newFakeRecorder(oneSource())
	var got postchat.Chat
	h := asked(f, &evening, func(_ context.Context, chat postchat.Chat) (postchat.CloseAnswer, error) {
		got = chat
		return postchat.CloseAnswer{Rule: "code_required", Reason: "Pick one."}, nil
	})
	w := ask(h, http.MethodPost, closingPath, secret, `{"conversation":{"id":"conv-1"},"codes":["lead\u0000"],"closed_by":"operator","department":" Sales ","inbox":"web","page":"https://shop.example"}`)
	if w.Code != http.StatusOK || strings.TrimSpace(w.Body.String()) != `{"can_close":false,"rule":"code_required","reason":"Pick one."}` {
		t.Errorf("answered %d %s", w.Code, w.Body)
	}
	want := postchat.Chat{
		AccountID: "acme", SourceID: sourceID, ConversationID: "conv-1", Codes: []string{"lead"}, ClosedBy: postchat.RoleOperator,
		Department: "Sales", Inbox: "web", Page: "https://shop.example",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("asked about %+v", got)
	}
	f.none(t)
}

func TestWhateverIsWrongNobodyIsKeptInAChat(t *testing.T) {
	refuse := func(context.Context, postchat.Chat) (postchat.CloseAnswer, error) {
		return postchat.CloseAnswer{Rule: "code_required", Reason: "Pick one."}, nil
	}
	const good = `{"conversation":{"id":"conv-1"}}`
	for _, test := range []struct {
		name, method, source string
		token                postchat.Secret
		body                 string
		decide               webhook.Decider
		want                 int
	}{
		{"a GET", http.MethodGet, sourceID, secret, "", refuse, 405},
		{"an unknown source", http.MethodPost, "other", secret, good, refuse, 404},
		{"a wrong token", http.MethodPost, sourceID, "hash", good, refuse, 401},
		{"no JSON", http.MethodPost, sourceID, secret, "lead", refuse, 422},
		{"codes that are no list", http.MethodPost, sourceID, secret, `{"conversation":{"id":"conv-1"},"codes":"lead"}`, refuse, 422},
		{"somebody who closes nothing", http.MethodPost, sourceID, secret, `{"conversation":{"id":"conv-1"},"closed_by":"agent"}`, refuse, 422},
		{"a body that is too large", http.MethodPost, sourceID, secret, `{"x":"` + strings.Repeat("x", 64<<10) + `"}`, refuse, 413},
		{"a question that breaks a rule", http.MethodPost, sourceID, secret, `{}`, func(context.Context, postchat.Chat) (postchat.CloseAnswer, error) {
			return postchat.CloseAnswer{}, postchat.Invalidf("conversation.id", "must not be empty")
		}, 422},
		{"a fault of ours", http.MethodPost, sourceID, secret, good, func(context.Context, postchat.Chat) (postchat.CloseAnswer, error) {
			return postchat.CloseAnswer{}, errors.New("the database is away")
		}, 200},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := newFakeRecorder(oneSource())
			w := ask(asked(f, &evening, test.decide), test.method, "/hooks/"+test.source+"/can-close", test.token, test.body)
			if w.Code != test.want || !canClose(t, w) {
				t.Errorf("answered %d %s, want %d", w.Code, w.Body, test.want)
			}
			if strings.Contains(w.Body.String(), "database") {
				t.Errorf("the answer shows the fault: %s", w.Body)
			}
			f.none(t)
		})
	}
}

func TestAnAnswerThatTakesTooLongIsNotWaitedFor(t *testing.T) {
	h := asked(newFakeRecorder(oneSource()), &evening, func(ctx context.Context, _ postchat.Chat) (postchat.CloseAnswer, error) {
		if _, bounded := ctx.Deadline(); !bounded {
			t.Error("nothing ends the search for an answer")
		}
		return postchat.CloseAnswer{}, context.DeadlineExceeded
	})
	w := ask(h, http.MethodPost, closingPath, secret, `{"conversation":{"id":"conv-1"}}`)
	if w.Code != http.StatusOK || !canClose(t, w) {
		t.Errorf("answered %d %s", w.Code, w.Body)
	}
}

func TestASourceThatAsksTooOftenIsToldToWait(t *testing.T) {
	now := evening
	h := asked(newFakeRecorder(oneSource()), &now, func(context.Context, postchat.Chat) (postchat.CloseAnswer, error) {
		return postchat.CloseAnswer{Rule: "code_required"}, nil
	})
	question := func() *httptest.ResponseRecorder {
		return ask(h, http.MethodPost, closingPath, secret, `{"conversation":{"id":"conv-1"}}`)
	}
	for i := range 100 {
		if w := question(); w.Code != http.StatusOK {
			t.Fatalf("question %d is answered with %d", i+1, w.Code)
		}
	}
	if w := question(); w.Code != http.StatusTooManyRequests || !canClose(t, w) || w.Header().Get("Retry-After") != "1" {
		t.Errorf("the next is answered with %d, %v", w.Code, w.Header())
	}
	now = now.Add(time.Second)
	if w := question(); w.Code != http.StatusOK {
		t.Errorf("a second later it is answered with %d", w.Code)
	}
}

func TestAVendorWithATokenInItsAddressAsksThere(t *testing.T) {
	source := oneSource()
	source.Vendor = "unsigned"
	h := asked(newFakeRecorder(source), &evening, func(context.Context, postchat.Chat) (postchat.CloseAnswer, error) {
		return postchat.CloseAnswer{Rule: "code_required"}, nil
	})
	const question = `{"conversation":{"id":"conv-1"}}`
	if w := ask(h, http.MethodPost, "/hooks/"+sourceID+"/"+secret.Reveal()+"/can-close", "", question); w.Code != http.StatusOK || canClose(t, w) {
		t.Errorf("answered %d %s", w.Code, w.Body)
	}
	if w := ask(h, http.MethodPost, closingPath, secret, question); w.Code != http.StatusUnauthorized {
		t.Errorf("without the token in the address it is answered with %d", w.Code)
	}
}
