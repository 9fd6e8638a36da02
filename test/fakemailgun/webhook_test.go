package fakemailgun_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/mailgun/mailgun-go/v4"
	"github.com/mailgun/mailgun-go/v4/events"

	"github.com/postchat/postchat/test/fakemailgun"
)

// verified reads a webhook's body as a receiver with the real client does.
func verified(t *testing.T, s *fakemailgun.Server, body []byte) (mailgun.WebhookPayload, bool) {
	t.Helper()
	var payload mailgun.WebhookPayload
	if err := json.Unmarshal(body, &payload); err != nil {
		t.Fatal(err)
	}
	ok, err := client(t, s).VerifyWebhookSignature(payload.Signature)
	if err != nil {
		t.Fatal(err)
	}
	return payload, ok
}

func TestAWebhookIsSignedAsMailgunSigns(t *testing.T) {
	s, c := history(t)
	payload, ok := verified(t, s, s.Webhook(s.Bounce(s.Accepted()[0], 550, "no such user")).Body())
	if !ok {
		t.Error("the signature does not fit")
	}
	sig := payload.Signature
	if sig.TimeStamp != "1772355603" || len(sig.Token) != 50 || len(sig.Signature) != 64 || c.Now().Unix() != 1772355603 {
		t.Errorf("signature: %+v", sig)
	}
	e, err := mailgun.ParseEvent(payload.EventData)
	if err != nil {
		t.Fatal(err)
	}
	failed, ok := e.(*events.Failed)
	if !ok || failed.DeliveryStatus.Message != "no such user" || failed.Recipient != "to1@example.com" ||
		failed.Message.Headers.MessageID != "chat-1@example.org" {
		t.Errorf("event: %+v", e)
	}
}

func TestEachWebhookHasATokenOfItsOwn(t *testing.T) {
	s, _ := history(t)
	e := s.Deliver(s.Accepted()[0])
	if a, b := s.Webhook(e), s.Webhook(e); a.Signature.Token == b.Signature.Token || a.Event.ID != b.Event.ID {
		t.Errorf("%+v and %+v", a, b)
	}
}

func TestWebhooksCanBeForgedInEveryWay(t *testing.T) {
	s, c := history(t)
	good := s.Webhook(s.Deliver(s.Accepted()[0]))
	bounce := s.Bounce(s.Accepted()[1], 550, "forged")
	for _, tt := range []struct {
		name     string
		w        fakemailgun.Webhook
		verifies bool
		stamp    int // length of the timestamp
		event    string
	}{
		{"as it should be", good, true, 10, "delivered"},
		{"with another key", fakemailgun.SignedBy("other", good.Event, c.Now()), false, 10, "delivered"},
		{"long ago", s.WebhookAt(good.Event, c.Now().Add(-72*time.Hour)), true, 10, "delivered"},
		{"with the event exchanged", good.WithEvent(bounce), true, 10, "failed"},
		{"with the border moved right", good.ShiftBorder(2), true, 12, "delivered"},
		{"with the border moved left", good.ShiftBorder(-1), true, 9, "delivered"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			payload, ok := verified(t, s, tt.w.Body())
			if ok != tt.verifies || len(payload.Signature.TimeStamp) != tt.stamp ||
				len(payload.Signature.TimeStamp)+len(payload.Signature.Token) != 60 {
				t.Errorf("verifies: %t; %+v", ok, payload.Signature)
			}
			e, err := mailgun.ParseEvent(payload.EventData)
			if err != nil || e.GetName() != tt.event {
				t.Errorf("event: %v, %v", e, err)
			}
		})
	}
}

func TestPostingTellsTheStatusOfTheAnswer(t *testing.T) {
	s, _ := history(t)
	e := s.Deliver(s.Accepted()[0])
	bodies := make(chan string, 3)
	receiver := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || r.Method != http.MethodPost || r.Header.Get("Content-Type") != "application/json" {
			t.Errorf("%s %v %v", r.Method, r.Header, err)
		}
		bodies <- string(body)
		if r.URL.Path == "/moved" {
			http.Redirect(w, r, "/", http.StatusFound)
			return
		}
		w.WriteHeader(http.StatusNotAcceptable)
	}))
	defer receiver.Close()
	w := s.Webhook(e)
	for range 2 {
		if status, err := w.Post(guarded(t), receiver.URL); status != 406 || err != nil {
			t.Errorf("%d, %v", status, err)
		}
	}
	if first, second := <-bodies, <-bodies; first != second || !strings.Contains(first, `"event-data"`) {
		t.Errorf("a replay differs: %s and %s", first, second)
	}
	if status, err := s.Post(guarded(t), receiver.URL+"/moved", e); status != 302 || err != nil {
		t.Errorf("%d, %v", status, err)
	}
	receiver.Close()
	if _, err := w.Post(guarded(t), receiver.URL); err == nil {
		t.Error("posting to nobody did not fail")
	}
}

func TestVariablesAreAnEmptyListWhereThereAreNone(t *testing.T) {
	s := fakemailgun.Start(t)
	if _, err := send(t, s, "a@example.org", "x@example.com"); err != nil {
		t.Fatal(err)
	}
	if body := string(s.Webhook(s.Deliver(only(t, s.Accepted()))).Body()); !strings.Contains(body, `"user-variables":[]`) {
		t.Error(body)
	}
}
