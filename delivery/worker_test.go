package delivery_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/test/stores"
)

// script is a sender that answers as told and records what it was given.
type script struct {
	answers []error // one for each Send; nil accepts, and so does whatever comes after the last
	sent    []delivery.Message
	resends int
}

func (*script) Name() string { return "script" }

func (s *script) Send(_ context.Context, m delivery.Message) (delivery.Accepted, error) {
	s.sent = append(s.sent, m)
	if m.Resend {
		s.resends++
	}
	if n := len(s.sent); n <= len(s.answers) && s.answers[n-1] != nil {
		return delivery.Accepted{}, s.answers[n-1]
	}
	return delivery.Accepted{ProviderID: "id-1", Words: "250 taken"}, nil
}

// askable is a script whose provider can be asked.
type askable struct {
	script
	reports []report // one for each question; whatever comes after the last shows the mail as accepted
	asked   []time.Time
	now     func() time.Time
}

type report struct {
	events []delivery.Event
	err    error
}

func (s *askable) Report(context.Context, delivery.Message, time.Time) ([]delivery.Event, error) {
	s.asked = append(s.asked, s.now())
	if n := len(s.asked); n <= len(s.reports) {
		return s.reports[n-1].events, s.reports[n-1].err
	}
	return []delivery.Event{{State: postchat.DeliveryAccepted, ProviderID: "found-1", Words: "accepted"}}, nil
}

func (s *askable) ReportSince(context.Context, time.Time) ([]delivery.Event, time.Time, error) {
	return nil, time.Time{}, nil
}

const lag = 5 * time.Minute

// story is one mail to one recipient, with a worker at a clock that the test moves.
type story struct {
	*stores.Campaign
	t      *testing.T
	store  *db.Store
	clock  *stores.Clock
	worker *delivery.Worker
	id     string // the follow-up
}

func tell(t *testing.T, sender func(now func() time.Time) delivery.Sender, policy delivery.OnUncertain, story_ func(*story, delivery.Sender)) {
	t.Helper()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		log := slog.New(slog.NewTextHandler(t.Output(), nil))
		s := &story{Campaign: stores.Sample(t, store), t: t, store: store, clock: clock}
		chosen := sender(clock.Now)
		s.worker = delivery.NewWorker(delivery.Options{
			Store: store, Sender: chosen, OnUncertain: policy, Lag: lag, Slots: 4, Owner: "test", Lease: time.Minute, Poll: time.Hour,
			Grace: time.Second, Now: clock.Now, Log: log,
		})
		desk := followup.New(followup.Options{
			Store: store, From: postchat.Address{Email: "postchat@acme.example"}, Owner: "test", Lease: time.Minute, Poll: time.Millisecond,
			Queued: func() {}, Now: clock.Now, Log: log,
		})
		a := s.Arrival(s.Close("room-1", "lead"), "room-1")
		a.ReceivedAt = clock.Now()
		r, err := desk.Record(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		s.id = r.FollowUpID
		s.route(desk)
		story_(s, chosen)
	})
}

// route runs the desk until the follow-up is queued.
func (s *story) route(desk *followup.Desk) {
	s.t.Helper()
	ctx, stop := context.WithCancel(s.t.Context())
	done := make(chan struct{})
	go func() { defer close(done); desk.Run(ctx) }()
	for s.state() == postchat.FollowUpHolding {
		if s.t.Context().Err() != nil {
			s.t.Fatal("the follow-up was not routed")
		}
		time.Sleep(time.Millisecond)
	}
	stop()
	<-done
}

func (s *story) state() postchat.FollowUpState {
	s.t.Helper()
	f, err := s.Scope.FollowUp(s.t.Context(), s.id)
	if err != nil {
		s.t.Fatal(err)
	}
	return f.State
}

// after moves the clock and lets the worker do what is due.
func (s *story) after(wait time.Duration, want postchat.FollowUpState) {
	s.t.Helper()
	s.clock.Move(wait)
	if err := s.worker.Step(s.t.Context()); err != nil {
		s.t.Fatal(err)
	}
	if got := s.state(); got != want {
		s.t.Fatalf("after %s the follow-up is %s, want %s", wait, got, want)
	}
}

func plain(answers ...error) func(func() time.Time) delivery.Sender {
	return func(func() time.Time) delivery.Sender { return &script{answers: answers} }
}

func TestAMailIsSentOnceWithItsOwnIDAndBytes(t *testing.T) {
	t.Parallel()
	tell(t, plain(), delivery.Resend, func(s *story, sender delivery.Sender) {
		s.after(0, postchat.FollowUpSent)
		s.after(time.Hour, postchat.FollowUpSent)
		sent := sender.(*script).sent
		if len(sent) != 1 {
			s.t.Fatalf("sent %d times", len(sent))
		}
		m := sent[0]
		if m.To != "sales@acme.example" || m.From != "postchat@acme.example" || m.MessageID == "" || len(m.Source) == 0 || m.Resend {
			s.t.Errorf("message = %+v", m)
		}
	})
}

func TestATemporaryFailureIsTriedAgainUntilItIsGivenUp(t *testing.T) {
	t.Parallel()
	answers := make([]error, 1000)
	for i := range answers {
		answers[i] = &delivery.Failure{Class: delivery.Temporary, Words: "451 try later"}
	}
	tell(t, plain(answers...), delivery.Resend, func(s *story, sender delivery.Sender) {
		for range 72 {
			s.after(time.Hour, postchat.FollowUpQueued)
		}
		s.after(time.Hour+time.Minute, postchat.FollowUpFailed)
		tries := len(sender.(*script).sent)
		s.after(24*time.Hour, postchat.FollowUpFailed)
		if got := len(sender.(*script).sent); got != tries {
			s.t.Errorf("it is tried %d times more after it was given up", got-tries)
		}
	})
}

func TestAServerThatAsksToWaitIsGivenItsTime(t *testing.T) {
	t.Parallel()
	tell(t, plain(&delivery.Failure{Class: delivery.Temporary, Words: "429", RetryAfter: 10 * time.Minute}), delivery.Resend,
		func(s *story, sender delivery.Sender) {
			s.after(0, postchat.FollowUpQueued)
			s.after(10*time.Minute-time.Second, postchat.FollowUpQueued)
			if got := len(sender.(*script).sent); got != 1 {
				s.t.Fatalf("it was tried %d times before the time was up", got)
			}
			s.after(time.Hour, postchat.FollowUpSent)
		})
}

func TestAPermanentFailureIsFinal(t *testing.T) {
	t.Parallel()
	tell(t, plain(&delivery.Failure{Class: delivery.Permanent, Words: "550 no such user"}), delivery.Resend,
		func(s *story, sender delivery.Sender) {
			s.after(0, postchat.FollowUpFailed)
			s.after(100*time.Hour, postchat.FollowUpFailed)
			if got := len(sender.(*script).sent); got != 1 {
				s.t.Errorf("it was tried %d times", got)
			}
		})
}

func TestALostAnswerIsNeverRetriedBlindly(t *testing.T) {
	t.Parallel()
	lost := []error{errors.New("an error that nobody has classed")}
	t.Run("where nobody can be asked and the setting is hold it waits for a person", func(t *testing.T) {
		t.Parallel()
		tell(t, plain(lost...), delivery.Hold, func(s *story, sender delivery.Sender) {
			s.after(0, postchat.FollowUpUncertain)
			s.after(100*time.Hour, postchat.FollowUpUncertain)
			if got := len(sender.(*script).sent); got != 1 {
				s.t.Errorf("it was sent %d times", got)
			}
		})
	})
	t.Run("where nobody can be asked and the setting is resend it is sent again with a mark", func(t *testing.T) {
		t.Parallel()
		tell(t, plain(lost...), delivery.Resend, func(s *story, sender delivery.Sender) {
			s.after(0, postchat.FollowUpQueued)
			s.after(0, postchat.FollowUpSent)
			sent := sender.(*script).sent
			if len(sent) != 2 || !sent[1].Resend || sent[0].MessageID != sent[1].MessageID || string(sent[0].Source) != string(sent[1].Source) {
				s.t.Errorf("sent = %d times, the second marked %t", len(sent), len(sent) > 1 && sent[1].Resend)
			}
		})
	})
}

func TestTheProviderIsAskedAboutALostAnswer(t *testing.T) {
	t.Parallel()
	nothing, away := report{}, report{err: errors.New("the provider is away")}
	for name, c := range map[string]struct {
		reports []report
		after   []time.Duration // steps until it is settled
		asked   int
		sent    int
	}{
		"and has it":                               {nil, []time.Duration{lag}, 1, 1},
		"and has it the second time":               {[]report{nothing}, []time.Duration{lag, lag}, 2, 1},
		"and does not have it":                     {[]report{nothing, nothing}, []time.Duration{lag, lag, 0}, 2, 2},
		"and has it after it was away for a while": {[]report{away, away, nothing}, []time.Duration{lag, time.Hour, time.Hour, time.Hour}, 4, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sender := func(now func() time.Time) delivery.Sender {
				return &askable{script: script{answers: []error{&delivery.Failure{Words: "no answer"}}}, reports: c.reports, now: now}
			}
			tell(t, sender, delivery.Hold, func(s *story, sender delivery.Sender) {
				start := s.clock.Now()
				s.after(0, postchat.FollowUpUncertain)
				s.after(lag-time.Second, postchat.FollowUpUncertain)
				s.clock.Move(-(lag - time.Second))
				for i, wait := range c.after {
					want := postchat.FollowUpUncertain
					switch {
					case i == len(c.after)-1:
						want = postchat.FollowUpSent
					case c.sent == 2 && i == len(c.after)-2:
						want = postchat.FollowUpQueued
					}
					s.after(wait, want)
				}
				provider := sender.(*askable)
				if len(provider.asked) != c.asked || len(provider.sent) != c.sent || provider.resends != 0 {
					s.t.Errorf("asked %d times and sent %d times (%d marked), want %d and %d", len(provider.asked), len(provider.sent),
						provider.resends, c.asked, c.sent)
				}
				if provider.asked[0].Sub(start) < lag {
					s.t.Errorf("it was asked after %s, before its lag", provider.asked[0].Sub(start))
				}
			})
		})
	}
}

func TestAWorkerThatWasStoppedPastItsLeaseSendsNothing(t *testing.T) {
	t.Parallel()
	tell(t, plain(), delivery.Hold, func(s *story, sender delivery.Sender) {
		claimed, err := s.store.ClaimQueued(s.t.Context(), db.Lease{Owner: "test", Until: s.clock.Now().Add(time.Minute)}, "script", 1)
		if err != nil || len(claimed) != 1 {
			s.t.Fatalf("claimed %d, %v", len(claimed), err)
		}
		s.clock.Move(time.Minute)
		s.worker.Send(s.t.Context(), claimed[0])
		if got := len(sender.(*script).sent); got != 0 {
			s.t.Errorf("it sent %d mails", got)
		}
		s.after(time.Second, postchat.FollowUpUncertain)
	})
}

func TestTheHistoryIsInTheServersWords(t *testing.T) {
	t.Parallel()
	tell(t, plain(&delivery.Failure{Class: delivery.Temporary, Words: "451 greylisted"}), delivery.Resend, func(s *story, _ delivery.Sender) {
		s.after(0, postchat.FollowUpQueued)
		s.after(time.Hour, postchat.FollowUpSent)
		deliveries, err := s.Scope.Deliveries(s.t.Context(), s.id)
		if err != nil || len(deliveries) != 1 {
			s.t.Fatalf("deliveries = %+v, %v", deliveries, err)
		}
		steps, err := s.Scope.Steps(s.t.Context(), deliveries[0].ID)
		if err != nil {
			s.t.Fatal(err)
		}
		var got []string
		for _, step := range steps {
			got = append(got, fmt.Sprintf("%d %s %s", step.Attempt, step.State, step.Words))
		}
		if fmt.Sprint(got) != "[1 queued 451 greylisted 2 accepted 250 taken]" {
			s.t.Errorf("history = %q", got)
		}
	})
}
