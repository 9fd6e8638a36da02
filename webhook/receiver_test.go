package webhook_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

func TestAFinishedChatIsRecordedThenAnswered(t *testing.T) {
	f := newFakeRecorder(oneSource())
	w := post(newReceiver(f, nil), secret, strings.NewReader(" Sales\x00 "))
	if w.Code != http.StatusOK || w.Body.String() != "recorded" {
		t.Errorf("answered %d %q", w.Code, w.Body)
	}
	a := f.only(t)
	if a.Source.ID != sourceID || !a.ReceivedAt.Equal(evening) || string(a.Body) != " Sales\x00 " || a.Problem != "" || a.Event == nil {
		t.Fatalf("recorded %+v", a)
	}
	chat := a.Event.Chat
	if chat.Department != "Sales" {
		t.Errorf("the department is %q, want it clean", chat.Department)
	}
	if chat.CampaignID != "sales" || chat.SourceID != sourceID || chat.AccountID != "acme" || !chat.ReceivedAt.Equal(evening) {
		t.Errorf("the chat belongs to %q %q %q, received %v", chat.CampaignID, chat.SourceID, chat.AccountID, chat.ReceivedAt)
	}
}

func TestTheDayIsThatOfTheCampaignsZone(t *testing.T) {
	for body, want := range map[string]string{
		"sales":         "2026-03-05", // after midnight in Amsterdam
		"anything else": "2026-03-04", // a campaign whose zone nobody knows is in UTC
	} {
		f := newFakeRecorder(oneSource())
		post(newReceiver(f, nil), secret, strings.NewReader(body))
		if got := f.only(t).Day; got != want {
			t.Errorf("%s: the day is %s, want %s", body, got, want)
		}
	}
}

func TestWhatIsNotKept(t *testing.T) {
	bySignature := oneSource()
	bySignature.Vendor = "signed"
	unknownVendor := oneSource()
	unknownVendor.Vendor = "of tomorrow"
	large := strings.Repeat("a", 1<<20+1)
	for _, test := range []struct {
		name   string
		source postchat.Source
		method string
		path   string
		token  postchat.Secret
		body   string
		want   int
		answer string
	}{
		{"an unknown source is 404", oneSource(), "POST", "/hooks/other", secret, "x", 404, "there is no such source"},
		{"a GET is 405", oneSource(), "GET", "/hooks/my-shop", secret, "", 405, "only POST is answered here"},
		{"a HEAD is 405", oneSource(), "HEAD", "/hooks/my-shop", secret, "", 405, "only POST is answered here"},
		{"a PUT is 405", oneSource(), "PUT", "/hooks/my-shop", secret, "x", 405, "only POST is answered here"},
		{"a wrong token is 401 without a hint", oneSource(), "POST", "/hooks/my-shop", "hash", "x", 401, "unauthorized"},
		{"no token is 401 without a hint", oneSource(), "POST", "/hooks/my-shop", "", "x", 401, "unauthorized"},
		{"a wrong token with a large body is 401", oneSource(), "POST", "/hooks/my-shop", "hash", large, 401, "unauthorized"},
		{"a wrong signature is 401 without a hint", bySignature, "POST", "/hooks/my-shop", "", "sales hash", 401, "unauthorized"},
		{"a large body that would have to be signed is 413", bySignature, "POST", "/hooks/my-shop", "", large, 413, "the body is too large"},
		{"a vendor that nobody speaks is 503", unknownVendor, "POST", "/hooks/my-shop", secret, "x", 503, "nothing was recorded for sure; please send it again"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := newFakeRecorder(test.source)
			request := httptest.NewRequest(test.method, test.path, strings.NewReader(test.body))
			request.Header.Set("Token", test.token.Reveal())
			w := httptest.NewRecorder()
			newReceiver(f, nil).ServeHTTP(w, request)
			if w.Code != test.want || strings.TrimSpace(w.Body.String()) != test.answer {
				t.Errorf("answered %d %q, want %d %q", w.Code, w.Body, test.want, test.answer)
			}
			if allow := w.Header().Get("Allow"); (test.want == 405) != (allow == "POST") {
				t.Errorf("Allow is %q", allow)
			}
			if retry := w.Header().Get("Retry-After"); (test.want == 503) != (retry == "5") {
				t.Errorf("Retry-After is %q", retry)
			}
			f.none(t)
		})
	}
}

func TestAStrangersBodyIsNotEvenRead(t *testing.T) {
	body := &countingReader{}
	if w := post(newReceiver(newFakeRecorder(oneSource()), nil), "hash", body); w.Code != http.StatusUnauthorized {
		t.Errorf("answered %d", w.Code)
	}
	if body.bytes > 0 {
		t.Errorf("%d bytes of the body were read", body.bytes)
	}
}

// countingReader is a body without end.
type countingReader struct{ bytes int }

func (r *countingReader) Read(p []byte) (int, error) {
	r.bytes += len(p)
	return len(p), nil
}

func TestWhatTheStoreSaysIsPassedOn(t *testing.T) {
	for _, outcome := range []postchat.ArrivalOutcome{
		postchat.ArrivalRecorded, postchat.ArrivalDuplicate, postchat.ArrivalRevised, postchat.ArrivalTest, postchat.ArrivalNeedsAttention,
	} {
		f := newFakeRecorder(oneSource())
		f.record = func(context.Context, postchat.Arrival) (postchat.Recorded, error) {
			return postchat.Recorded{Outcome: outcome}, nil
		}
		if w := post(newReceiver(f, nil), secret, strings.NewReader("x")); w.Code != http.StatusOK || w.Body.String() != string(outcome) {
			t.Errorf("%s: answered %d %q", outcome, w.Code, w.Body)
		}
	}
}

func TestAFailureOfTheStoreClaimsNothing(t *testing.T) {
	broken := errors.New("disk full: secret path")
	for _, test := range []struct {
		name string
		set  func(*fakeRecorder)
	}{
		{"while it looks for the source", func(f *fakeRecorder) { f.hookSource = func(context.Context) error { return broken } }},
		{"while it commits", func(f *fakeRecorder) {
			f.record = func(context.Context, postchat.Arrival) (postchat.Recorded, error) { return postchat.Recorded{}, broken }
		}},
		{"while it commits, in words for people", func(f *fakeRecorder) {
			f.record = func(context.Context, postchat.Arrival) (postchat.Recorded, error) {
				return postchat.Recorded{}, postchat.NotFoundf("the source is gone")
			}
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := newFakeRecorder(oneSource())
			test.set(f)
			w := post(newReceiver(f, nil), secret, strings.NewReader("x"))
			if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") != "5" {
				t.Errorf("answered %d, Retry-After %q", w.Code, w.Header().Get("Retry-After"))
			}
			if strings.Contains(w.Body.String(), "disk") || strings.Contains(w.Body.String(), "gone") {
				t.Errorf("the answer shows the failure: %s", w.Body)
			}
		})
	}
}

func TestAnEventThatIsNotAboutAFinishedChatIsCounted(t *testing.T) {
	ignore := func(c *webhook.Config) {
		c.Adapters = []webhook.Adapter{plain{parse: func([]byte) (postchat.Event, error) {
			return postchat.Event{Type: "typing\n" + strings.Repeat("x", 200)}, postchat.ErrIgnored
		}}}
	}
	f := newFakeRecorder(oneSource())
	w := post(newReceiver(f, ignore), secret, strings.NewReader("x"))
	if w.Code != http.StatusOK || w.Body.String() != "ignored" {
		t.Errorf("answered %d %q", w.Code, w.Body)
	}
	if want := "my-shop typing " + strings.Repeat("x", 92) + "…"; len(f.ignored) != 1 || f.ignored[0] != want {
		t.Errorf("counted %q, want %q", f.ignored, want)
	}
	if len(f.arrivals) > 0 {
		t.Error("it was recorded")
	}

	f.countIgnored = func() error { return errors.New("disk full") }
	if w := post(newReceiver(f, ignore), secret, strings.NewReader("x")); w.Code != http.StatusOK {
		t.Errorf("answered %d where only the count failed", w.Code)
	}
}

func TestLogsHoldIdsAndNoContent(t *testing.T) {
	var log bytes.Buffer
	parse := func(body []byte) (postchat.Event, error) {
		switch string(body) {
		case "broken top-secret":
			return postchat.Event{}, postchat.Invalidf("visitor", "must be an object")
		case "panic top-secret":
			panic(string(body))
		}
		return postchat.Event{}, postchat.ErrIgnored
	}
	f := newFakeRecorder(oneSource())
	f.countIgnored = func() error { return errors.New("disk full") }
	h := newReceiver(f, func(c *webhook.Config) {
		c.Adapters = []webhook.Adapter{plain{parse: parse}}
		c.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	})
	for _, body := range []string{"broken top-secret", "panic top-secret", "ignored top-secret"} {
		post(h, secret, strings.NewReader(body))
	}
	post(h, "top-secret", strings.NewReader("top-secret"))
	if strings.Contains(log.String(), "top-secret") || strings.Contains(log.String(), secret.Reveal()) {
		t.Errorf("the log shows content or a secret:\n%s", &log)
	}
	for _, message := range []string{"webhook needs attention", "adapter panicked", "ignored event not counted", "webhook is not authentic"} {
		if !strings.Contains(log.String(), `msg="`+message+`" source_id=my-shop`) {
			t.Errorf("the log has no %q with the source:\n%s", message, &log)
		}
	}
}

func TestACallerThatGoesAwayDoesNotStopTheCommit(t *testing.T) {
	gone, leave := context.WithCancel(context.Background())
	f := newFakeRecorder(oneSource())
	var during error
	f.record = func(ctx context.Context, _ postchat.Arrival) (postchat.Recorded, error) {
		leave()
		during = ctx.Err()
		if _, limited := ctx.Deadline(); !limited {
			t.Error("the commit has no time limit")
		}
		return postchat.Recorded{Outcome: postchat.ArrivalRecorded}, nil
	}
	request := httptest.NewRequest(http.MethodPost, "/hooks/my-shop", strings.NewReader("x")).WithContext(gone)
	request.Header.Set("Token", secret.Reveal())
	w := httptest.NewRecorder()
	newReceiver(f, nil).ServeHTTP(w, request)
	if gone.Err() == nil || during != nil || w.Code != http.StatusOK {
		t.Errorf("the commit's context says %v, answered %d", during, w.Code)
	}
}

func TestACommitThatTakesTooLongIsGivenUp(t *testing.T) {
	f := newFakeRecorder(oneSource())
	f.record = func(ctx context.Context, _ postchat.Arrival) (postchat.Recorded, error) {
		<-ctx.Done()
		return postchat.Recorded{}, ctx.Err()
	}
	h := newReceiver(f, func(c *webhook.Config) { c.RecordTimeout = time.Millisecond })
	if w := post(h, secret, strings.NewReader("x")); w.Code != http.StatusServiceUnavailable {
		t.Errorf("answered %d", w.Code)
	}
}
