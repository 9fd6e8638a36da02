package mailgun

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
)

func TestWhatAnEventTells(t *testing.T) {
	for _, c := range []struct {
		name, event string
		state       postchat.DeliveryState
		words       string
	}{
		{"Mailgun has the mail", `"event":"accepted"`, postchat.DeliveryAccepted, "Mailgun has accepted it"},
		{"Mailgun would not have the mail", `"event":"rejected","reject":{"reason":"Sandbox subdomains are for test purposes only","description":"add them to authorized recipients"}`,
			postchat.DeliveryBlocked, "Mailgun rejected it: Sandbox subdomains are for test purposes only: add them to authorized recipients"},
		{"Mailgun would not and does not say why", `"event":"rejected"`, postchat.DeliveryBlocked, "Mailgun rejected it: no reason given"},
		{"the recipient's server took it", `"event":"delivered","delivery-status":{"code":250,"message":"OK","description":"","mx-host":"mx.acme.example"}`,
			postchat.DeliveryDelivered, "250 OK (mx.acme.example)"},
		{"the recipient's server took it without a word", `"event":"delivered"`, postchat.DeliveryDelivered, "delivered"},
		{"the recipient complained", `"event":"complained"`, postchat.DeliveryComplained, "the recipient called it spam"},

		{"the server wants it later", `"event":"failed","severity":"temporary","reason":"generic","delivery-status":{"code":451,"message":"4.7.1 Greylisted, try again","mx-host":"mx.acme.example"}`,
			postchat.DeliveryDelayed, "451 4.7.1 Greylisted, try again (mx.acme.example)"},
		{"the provider blocks for now", `"event":"failed","severity":"temporary","reason":"espblock","delivery-status":{"code":421,"message":"4.7.0 slow down"}`,
			postchat.DeliveryDelayed, "421 4.7.0 slow down"},

		{"there is no such user", `"event":"failed","severity":"permanent","reason":"bounce","delivery-status":{"code":550,"enhanced-code":"5.1.1","message":"No such user","mx-host":"mx.acme.example"}`,
			postchat.DeliveryBounced, "550 5.1.1 No such user (mx.acme.example)"},
		{"there is no such user, in words that have the code already", `"event":"failed","severity":"permanent","reason":"hardfail","delivery-status":{"code":550,"enhanced-code":"5.1.1","message":"550 5.1.1 No such user"}`,
			postchat.DeliveryBounced, "550 5.1.1 No such user"},
		{"a bounce came back later", `"event":"failed","severity":"permanent","reason":"generic","flags":{"is-delayed-bounce":true},"delivery-status":{"code":550,"message":"smtp; The account does not exist"}`,
			postchat.DeliveryBounced, "sent back after it was taken: 550 smtp; The account does not exist"},
		{"Mailgun cannot tell the server's refusal apart", `"event":"failed","severity":"permanent","reason":"generic","delivery-status":{"code":554,"message":"5.3.4 too big"}`,
			postchat.DeliveryBounced, "554 5.3.4 too big"},
		{"the domain has no mail server", `"event":"failed","severity":"permanent","reason":"generic","delivery-status":{"code":498,"message":"No MX for acme.example"}`,
			postchat.DeliveryFailed, "498 No MX for acme.example"},
		{"the address bounced before", `"event":"failed","severity":"permanent","reason":"suppress-bounce","delivery-status":{"code":605,"message":"","description":"Not delivering to previously bounced address"}`,
			postchat.DeliveryBlocked, "Mailgun: 605 Not delivering to previously bounced address"},
		{"the address complained before", `"event":"failed","severity":"permanent","reason":"suppress-complaint","delivery-status":{"code":607,"description":"Not delivering to a user who marked your messages as spam"}`,
			postchat.DeliveryBlocked, "Mailgun: 607 Not delivering to a user who marked your messages as spam"},
		{"the address unsubscribed before", `"event":"failed","severity":"permanent","reason":"suppress-unsubscribe"`,
			postchat.DeliveryBlocked, "Mailgun: suppress-unsubscribe"},
		{"the address is suppressed for a reason of another name", `"event":"failed","severity":"permanent","reason":"suppress-gone","delivery-status":{"code":606,"message":"Not delivering"}`,
			postchat.DeliveryBlocked, "Mailgun: 606 Not delivering"},
		{"the provider blocks the sender", `"event":"failed","severity":"permanent","reason":"espblock","delivery-status":{"code":554,"message":"5.7.1 see https://mx.acme.example/why"}`,
			postchat.DeliveryBlocked, "554 5.7.1 see https://mx.acme.example/why"},
		{"Mailgun gave up", `"event":"failed","severity":"permanent","reason":"old","delivery-status":{"code":602,"message":"Too old","description":"4.2.2 mailbox full"}`,
			postchat.DeliveryFailed, "Mailgun: 602 Too old: 4.2.2 mailbox full"},
		{"Mailgun does not say how bad it is", `"event":"failed","reason":"generic"`, postchat.DeliveryFailed, "Mailgun: generic"},
		{"Mailgun says nothing but that it failed", `"event":"failed"`, postchat.DeliveryFailed, "Mailgun: no reason given"},

		{"somebody read the mail", `"event":"opened"`, postchat.DeliveryAccepted, "Mailgun tells of it: opened"},
		{"a member has another type than it should", `"event":"failed","severity":"permanent","reason":"bounce","delivery-status":{"code":"550","message":"no such user"}`,
			postchat.DeliveryBounced, "no such user"},
		{"the key is in the words", `"event":"failed","severity":"permanent","reason":"bounce","delivery-status":{"code":550,"message":"key-123456\r\nis bad\u0000"}`,
			postchat.DeliveryBounced, "550 [secret] is bad"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, err := parseEvent([]byte(`{` + c.event + `}`))
			if err != nil {
				t.Fatal(err)
			}
			if got := e.report("key-123456"); got.State != c.state || got.Words != c.words {
				t.Errorf("got  %s: %q\nwant %s: %q", got.State, got.Words, c.state, c.words)
			}
		})
	}
}

func TestWhatAnEventIsAbout(t *testing.T) {
	at := time.Date(2026, 11, 25, 9, 0, 0, 250_000_000, time.UTC)
	for _, c := range []struct {
		name, event string
		want        delivery.Event
	}{
		{"our key and all that Mailgun knows", `"user-variables":{"postchat-delivery":"d-1"},"recipient":"sales@acme.example","timestamp":1795597200.25,"message":{"headers":{"message-id":"m-1@mg.example.com"}}`,
			delivery.Event{DeliveryID: "d-1", MessageID: "m-1@mg.example.com", ProviderID: "m-1@mg.example.com", Recipient: "sales@acme.example", At: at}},
		{"no variables", `"user-variables":[],"recipient":"sales@acme.example"`, delivery.Event{Recipient: "sales@acme.example"}},
		{"somebody else's variables", `"user-variables":{"postchat-delivery":7,"order":"8"}`, delivery.Event{}},
		{"no recipient but the mail's only one", `"message":{"recipients":["sales@acme.example"]}`, delivery.Event{Recipient: "sales@acme.example"}},
		{"no recipient and two of the mail's", `"message":{"recipients":["sales@acme.example","nights@acme.example"]}`, delivery.Event{}},
		{"a time before all times", `"timestamp":-1`, delivery.Event{}},
		{"a time that no clock shows", `"timestamp":1e300`, delivery.Event{}},
		{"bytes that no database takes", `"recipient":"sales\u0000@acme.example","message":{"headers":{"message-id":"m\u00001\n"}},"user-variables":{"postchat-delivery":"d\u0000"}`,
			delivery.Event{DeliveryID: "d", MessageID: "m1", ProviderID: "m1", Recipient: "sales@acme.example"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, err := parseEvent([]byte(`{"event":"accepted",` + c.event + `}`))
			if err != nil {
				t.Fatal(err)
			}
			got := e.report()
			got.State, got.Words = "", ""
			if got != c.want {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

func TestWhatIsNoEvent(t *testing.T) {
	for _, text := range []string{``, `null`, `[]`, `"accepted"`, `7`, `{"event":7}`, `{"event":"accepted"`, strings.Repeat(`[`, 20_000)} {
		if e, err := parseEvent([]byte(text)); err == nil && e.tells() {
			t.Errorf("%.20s is taken for %+v", text, e)
		}
	}
}

func FuzzEvent(f *testing.F) {
	f.Add([]byte(`{"event":"failed","severity":"permanent","timestamp":1795597200.25,"delivery-status":{"code":550,"message":"no"},"user-variables":{"postchat-delivery":"d"}}`))
	f.Add([]byte(`{"event":"rejected","message":{"recipients":["a@acme.example"]},"reject":{"reason":"\ud800\u0000"},"user-variables":[]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		e, err := parseEvent(raw)
		if err != nil {
			return
		}
		got := e.report("key")
		if !postchat.DeliveryQueued.Forward(got.State) || utf8.RuneCountInString(got.Words) > delivery.MaxWords {
			t.Errorf("%s: %q", got.State, got.Words)
		}
		for _, text := range []string{got.DeliveryID, got.MessageID, got.Recipient, got.Words} {
			if text != postchat.CleanLine(text) {
				t.Errorf("%q is not clean", text)
			}
		}
		if !got.At.IsZero() && (got.At.Year() < 1970 || got.At.Year() > 2300) {
			t.Errorf("at %v", got.At)
		}
	})
}
