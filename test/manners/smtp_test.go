package manners_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/smtp"
	"github.com/postchat/postchat/test/fakesmtp"
)

// withSMTP starts a fake mail server, with TLS and a password, and a worker in front of it.
func withSMTP(t *testing.T, h *house, policy delivery.OnUncertain, patience time.Duration) (*rig, *fakesmtp.Server) {
	t.Helper()
	fake := fakesmtp.Start(t, fakesmtp.WithTLS(), fakesmtp.WithAuth("postchat", "password"), fakesmtp.WithClock(h.clock.Now))
	s, err := smtp.New(smtp.Config{
		URL: postchat.Secret("smtp://postchat:password@" + fake.Addr() + "?tls=required"), RootCAs: fake.CertPool(), Timeout: patience,
		AnswerTimeout: patience,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return newRig(t, h, s, policy), fake
}

var (
	// What becomes of a mail whose answer was lost, where it is sent again and where it is held.
	lostAndSentAgain      = end{postchat.DeliveryAccepted, 1, 1, 2}
	lostAndDoubled        = end{postchat.DeliveryAccepted, 2, 2, 2}
	lostAndHeld           = end{postchat.DeliveryUncertain, 0, 0, 1}
	lostAndHeldThoughOver = end{postchat.DeliveryUncertain, 1, 1, 1}
	// The last bytes of a mail may be on their way before a cut is seen: then nobody knows.
	cutAndHeld = end{postchat.DeliveryUncertain, 0, 0, 2}
)

// smtpLedger reads the fake's ledger.
func smtpLedger(fake *fakesmtp.Server) ledger {
	return func(to string) (int, int) { return len(fake.AcceptedFor(to)), len(fake.SubmissionsFor(to)) }
}

// atSMTP is what each of the fake's behaviours, shown once, leads to: where a mail whose answer was lost is sent again, and where
// it is held.
var atSMTP = map[string]struct {
	resend, hold end
	gate         delivery.GateState // while the mail waits
}{
	"ok":                              {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"byte by byte":                    {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"no STARTTLS":                     {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"text injected after STARTTLS":    {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"421 at connect":                  {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"554 at connect":                  {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"421 at hello":                    {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"454 at STARTTLS":                 {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"454 at AUTH":                     {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"535 at AUTH":                     {takenAtOnce, takenAtOnce, delivery.GateStopped},
	"421 at MAIL":                     {takenLater, takenLater, delivery.GateOpen},
	"451 at MAIL":                     {takenLater, takenLater, delivery.GateOpen},
	"550 at MAIL":                     {refusedAtOnce, refusedAtOnce, delivery.GateOpen},
	"421 at RCPT":                     {takenLater, takenLater, delivery.GateOpen},
	"450 at RCPT":                     {takenLater, takenLater, delivery.GateOpen},
	"550 at RCPT":                     {refusedAtOnce, refusedAtOnce, delivery.GateOpen},
	"421 at DATA":                     {takenLater, takenLater, delivery.GateOpen},
	"451 at DATA":                     {takenLater, takenLater, delivery.GateOpen},
	"554 at DATA":                     {refusedAtOnce, refusedAtOnce, delivery.GateOpen},
	"421 at end of data":              {takenLater, takenLater, delivery.GateOpen},
	"450 at end of data":              {takenLater, takenLater, delivery.GateOpen},
	"451 at end of data":              {takenLater, takenLater, delivery.GateOpen},
	"452 at end of data":              {takenLater, takenLater, delivery.GateOpen},
	"550 at end of data":              {refusedAtOnce, refusedAtOnce, delivery.GateOpen},
	"552 at end of data":              {refusedAtOnce, refusedAtOnce, delivery.GateOpen},
	"554 at end of data":              {refusedAtOnce, refusedAtOnce, delivery.GateOpen},
	"cut at connect":                  {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"cut at MAIL":                     {takenLater, takenLater, delivery.GateOpen},
	"cut at RCPT":                     {takenLater, takenLater, delivery.GateOpen},
	"cut at DATA":                     {takenLater, takenLater, delivery.GateOpen},
	"cut after 0 bytes of the mail":   {takenLater, takenLater, delivery.GateOpen},
	"cut after 100 bytes of the mail": {takenLater, takenLater, delivery.GateOpen},
	"cut at end of data":              {lostAndSentAgain, lostAndHeld, delivery.GateOpen},
	"cut at end of data, mail taken":  {lostAndDoubled, lostAndHeldThoughOver, delivery.GateOpen},
	"cut after 2 bytes of the answer at end of data, mail taken": {lostAndDoubled, lostAndHeldThoughOver, delivery.GateOpen},
	"cut after end of data":                    {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"cut at QUIT":                              {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"hang at connect":                          {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"hang at MAIL":                             {takenLater, takenLater, delivery.GateOpen},
	"hang at RCPT":                             {takenLater, takenLater, delivery.GateOpen},
	"hang at DATA":                             {takenLater, takenLater, delivery.GateOpen},
	"hang at end of data":                      {lostAndSentAgain, lostAndHeld, delivery.GateOpen},
	"hang at end of data, mail taken":          {lostAndDoubled, lostAndHeldThoughOver, delivery.GateOpen},
	"hang at QUIT":                             {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"endless reply at hello":                   {takenAtOnce, takenAtOnce, delivery.GateOpen},
	"endless reply at end of data":             {lostAndSentAgain, lostAndHeld, delivery.GateOpen},
	"endless reply at end of data, mail taken": {lostAndDoubled, lostAndHeldThoughOver, delivery.GateOpen},
}

// policies are both answers to a lost answer.
var policies = []delivery.OnUncertain{delivery.Resend, delivery.Hold}

// inEachWith runs a test in a house on each database, under each policy.
func inEachWith(t *testing.T, test func(*testing.T, *house, delivery.OnUncertain)) {
	for _, policy := range policies {
		t.Run(string(policy), func(t *testing.T) {
			t.Parallel()
			inEach(t, func(t *testing.T, h *house) { test(t, h, policy) })
		})
	}
}

// marked checks that all copies of a mail are the same, and all but one of them marked.
func marked(t *testing.T, fake *fakesmtp.Server) {
	t.Helper()
	first, unmarked := map[string][]byte{}, map[string]int{}
	for _, a := range fake.Accepted() {
		key := a.MessageID + " " + strings.Join(a.Recipients, " ")
		data := a.Data
		if a.Header.Get(smtp.ResendHeader) == "" {
			unmarked[key]++
		} else {
			_, data, _ = bytes.Cut(data, []byte("may be a second copy\r\n"))
		}
		if other, ok := first[key]; ok && !bytes.Equal(other, data) {
			t.Errorf("two copies differ:\n%q\n%q", other, data)
		}
		first[key] = data
	}
	for key, n := range unmarked {
		if n > 1 {
			t.Errorf("%d copies of %s are without a mark", n, key)
		}
	}
}

// ends are how a mail may end that met the behaviour of that name once.
func ends(t *testing.T, name string, policy delivery.OnUncertain) []end {
	t.Helper()
	row, ok := atSMTP[name]
	switch {
	case !ok:
		t.Fatal("the table does not say what it leads to")
	case policy == delivery.Resend:
		return []end{row.resend}
	case strings.HasSuffix(name, "of the mail"):
		return []end{row.hold, cutAndHeld}
	}
	return []end{row.hold}
}

func TestEachAnswerOfAMailServer(t *testing.T) {
	t.Parallel()
	inEachWith(t, func(t *testing.T, h *house, policy delivery.OnUncertain) {
		for i, name := range names(fakesmtp.Behaviours(), fakesmtp.Behaviour.String) {
			t.Run(name, func(t *testing.T) {
				want := ends(t, name, policy)
				r, fake := withSMTP(t, h, policy, patience(name))
				fake.Next(fakesmtp.Behaviours()[i])
				h.mail(r, "sales@acme.example")
				r.watch.settle(t, r.ctx)
				if got, gate := r.worker.Status(), atSMTP[name].gate; got.State != gate {
					t.Errorf("after it the gate is %+v, want %s", got, gate)
				}
				r.finish()
				r.want(smtpLedger(fake), want...)
				if n := fake.SubmissionCount(); n > want[0].tries {
					t.Errorf("it was handed over %d times, want at most %d", n, want[0].tries)
				}
				marked(t, fake)
			})
		}
	})
}

func TestHalfAnHourOfEachAnswerOfAMailServer(t *testing.T) {
	t.Parallel()
	const mails = 5
	inEachWith(t, func(t *testing.T, h *house, policy delivery.OnUncertain) {
		for i, name := range names(fakesmtp.Behaviours(), fakesmtp.Behaviour.String) {
			if takesTime(name) {
				continue
			}
			t.Run(name, func(t *testing.T) {
				want := ends(t, name, policy)
				for i := range want {
					want[i] = want[i].forHalfAnHour()
				}
				r, fake := withSMTP(t, h, policy, guard)
				fake.Always(fakesmtp.Behaviours()[i])
				mended := h.clock.Now().Add(outage)
				h.mail(r, desks(mails)...)
				r.finish(func(now time.Time) {
					if !now.Before(mended) {
						fake.Always(fakesmtp.OK())
					}
				})
				r.want(smtpLedger(fake), want...)
				if n := fake.Connections(); n > mails*mostTries {
					t.Errorf("%d connections for %d mails", n, mails)
				}
				marked(t, fake)
			})
		}
	})
}

func TestAMailServerMayBeCutOffAtAnyByte(t *testing.T) {
	t.Parallel()
	inEachWith(t, func(t *testing.T, h *house, policy delivery.OnUncertain) {
		t.Run("of the mail", func(t *testing.T) {
			const cuts, step = 100, 3 // more bytes than it has
			r, fake := withSMTP(t, h, policy, guard)
			to := desks(cuts)
			for i := range cuts {
				fake.For(to[i], fakesmtp.CutData(i*step))
			}
			h.mail(r, to...)
			r.finish()
			want := []end{takenLater}
			if policy == delivery.Hold {
				want = append(want, cutAndHeld)
			}
			r.want(smtpLedger(fake), want...)
			if size := fake.Accepted()[0].Size; size > cuts*step {
				t.Errorf("a mail has %d bytes, more than were tried", size)
			}
		})
		t.Run("of its answer", func(t *testing.T) {
			const bytes = 60 // more than it has
			r, fake := withSMTP(t, h, policy, guard)
			to := desks(bytes)
			for i := range bytes {
				fake.For(to[i], fakesmtp.CutAnswer(fakesmtp.EndOfData, i).Taking())
			}
			h.mail(r, to...)
			r.finish()
			if policy == delivery.Hold {
				r.want(smtpLedger(fake), takenAtOnce, lostAndHeldThoughOver)
			} else {
				r.want(smtpLedger(fake), takenAtOnce, lostAndDoubled)
			}
			marked(t, fake)
		})
	})
}

func TestAMailServerRefusesOneOfThree(t *testing.T) {
	t.Parallel()
	inEachWith(t, func(t *testing.T, h *house, policy delivery.OnUncertain) {
		r, fake := withSMTP(t, h, policy, guard)
		fake.For("two@acme.example", fakesmtp.Refuse(fakesmtp.Rcpt, 550))
		h.mail(r, "one@acme.example", "two@acme.example", "three@acme.example")
		r.finish()
		r.wantOneOfThreeRefused(smtpLedger(fake))
	})
}
