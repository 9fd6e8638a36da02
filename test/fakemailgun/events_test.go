package fakemailgun_test

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mailgun/mailgun-go/v4"
	"github.com/mailgun/mailgun-go/v4/events"

	"github.com/postchat/postchat/test/fakemailgun"
)

// found asks with the real client and reads all pages.
func found(t *testing.T, s *fakemailgun.Server, opts mailgun.ListEventOptions) []mailgun.Event {
	t.Helper()
	list, err := ask(t, s, opts)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func ask(t *testing.T, s *fakemailgun.Server, opts mailgun.ListEventOptions) ([]mailgun.Event, error) {
	t.Helper()
	it := client(t, s).ListEvents(&opts)
	var all, page []mailgun.Event
	for it.Next(guarded(t), &page) {
		all = append(all, page...)
	}
	return all, it.Err()
}

// names shows events as "type recipient".
func names(list []mailgun.Event) []string {
	var got []string
	for _, e := range list {
		recipient := ""
		switch e := e.(type) {
		case *events.Accepted:
			recipient = e.Recipient
		case *events.Delivered:
			recipient = e.Recipient
		case *events.Failed:
			recipient = e.Severity + " " + e.Recipient
		case *events.Complained:
			recipient = e.Recipient
		}
		got = append(got, e.GetName()+" "+recipient)
	}
	return got
}

func expect(t *testing.T, list []mailgun.Event, want ...string) {
	t.Helper()
	if got := names(list); !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// history is a server where a second passes between two events of three mails to two recipients each.
func history(t *testing.T, opts ...fakemailgun.Option) (*fakemailgun.Server, *clock) {
	t.Helper()
	c := newClock()
	s := fakemailgun.Start(t, append(opts, fakemailgun.WithClock(c.Now))...)
	for i := 1; i <= 3; i++ {
		m := mimeMail(fmt.Sprintf("chat-%d@example.org", i), fmt.Sprintf("to%d@example.com", i))
		if err := m.AddTag("postchat", fmt.Sprintf("delivery-%d", i)); err != nil {
			t.Fatal(err)
		}
		if err := m.AddVariable("delivery", fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
		if _, _, err := client(t, s).Send(guarded(t), m); err != nil {
			t.Fatal(err)
		}
		c.Add(time.Second)
	}
	return s, c
}

func TestEventsAreFoundByFilter(t *testing.T) {
	s, c := history(t)
	mails := s.Accepted()
	begin := c.Now().Add(-time.Hour)
	s.Deliver(mails[0])
	c.Add(time.Second)
	s.Delay(mails[1], 451, "try later")
	c.Add(time.Second)
	s.Bounce(mails[1], 550, "no such user here")
	c.Add(time.Second)
	s.Complain(mails[0])
	for _, tt := range []struct {
		name   string
		filter map[string]string
		want   []string
	}{
		{"nothing", nil, []string{
			"accepted to1@example.com", "accepted to2@example.com", "accepted to3@example.com", "delivered to1@example.com",
			"failed temporary to2@example.com", "failed permanent to2@example.com", "complained to1@example.com",
		}},
		{"the message id", map[string]string{"message-id": "chat-1@example.org"},
			[]string{"accepted to1@example.com", "delivered to1@example.com", "complained to1@example.com"}},
		{"a message id that nobody has", map[string]string{"message-id": "chat-9@example.org"}, nil},
		{"a message id in angle brackets, which the expression takes for something else",
			map[string]string{"message-id": "<chat-1@example.org>"}, nil},
		{"recipient and one event", map[string]string{"recipient": "TO1@example.com", "event": "accepted"}, []string{"accepted to1@example.com"}},
		{"one of several events", map[string]string{"event": "delivered OR failed"},
			[]string{"delivered to1@example.com", "failed temporary to2@example.com", "failed permanent to2@example.com"}},
		{"all but some events", map[string]string{"event": "NOT (accepted OR failed)"},
			[]string{"delivered to1@example.com", "complained to1@example.com"}},
		{"a tag", map[string]string{"tags": "delivery-3"}, []string{"accepted to3@example.com"}},
		{"two tags", map[string]string{"tags": "postchat AND delivery-2", "event": "accepted"}, []string{"accepted to2@example.com"}},
		{"a tag less another", map[string]string{"tags": "postchat -delivery-2", "event": "accepted"},
			[]string{"accepted to1@example.com", "accepted to3@example.com"}},
		{"the severity", map[string]string{"severity": "permanent"}, []string{"failed permanent to2@example.com"}},
		{"words of a header", map[string]string{"from": `"Postchat <chats"`, "event": "complained"}, []string{"complained to1@example.com"}},
		{"size", map[string]string{"size": ">10 <100000", "event": "complained"}, []string{"complained to1@example.com"}},
		{"another size", map[string]string{"size": ">100000"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			expect(t, found(t, s, mailgun.ListEventOptions{Begin: begin, ForceAscending: true, Filter: tt.filter}), tt.want...)
		})
	}
}

func TestEventsCarryWhatTheSenderNeedsToKnowThemAgain(t *testing.T) {
	s, c := history(t)
	s.Bounce(s.Accepted()[1], 550, "no such user here")
	list := found(t, s, mailgun.ListEventOptions{
		Begin: c.Now().Add(-time.Hour), ForceAscending: true, Filter: map[string]string{"recipient": "to2@example.com"},
	})
	accepted, ok := list[0].(*events.Accepted)
	if !ok || accepted.Message.Headers.MessageID != "chat-2@example.org" || !slices.Equal(accepted.Tags, []string{"postchat", "delivery-2"}) ||
		fmt.Sprint(accepted.UserVariables) != "map[delivery:2]" || accepted.RecipientDomain != "example.com" ||
		!accepted.GetTimestamp().Equal(c.Now().Add(-2*time.Second)) {
		t.Errorf("accepted: %+v", list[0])
	}
	failed, ok := list[1].(*events.Failed)
	if !ok || failed.Severity != "permanent" || failed.Reason != "bounce" || failed.DeliveryStatus.Code != 550 ||
		failed.DeliveryStatus.Message != "no such user here" || failed.Message.Headers.MessageID != "chat-2@example.org" {
		t.Errorf("failed: %+v", list[1])
	}
	if failed.GetID() == accepted.GetID() || len(failed.GetID()) != 22 {
		t.Errorf("ids %q and %q", failed.GetID(), accepted.GetID())
	}
}

func TestRefusalsOfMailgunsOwnAndOfBlockersHaveTheirReasons(t *testing.T) {
	s, _ := history(t)
	a := s.Accepted()[0]
	for _, c := range []struct {
		e           fakemailgun.Event
		reason      string
		description string
		code        int
	}{
		{s.Suppress(a), "suppress-bounce", "Not delivering to previously bounced address", 605},
		{s.Block(a, 554, "blocked by policy"), "espblock", "", 554},
		{s.Delay(a, 421, "busy"), "generic", "", 421},
	} {
		raw, err := c.e.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := mailgun.ParseEvent(raw)
		if err != nil {
			t.Fatal(err)
		}
		failed, ok := parsed.(*events.Failed)
		if !ok || failed.Reason != c.reason || failed.DeliveryStatus.Code != c.code || failed.DeliveryStatus.Description != c.description {
			t.Errorf("%s: %+v", c.reason, parsed)
		}
	}
}

func TestEventsAreSeenOnlyAfterTheLag(t *testing.T) {
	s, c := history(t, fakemailgun.WithEventLag(5*time.Minute))
	all := mailgun.ListEventOptions{Begin: c.Now().Add(-time.Hour), ForceAscending: true}
	expect(t, found(t, s, all))
	c.Add(5*time.Minute - 2*time.Second)
	expect(t, found(t, s, all), "accepted to1@example.com", "accepted to2@example.com")
	c.Add(time.Second)
	expect(t, found(t, s, all), "accepted to1@example.com", "accepted to2@example.com", "accepted to3@example.com")
	s.Deliver(s.Accepted()[0])
	expect(t, found(t, s, all), "accepted to1@example.com", "accepted to2@example.com", "accepted to3@example.com")
	s.SetEventLag(0)
	expect(t, found(t, s, all),
		"accepted to1@example.com", "accepted to2@example.com", "accepted to3@example.com", "delivered to1@example.com")
	if got := len(s.Events()); got != 4 {
		t.Errorf("%d events behind the lag", got)
	}
}

func TestTheTimeRangeHasADirection(t *testing.T) {
	s, c := history(t)
	now := c.Now() // accepted at -3 s, -2 s, -1 s
	up := []string{"accepted to1@example.com", "accepted to2@example.com", "accepted to3@example.com"}
	down := []string{up[2], up[1], up[0]}
	for _, tt := range []struct {
		name string
		opts mailgun.ListEventOptions
		want []string
	}{
		{"without anything, from now to the past", mailgun.ListEventOptions{}, down},
		{"ascending from the begin", mailgun.ListEventOptions{Begin: now.Add(-2 * time.Second), ForceAscending: true}, up[1:]},
		{"ascending from now, for it is the default begin", mailgun.ListEventOptions{ForceAscending: true}, nil},
		{"descending from the begin", mailgun.ListEventOptions{Begin: now.Add(-2 * time.Second), ForceDescending: true}, down[1:]},
		{"between begin and a later end", mailgun.ListEventOptions{Begin: now.Add(-3 * time.Second), End: now.Add(-2 * time.Second)}, up[:2]},
		{"between begin and an earlier end", mailgun.ListEventOptions{Begin: now.Add(-2 * time.Second), End: now.Add(-9 * time.Second)}, down[1:]},
	} {
		t.Run(tt.name, func(t *testing.T) { expect(t, found(t, s, tt.opts), tt.want...) })
	}
}

func TestAQuestionThatMailgunDoesNotKnowIsRefused(t *testing.T) {
	s, c := history(t)
	for name, opts := range map[string]mailgun.ListEventOptions{
		"an unknown field":         {Filter: map[string]string{"message_id": "x"}},
		"a broken expression":      {Filter: map[string]string{"event": "(accepted OR"}},
		"an empty expression":      {Filter: map[string]string{"event": ""}},
		"a contradiction":          {Begin: c.Now(), End: c.Now().Add(time.Hour), ForceDescending: true},
		"a limit that is no limit": {Filter: map[string]string{"limit": "0"}},
		"a date that is no date":   {Filter: map[string]string{"begin": "yesterday"}},
	} {
		if _, err := ask(t, s, opts); mailgun.GetStatusFromErr(err) != 400 {
			t.Errorf("%s: got %v, want status 400", name, err)
		}
	}
}

func TestPagesLeadForwardBackAndToBothEnds(t *testing.T) {
	s, c := history(t)
	all := mailgun.ListEventOptions{Begin: c.Now().Add(-time.Hour), ForceAscending: true, Limit: 2}
	it := client(t, s).ListEvents(&all)
	var page []mailgun.Event
	step := func(name string, move func() bool, want ...string) {
		t.Helper()
		move()
		if err := it.Err(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := names(page); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	next := func() bool { return it.Next(guarded(t), &page) }
	previous := func() bool { return it.Previous(guarded(t), &page) }
	step("next", next, "accepted to1@example.com", "accepted to2@example.com")
	step("next", next, "accepted to3@example.com")
	step("previous", previous, "accepted to1@example.com", "accepted to2@example.com")
	step("previous of the first", previous)
	step("next of the empty page before the first", next, "accepted to1@example.com", "accepted to2@example.com")
	step("next", next, "accepted to3@example.com")
	step("next of the last", next)
	s.Deliver(s.Accepted()[2])
	step("the same page later", next, "delivered to3@example.com")
	step("first", func() bool { return it.First(guarded(t), &page) }, "accepted to1@example.com", "accepted to2@example.com")
	step("last", func() bool { return it.Last(guarded(t), &page) }, "accepted to3@example.com", "delivered to3@example.com")
	if s.Queries() != 10 {
		t.Errorf("%d questions counted, want 10", s.Queries())
	}
}

func TestQuestionsMisbehaveToo(t *testing.T) {
	s, c := history(t)
	s.NextQuery(fakemailgun.Status(500), fakemailgun.Status(429), fakemailgun.HTMLAnswer(), fakemailgun.AnswerLost())
	opts := mailgun.ListEventOptions{Begin: c.Now().Add(-time.Hour), ForceAscending: true}
	for _, want := range []int{500, 429, -1, -1} {
		if _, err := ask(t, s, opts); err == nil || mailgun.GetStatusFromErr(err) != want {
			t.Errorf("got %v, want status %d", err, want)
		}
	}
	if got := len(found(t, s, opts)); got != 3 {
		t.Errorf("%d events after the trouble", got)
	}
	if s.SubmissionCount() != 3 {
		t.Errorf("questions count as submissions: %d", s.SubmissionCount())
	}
}

func TestQuestionsNeedTheKey(t *testing.T) {
	s := fakemailgun.Start(t)
	req, err := http.NewRequestWithContext(guarded(t), http.MethodGet, s.APIBase()+"/"+domain+"/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := client(t, s).Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != 401 || string(body) != "Forbidden" {
		t.Errorf("%d %q %v", resp.StatusCode, body, err)
	}
}

func TestWithOwnMessageIDsAMailIsFoundByTagAndNotByTheSendersID(t *testing.T) {
	s, c := history(t, fakemailgun.WithOwnMessageIDs())
	opts := mailgun.ListEventOptions{Begin: c.Now().Add(-time.Hour), ForceAscending: true}
	opts.Filter = map[string]string{"message-id": "chat-1@example.org"}
	expect(t, found(t, s, opts))
	opts.Filter = map[string]string{"tags": "delivery-1"}
	expect(t, found(t, s, opts), "accepted to1@example.com")
}

func TestAMailToSeveralHasAnEventForEach(t *testing.T) {
	s := fakemailgun.Start(t)
	m := mimeMail("a@example.org", "x@example.com")
	if err := m.AddRecipient("y@example.com"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := client(t, s).Send(guarded(t), m); err != nil {
		t.Fatal(err)
	}
	s.Deliver(only(t, s.Accepted()).To("y@example.com"))
	opts := mailgun.ListEventOptions{Begin: time.Now().Add(-time.Hour), ForceAscending: true}
	expect(t, found(t, s, opts), "accepted x@example.com", "accepted y@example.com", "delivered y@example.com")
}
