package manners_test

import (
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/test/fakemailgun"
)

// withMailgun starts a fake Mailgun and a worker in front of it.
func withMailgun(t *testing.T, h *house, patience time.Duration) (*rig, *fakemailgun.Server) {
	t.Helper()
	fake := fakemailgun.Start(t, fakemailgun.WithClock(h.clock.Now), fakemailgun.WithEventLag(eventLag))
	s, err := mailgun.New(mailgun.Config{
		Domain: "mg.acme.example", APIKey: postchat.Secret(fake.APIKey()), APIBase: fake.APIBase(), Now: h.clock.Now, Timeout: patience,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return newRig(t, h, s, delivery.Resend), fake
}

// mailgunLedger reads the fake's ledger.
func mailgunLedger(fake *fakemailgun.Server) ledger {
	return func(to string) (int, int) { return len(fake.AcceptedFor(to)), len(fake.SubmissionsFor(to)) }
}

// atMailgun is what each of the fake's answers, given once, leads to.
var atMailgun = map[string]struct {
	end
	gate delivery.GateState // while the mail waits
}{
	"ok":                               {takenAtOnce, delivery.GateOpen},
	"200 empty":                        {takenAtOnce, delivery.GateOpen},
	"200 {}":                           {takenAtOnce, delivery.GateOpen},
	"200 html":                         {takenAtOnce, delivery.GateOpen},
	"slow by 10ms":                     {takenAtOnce, delivery.GateOpen},
	"answer lost":                      {takenAtOnce, delivery.GateOpen},
	"hang before body":                 {takenLater, delivery.GateOpen},
	"hang after body":                  {takenLater, delivery.GateOpen},
	"302":                              {takenLater, delivery.GateOpen},
	"307":                              {takenLater, delivery.GateOpen},
	"400":                              {refusedAtOnce, delivery.GateOpen},
	"401":                              {takenLater, delivery.GateStopped},
	"402":                              {takenLater, delivery.GateStopped},
	"403":                              {takenLater, delivery.GateStopped},
	"404":                              {takenLater, delivery.GateStopped},
	"413":                              {refusedAtOnce, delivery.GateOpen},
	"429":                              {takenLater, delivery.GateOpen},
	"429, retry after 1m0s":            {takenLater, delivery.GateSlow},
	"429, retry at":                    {takenLater, delivery.GateSlow},
	"500":                              {takenLater, delivery.GateOpen},
	"500, mail taken":                  {takenAtOnce, delivery.GateOpen},
	"502":                              {takenLater, delivery.GateOpen},
	"502, mail taken":                  {takenAtOnce, delivery.GateOpen},
	"503":                              {takenLater, delivery.GateOpen},
	"hang after body, mail taken":      {takenAtOnce, delivery.GateOpen},
	"cut after 1 bytes of the answer":  {takenAtOnce, delivery.GateOpen},
	"cut after 40 bytes of the answer": {takenAtOnce, delivery.GateOpen},
	"cut after 1 bytes of the answer, mail not taken": {takenLater, delivery.GateOpen},
	"cut after 0 bytes of the request":                {takenLater, delivery.GateOpen},
	"cut after 1 bytes of the request":                {takenLater, delivery.GateOpen},
	"cut after 1000 bytes of the request":             {takenLater, delivery.GateOpen},
}

// nameOf is the behaviour's name without its date.
func nameOf(b fakemailgun.Behaviour) string {
	name, _, dated := strings.Cut(b.String(), ", retry at ")
	if dated {
		name += ", retry at"
	}
	return name
}

func TestEachAnswerOfMailgun(t *testing.T) {
	t.Parallel()
	inEach(t, func(t *testing.T, h *house) {
		for i, name := range names(fakemailgun.Behaviours(h.clock.Now()), nameOf) {
			t.Run(name, func(t *testing.T) {
				want, ok := atMailgun[name]
				if !ok {
					t.Fatal("the table does not say what it leads to")
				}
				r, fake := withMailgun(t, h, patience(name))
				fake.Next(fakemailgun.Behaviours(h.clock.Now())[i])
				h.mail(r, "sales@acme.example")
				r.watch.settle(t, r.ctx)
				if got := r.worker.Status(); got.State != want.gate {
					t.Errorf("after it the gate is %+v, want %s", got, want.gate)
				}
				r.finish()
				r.want(mailgunLedger(fake), want.end)
				if n := fake.SubmissionCount(); n > want.tries {
					t.Errorf("it was handed over %d times, want at most %d", n, want.tries)
				}
				if fake.Strays() > 0 {
					t.Error("a redirect was followed")
				}
			})
		}
	})
}

func TestHalfAnHourOfEachAnswerOfMailgun(t *testing.T) {
	t.Parallel()
	const mails = 5
	inEach(t, func(t *testing.T, h *house) {
		for i, name := range names(fakemailgun.Behaviours(h.clock.Now()), nameOf) {
			if takesTime(name) {
				continue
			}
			t.Run(name, func(t *testing.T) {
				r, fake := withMailgun(t, h, guard)
				fake.Always(fakemailgun.Behaviours(h.clock.Now().Add(time.Hour))[i])
				mended := h.clock.Now().Add(outage)
				h.mail(r, desks(mails)...)
				r.finish(func(now time.Time) {
					if !now.Before(mended) {
						fake.Always(fakemailgun.OK())
					}
				})
				want := atMailgun[name].forHalfAnHour()
				r.want(mailgunLedger(fake), want)
				if n := fake.SubmissionCount(); n > mails*want.tries {
					t.Errorf("they were handed over %d times, want at most %d times each", n, want.tries)
				}
			})
		}
	})
}

func TestMailgunMayBeCutOffAtAnyByte(t *testing.T) {
	t.Parallel()
	inEach(t, func(t *testing.T, h *house) {
		t.Run("of its answer", func(t *testing.T) {
			const cuts, step = 128, 2 // more bytes than it has
			r, fake := withMailgun(t, h, guard)
			to := desks(cuts)
			for i := range cuts {
				fake.For(to[i], fakemailgun.CutAnswer(i*step))
			}
			h.mail(r, to...)
			r.finish()
			r.want(mailgunLedger(fake), takenAtOnce)
		})
		t.Run("of the request", func(t *testing.T) {
			const cuts, step = 100, 20 // more bytes than a mail here has
			r, fake := withMailgun(t, h, guard)
			for i := range cuts {
				fake.Next(fakemailgun.CutRequest(i * step))
			}
			h.mail(r, desks(cuts)...)
			r.finish()
			r.want(mailgunLedger(fake), takenLater)
			if n := fake.SubmissionCount(); n > 2*cuts {
				t.Errorf("%d submissions of %d mails", n, cuts)
			}
			if size := len(fake.Accepted()[0].MIME); size > cuts*step {
				t.Errorf("a mail has %d bytes, more than were tried", size)
			}
		})
	})
}

func TestMailgunRefusesOneOfThree(t *testing.T) {
	t.Parallel()
	inEach(t, func(t *testing.T, h *house) {
		r, fake := withMailgun(t, h, guard)
		fake.For("two@acme.example", fakemailgun.Status(400))
		h.mail(r, "one@acme.example", "two@acme.example", "three@acme.example")
		r.finish()
		r.wantOneOfThreeRefused(mailgunLedger(fake))
	})
}
