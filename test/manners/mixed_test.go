package manners_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/test/fakemailgun"
	"github.com/postchat/postchat/test/fakesmtp"
)

// Of many mails every fifth, by chance, meets one of the bad answers.
const (
	mixed = 200
	bad   = 0.2
)

// source makes a test's chances the same each time; only in which order mails come, it cannot say.
func source() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

func TestAllAnswersOfMailgunMixed(t *testing.T) {
	t.Parallel()
	inEach(t, func(t *testing.T, h *house) {
		r, fake := withMailgun(t, h, guard)
		answers := slices.DeleteFunc(fakemailgun.Behaviours(h.clock.Now()), func(b fakemailgun.Behaviour) bool { return takesTime(b.String()) })
		chance := source()
		fake.Decide(func(fakemailgun.Submission) fakemailgun.Behaviour {
			if chance.Float64() < bad {
				return answers[chance.IntN(len(answers))]
			}
			return fakemailgun.OK()
		})
		h.mail(r, desks(mixed)...)
		r.finish()
		r.want(mailgunLedger(fake), end{postchat.DeliveryAccepted, 1, 1, mostTries}, end{postchat.DeliveryFailed, 0, 0, mostTries})
	})
}

func TestAllAnswersOfAMailServerMixed(t *testing.T) {
	t.Parallel()
	inEachWith(t, func(t *testing.T, h *house, policy delivery.OnUncertain) {
		r, fake := withSMTP(t, h, policy, guard)
		answers := slices.DeleteFunc(fakesmtp.Behaviours(), func(b fakesmtp.Behaviour) bool { return takesTime(b.String()) })
		chance := source()
		fake.Decide(func(int) fakesmtp.Behaviour {
			if chance.Float64() < bad {
				return answers[chance.IntN(len(answers))]
			}
			return fakesmtp.OK()
		})
		h.mail(r, desks(mixed)...)
		r.finish()
		if policy == delivery.Hold {
			r.want(smtpLedger(fake), end{postchat.DeliveryAccepted, 1, 1, mostTries}, end{postchat.DeliveryFailed, 0, 0, mostTries},
				end{postchat.DeliveryUncertain, 0, 1, mostTries})
			return
		}
		// A mail that was taken and sent again may be refused then.
		r.want(smtpLedger(fake), end{postchat.DeliveryAccepted, 1, mostTries, mostTries}, end{postchat.DeliveryFailed, 0, mostTries, mostTries})
		marked(t, fake)
	})
}
