package graph_test

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

const sendTest = `mutation($input: SendTestMailInput!) { sendTestMail(input: $input) { testMail {
	id state words transport subject sentBy recipient { email } followUp { number } settledAt content { plain header { name value } }
} } }`

// tested is what the tests ask of a test mail.
type tested struct {
	SendTestMail struct{ TestMail testMail }
}

type testMail struct {
	ID, State, Words, Transport, Subject, SentBy, Source string
	Recipient                                            struct{ Email string }
	FollowUp                                             *struct{ Number int }
	SettledAt                                            *time.Time
	Content                                              struct {
		Plain  string
		Header []struct{ Name, Value string }
	}
}

func TestATestMailGoesToOneAddressAndCountsNowhere(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		closed := record(t, store, s.Arrival(s.Close("room-1", "lead"), "1"))
		before, err := s.Scope.FollowUp(t.Context(), closed.FollowUpID)
		if err != nil {
			t.Fatal(err)
		}
		var handed postchat.TestMail
		a.hand = func(m *postchat.TestMail) { handed = *m }
		var got tested
		a.must(&got, sendTest, object{"input": object{
			"mail": object{"followUp": closed.FollowUpID, "settings": object{"intro": "Unsaved"}}, "to": "Dana <dana@acme.example>", "idempotencyKey": "1",
		}})
		m := got.SendTestMail.TestMail
		if m.State != "ACCEPTED" || m.Words != "250 taken" || m.Transport != "smtp" || m.SentBy != "Dana's script" || m.SettledAt == nil || m.FollowUp.Number != 1 {
			t.Errorf("the test mail is %+v", m)
		}
		if m.Subject != "Test: [lead] Chat with Ines Moreau · Acme website #1" || m.Recipient.Email != "dana@acme.example" {
			t.Errorf("it is %q to %s", m.Subject, m.Recipient.Email)
		}
		for _, want := range []string{"This is a test. It went to dana@acme.example alone", "  Unsaved\n", "Sales <sales@acme.example>: the code lead was given"} {
			if !strings.Contains(m.Content.Plain, want) {
				t.Errorf("it does not say %q:\n%s", want, m.Content.Plain)
			}
		}
		if source := string(handed.Source); !strings.Contains(source, "\r\nTo: Dana <dana@acme.example>\r\n") || handed.From != "postchat@acme.example" {
			t.Errorf("handed over was, from %s,\n%s", handed.From, source)
		}
		after, err := s.Scope.FollowUp(t.Context(), closed.FollowUpID)
		if err != nil || after.Version != before.Version || after.State != before.State {
			t.Errorf("the follow-up is %+v now, %v", after, err)
		}
		if mails, err := s.Scope.Mails(t.Context(), closed.FollowUpID); err != nil || len(mails) != 0 {
			t.Errorf("the follow-up has %d mails, %v", len(mails), err)
		}
		stores.Balanced(t, s.Scope)

		var later struct{ TestMail testMail }
		a.must(&later, `query($id: ID!) { testMail(id: $id) { id state words source } }`, object{"id": m.ID})
		if later.TestMail.State != "ACCEPTED" || later.TestMail.Words != m.Words || later.TestMail.Source != string(handed.Source) {
			t.Errorf("asked for later it is %+v", later.TestMail)
		}
	})
}

func TestUnderOneKeyOneTestMailIsSent(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		var handed atomic.Int32
		a.hand = func(m *postchat.TestMail) {
			handed.Add(1)
			m.Settle(postchat.DeliveryUncertain, "the line went dead", m.SettledAt)
		}
		input := object{"mail": object{"campaign": s.ID}, "to": "dana@acme.example", "idempotencyKey": "1"}
		var first, again tested
		a.must(&first, sendTest, object{"input": input})
		a.must(&again, sendTest, object{"input": input})
		if one, two := first.SendTestMail.TestMail, again.SendTestMail.TestMail; one.ID != two.ID || two.State != "UNCERTAIN" || two.Words != "the line went dead" {
			t.Errorf("first %+v, then %+v", one, two)
		}
		var asking sync.WaitGroup
		for range 5 {
			asking.Go(func() {
				a.ask(nil, sendTest, object{"input": object{"mail": object{"campaign": s.ID}, "to": "dana@acme.example", "idempotencyKey": "2"}})
			})
		}
		asking.Wait()
		other := object{"mail": object{"campaign": s.ID}, "to": "zoe@acme.example", "idempotencyKey": "1"}
		a.refused(sendTest, object{"input": other}, "CONFLICT input.idempotencyKey")
		if n := handed.Load(); n != 2 {
			t.Errorf("%d were handed over under two keys", n)
		}
	})
}

func TestTestMailsHaveLimits(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		key := 0
		input := func() object {
			key++
			return object{"mail": object{"campaign": s.ID}, "to": "dana@acme.example", "idempotencyKey": fmt.Sprint(key)}
		}
		for range postchat.TestMailsAnHour {
			a.must(nil, sendTest, object{"input": input()})
		}
		a.refused(sendTest, object{"input": input()}, "CONFLICT")
		clock.Move(61 * time.Minute)
		a.must(nil, sendTest, object{"input": input()})

		a.must(nil, `mutation($input: UpdateSendingLimitsInput!) { updateSendingLimits(input: $input) { campaign { id } } }`,
			object{"input": object{"campaign": s.ID, "mailLimit": 2}})
		a.must(nil, sendTest, object{"input": input()})
		a.refused(sendTest, object{"input": input()}, "CONFLICT")
	})
}

func TestALimitHoldsWhereManyAskAtOnce(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		var handed atomic.Int32
		a.hand = func(*postchat.TestMail) { handed.Add(1) }
		var asking sync.WaitGroup
		for i := range 2 * postchat.TestMailsAnHour {
			asking.Go(func() {
				a.ask(nil, sendTest, object{"input": object{
					"mail": object{"campaign": s.ID}, "to": "dana@acme.example", "idempotencyKey": fmt.Sprint(i),
				}})
			})
		}
		asking.Wait()
		if n := handed.Load(); n != postchat.TestMailsAnHour {
			t.Errorf("%d were handed over, of at most %d", n, postchat.TestMailsAnHour)
		}
	})
}

func TestATestMailWhoseServerStoppedIsUncertain(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		lost := &postchat.TestMail{
			ID: postchat.NewID(clock.Now()), CampaignID: s.ID, State: postchat.DeliverySending,
			Recipient: postchat.Address{Email: "dana@acme.example"}, Source: []byte("x"),
		}
		if err := s.Scope.AddTestMail(t.Context(), lost); err != nil {
			t.Fatal(err)
		}
		state := func() string {
			var got struct{ TestMail *testMail }
			a.ask(&got, `query($id: ID!) { testMail(id: $id) { state } }`, object{"id": lost.ID})
			if got.TestMail == nil {
				return ""
			}
			return got.TestMail.State
		}
		if got := state(); got != "SENDING" {
			t.Errorf("at first it is %s", got)
		}
		clock.Move(2 * time.Minute)
		if got := state(); got != "UNCERTAIN" {
			t.Errorf("after two minutes it is %s", got)
		}
		clock.Move(31 * 24 * time.Hour)
		a.must(nil, sendTest, object{"input": object{"mail": object{"campaign": s.ID}, "to": "dana@acme.example", "idempotencyKey": "2"}})
		if got := state(); got != "" {
			t.Errorf("after a month it is %s", got)
		}
	})
}

func TestBadTestMailsNameTheFieldAtFault(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		sample := object{"campaign": s.ID}
		for _, test := range []struct {
			input object
			want  string
		}{
			{object{"mail": sample, "idempotencyKey": "1"}, "INVALID input.to"}, // a token has no address of its own
			{object{"mail": sample, "to": "a@acme.example; b@acme.example", "idempotencyKey": "1"}, "INVALID input.to"},
			{object{"mail": sample, "to": "a@acme.example", "idempotencyKey": ""}, "INVALID input.idempotencyKey"},
			{object{"mail": object{"campaign": "x"}, "to": "a@acme.example", "idempotencyKey": "1"}, "NOT_FOUND input.mail.campaign"},
			{object{"mail": object{"campaign": s.ID, "settings": object{"subject": "{x}"}}, "to": "a@acme.example", "idempotencyKey": "1"}, "INVALID input.mail.settings.subject"},
		} {
			a.refused(sendTest, object{"input": test.input}, test.want)
		}
	})
}
