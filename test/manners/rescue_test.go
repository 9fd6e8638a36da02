package manners_test

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/test/fakemailgun"
	"github.com/postchat/postchat/test/stores"
)

// office is a house with everything at work in it: the desk, the worker and the tracker, at the house's clock.
type office struct {
	*testing.T
	*house
	fake    *fakemailgun.Server
	tracker *delivery.Tracker
}

func newOffice(t *testing.T, h *house) *office {
	t.Helper()
	log := slog.New(slog.DiscardHandler)
	o := &office{T: t, house: h, fake: fakemailgun.Start(t, fakemailgun.WithClock(h.clock.Now), fakemailgun.WithEventLag(eventLag))}
	s, err := mailgun.New(mailgun.Config{
		Domain: "mg.acme.example", APIKey: postchat.Secret(o.fake.APIKey()), APIBase: o.fake.APIBase(), Now: h.clock.Now, Timeout: guard,
	})
	if err != nil {
		t.Fatal(err)
	}
	const lease, poll = 1000 * time.Hour, 2 * time.Millisecond
	worker := delivery.NewWorker(delivery.Options{
		Store: h.store, Sender: s, Lag: askAfter, Slots: 4, Owner: "office", Lease: lease, Poll: poll, Grace: guard, Now: h.clock.Now, Log: log,
	})
	desk := followup.New(followup.Options{
		Store: h.store, From: postchat.Address{Email: sender}, Owner: "office", Lease: lease, Poll: poll, Queued: worker.Nudge,
		Now: h.clock.Now, Log: log,
	})
	o.tracker = delivery.NewTracker(delivery.TrackerOptions{
		Store: h.store, Reporter: s, Lag: askAfter, Owner: "office", Lease: lease, Poll: poll, Grace: guard, Bad: desk.Nudge,
		Now: h.clock.Now, Log: log,
	})
	ctx, stop := context.WithCancel(t.Context())
	var loops sync.WaitGroup
	for _, run := range []func(context.Context){worker.Run, desk.Run, o.tracker.Run} {
		loops.Go(func() { run(ctx) })
	}
	t.Cleanup(func() { stop(); loops.Wait(); _ = s.Close() })
	return o
}

// untilSent moves the clock by a minute again and again until the follow-up is sent, for the reason.
func (o *office) untilSent(id, reason string) {
	o.Helper()
	for range 200 {
		for range 50 {
			f, err := o.Scope.FollowUp(o.Context(), id)
			if err != nil {
				o.Fatal(err)
			}
			if f.State == postchat.FollowUpSent && f.Reason == reason {
				stores.Balanced(o, o.Scope)
				return
			}
			time.Sleep(2 * time.Millisecond)
		}
		o.clock.Move(time.Minute)
	}
	o.Fatalf("the follow-up never is sent %s", reason)
}

func TestAHardBounceBringsTheChatToStandardOnce(t *testing.T) {
	t.Parallel()
	inEach(t, func(t *testing.T, h *house) {
		o := newOffice(t, h)
		arrival := h.Arrival(h.Close("room-1", "lead"), "room-1")
		arrival.ReceivedAt = h.clock.Now()
		recorded, err := h.store.Record(t.Context(), arrival)
		if err != nil {
			t.Fatal(err)
		}
		id := recorded.FollowUpID
		o.untilSent(id, "")
		taken := o.fake.AcceptedFor("sales@acme.example")[0]
		deliveries, err := h.Scope.Deliveries(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		hint := delivery.Event{
			DeliveryID: deliveries[0].ID, MessageID: taken.MessageID, Recipient: "sales@acme.example", State: postchat.DeliveryBounced,
			At: h.clock.Now(), Words: "550 made up",
		}
		tell := func() {
			t.Helper()
			if err := o.tracker.Hint(t.Context(), hint); err != nil {
				t.Fatal(err)
			}
		}

		// Forged: Mailgun, when it is asked, knows of no bounce.
		asked := o.fake.Queries()
		tell()
		for range 30 {
			h.clock.Move(time.Minute)
			time.Sleep(5 * time.Millisecond)
		}
		if o.fake.Queries() == asked {
			t.Error("Mailgun was not asked about a bounce that nobody has proven")
		}
		o.untilSent(id, "")

		// Genuine, and told twice.
		o.fake.Bounce(taken, 550, "no such user here")
		tell()
		tell()
		o.untilSent(id, postchat.ReasonRescued)
		// And once more, long after.
		h.clock.Move(3 * time.Hour)
		tell()
		for range 30 {
			h.clock.Move(time.Minute)
			time.Sleep(5 * time.Millisecond)
		}
		o.untilSent(id, postchat.ReasonRescued)

		rescues := o.fake.AcceptedFor("standard@acme.example")
		if len(rescues) != 1 || o.fake.Count() != 2 {
			t.Fatalf("standard got %d mails, and Mailgun took %d in all; want one, and two", len(rescues), o.fake.Count())
		}
		for _, want := range []string{"no such user here", "Do you have a bigger plan?", "Yes, how many people?"} {
			if !strings.Contains(string(rescues[0].MIME), want) {
				t.Errorf("the rescue lacks %q", want)
			}
		}
	})
}
