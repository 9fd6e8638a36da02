package story_test

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat/test/vendor"
)

// refusalStories are about requests that are not, or not simply, a chat.
var refusalStories = []told{
	{name: "a bad signature is refused, and nothing is kept", tale: func(s *story) {
		for name, spoil := range map[string]func(*http.Request){
			"another key": func(r *http.Request) {
				vendor.StandardWebhooks("whsec_YW5vdGhlciBrZXkgdGhhbiBvdXJzLCAzMiBieXRlcyE=")(r.Header, vendor.NewChat("room", "lead").Body())
			},
			"another body": func(r *http.Request) {
				vendor.StandardWebhooks(s.shop.OwnFormat.Secrets[0].Value)(r.Header, []byte("{}"))
			},
			"no signature":        func(r *http.Request) { r.Header.Del("webhook-signature") },
			"an empty signature":  func(r *http.Request) { r.Header.Set("webhook-signature", "v1,") },
			"another event's id":  func(r *http.Request) { r.Header.Set("webhook-id", "msg_of_another_event") },
			"a moved timestamp":   func(r *http.Request) { r.Header.Set("webhook-timestamp", ago(0)) },
			"an old timestamp":    func(r *http.Request) { r.Header.Set("webhook-timestamp", ago(10*time.Minute)) },
			"Rocket.Chat's token": func(r *http.Request) { vendor.RocketChat(s.shop.RocketChat.Secrets[0].Value)(unsigned(r), nil) },
		} {
			s.refused(s.shopChat, vendor.NewChat("room", "lead"), name, spoil)
		}
		for name, spoil := range map[string]func(*http.Request){
			"another token": func(r *http.Request) { vendor.RocketChat("another-secret-token")(r.Header, nil) },
			"no token":      func(r *http.Request) { unsigned(r) },
			"an empty one":  func(r *http.Request) { vendor.RocketChat("")(r.Header, nil) },
			"two tokens":    func(r *http.Request) { r.Header.Add("X-RocketChat-Livechat-Token", "another-secret-token") },
		} {
			s.refused(s.rocketChat, vendor.NewRoom("room", "lead"), name, spoil)
		}
		s.is("what is kept", s.arrivals(s.shop.OwnFormat), nil)
		s.is("what is kept of Rocket.Chat", s.arrivals(s.shop.RocketChat), nil)
	}},

	{name: "a source that is not there is not found", tale: func(s *story) {
		elsewhere := s.shop
		elsewhere.OwnFormat.ID = "0198c0de-0000-7000-8000-000000000000"
		s.posts(elsewhere.OwnVendor(s.server), vendor.NewChat("room"), http.StatusNotFound)
	}},

	{name: "a body that breaks off is kept for a person, and mailed to nobody", tale: func(s *story) {
		body := vendor.NewChat("room", "lead").Body()
		answer := s.posts(s.shopChat, raw(body[:len(body)/2]), http.StatusUnprocessableEntity)
		if answer.Outcome != "needs_attention" || len(answer.Errors) == 0 {
			s.Errorf("answered %s, want problems to mend", answer)
		}
		s.is("what is kept", s.arrivals(s.shop.OwnFormat), []string{"needs_attention"})
		s.mailed(s.closes(vendor.NewChat("room", "lead")), "sales") // whole, it is a chat like any other
	}},

	{name: "everything that is wrong with a chat is named at once", tale: func(s *story) {
		answer := s.posts(s.shopChat, raw(`{"type":"chat.closed","conversation":{"id":""},"transcript":[{"at":"noon","role":"boss"}],
			"follow_up":{"extra_addresses":"lee@partner.example; not an address"}}`), http.StatusUnprocessableEntity)
		var fields []string
		for _, problem := range answer.Errors {
			fields = append(fields, problem.Field)
		}
		for _, field := range []string{"conversation.id", "closed_at", "transcript[0].at", "transcript[0].role", "follow_up.extra_addresses"} {
			if !strings.Contains(strings.Join(fields, " ")+" ", field+" ") {
				s.Errorf("the answer names %q, and not %s", fields, field)
			}
		}
		s.is("what is kept", s.arrivals(s.shop.OwnFormat), []string{"needs_attention"})
	}},

	{name: "a body that Rocket.Chat breaks is answered 200, for it would not come again, and kept for a person", tale: func(s *story) {
		body := vendor.NewRoom("room", "lead").Body()
		s.posts(s.rocketChat, raw(body[:len(body)/2]), http.StatusOK)
		s.posts(s.rocketChat, raw(`[]`), http.StatusOK)
		s.posts(s.rocketChat, raw(bytes.Replace(body, []byte(`"_id":"room",`), nil, 1)), http.StatusOK)
		s.is("what is kept", s.arrivals(s.shop.RocketChat), []string{"needs_attention", "needs_attention", "needs_attention"})
		s.mailed(s.closesRoom(vendor.NewRoom("room", "lead"), "room"), "sales")
	}},

	{name: "other events of Rocket.Chat are counted and passed over", tale: func(s *story) {
		for _, kind := range []string{"Message", "LivechatSessionTaken", "Message", "an event of tomorrow"} {
			room := vendor.NewRoom("room", "lead")
			room.Type = kind
			s.posts(s.rocketChat, room, http.StatusOK)
		}
		counts, err := s.scope.Ignored(s.Context(), s.shop.RocketChat.ID)
		if err != nil {
			s.Fatal(err)
		}
		got := map[string]int64{}
		for _, c := range counts {
			got[c.Type] = c.Count
		}
		if got["Message"] != 2 || got["LivechatSessionTaken"] != 1 || got["an event of tomorrow"] != 1 {
			s.Errorf("counted %v", got)
		}
		s.is("what is kept", s.arrivals(s.shop.RocketChat), nil)
	}},

	{name: "a test button is shown, and never mailed", tale: func(s *story) {
		s.posts(s.rocketChat, raw(vendor.TestButton()), http.StatusOK)
		s.is("what is kept", s.arrivals(s.shop.RocketChat), []string{"test"})
		answer := s.posts(s.shopChat, raw(`{"type":"test"}`), http.StatusOK)
		if answer.Outcome != "test" || answer.FollowUp != "" {
			s.Errorf("answered %s", answer)
		}
		s.is("what is kept", s.arrivals(s.shop.OwnFormat), []string{"test"})
	}},
}

// refused posts the event with its request spoilt, and expects that it is not let in.
func (s *story) refused(v *vendor.Vendor, e event, name string, spoil func(*http.Request)) {
	s.Helper()
	request, err := v.Request(s.Context(), e.Body())
	if err != nil {
		s.Fatal(err)
	}
	spoil(request)
	answer, err := vendor.Send(request)
	if err != nil || answer.Status != http.StatusUnauthorized {
		s.Errorf("with %s: answered %s, %v; want 401", name, answer, err)
	}
}

// unsigned takes all proof from a request and returns its header.
func unsigned(r *http.Request) http.Header {
	for name := range r.Header {
		if name != "Content-Type" {
			r.Header.Del(name)
		}
	}
	return r.Header
}

// ago is a moment as Standard Webhooks writes it. A signed one is moved by a second at least.
func ago(d time.Duration) string {
	return strconv.FormatInt(time.Now().Add(-d).Unix()-1, 10)
}
