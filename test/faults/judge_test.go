package faults_test

import (
	"slices"

	"github.com/postchat/postchat/test/provider"
)

// rule says what the judge demands.
type rule int

const (
	// exactlyOnce: nothing lost, nothing doubled, nothing marked and nothing left uncertain.
	exactlyOnce rule = iota
	// resend: nothing lost; at most one copy without a mark, and all copies are the same mail.
	resend
	// hold: nothing doubled and nothing marked; what is missing is uncertain in our books.
	hold
)

// onUncertain is the setting for the rule; Mailgun does not look at it.
func (r rule) onUncertain() string {
	if r == resend {
		return "resend"
	}
	return "hold"
}

// judge compares the vendor's ledger with the provider's once all is settled.
func (r *run) judge() {
	r.Helper()
	r.settle()
	if got := r.vendor.Acknowledged(); got != len(r.chats) {
		r.Errorf("%d of %d chats were acknowledged", got, len(r.chats))
	}
	taken, books := r.taken(), r.deliveries()
	doubled, uncertain := 0, 0
	for _, c := range r.chats {
		for _, recipient := range c.due {
			d := due{c.name, recipient}
			copies := taken[d]
			delete(taken, d)
			doubled += max(0, len(copies)-1)
			if books[d] == "uncertain" {
				uncertain++
			}
			r.judgeOne(d, copies, books[d])
		}
	}
	for d, copies := range taken {
		r.Errorf("%d copies of a mail that was not due: %+v", len(copies), d)
	}
	r.checkDatabase()
	if r.keeper != nil {
		r.expectWhole()
	}
	r.Logf("%d chats, %d mails due, %d accepted, %d of them second copies, %d left uncertain",
		len(r.chats), r.mails, r.provider.Count(), doubled, uncertain)
}

func (r *run) judgeOne(d due, copies []provider.Mail, state string) {
	r.Helper()
	marked := 0
	for _, c := range copies {
		if c.MessageID != copies[0].MessageID {
			r.Errorf("%+v was accepted under two Message-IDs: %s and %s", d, copies[0].MessageID, c.MessageID)
		}
		if c.Resend {
			marked++
		}
	}
	switch {
	case state == "":
		r.Errorf("%+v is not in our books: lost", d)
	case state != "accepted" && state != "uncertain" || state == "uncertain" && r.rule != hold:
		r.Errorf("%+v is %q in our books", d, state)
	case state == "accepted" && len(copies) == 0:
		r.Errorf("%+v is accepted in our books, and the provider does not have it: lost", d)
	case r.rule == resend && len(copies)-marked > 1:
		r.Errorf("%+v was accepted %d times, %d of them marked: doubled without a word", d, len(copies), marked)
	case r.rule != resend && (len(copies) > 1 || marked > 0):
		r.Errorf("%+v was accepted %d times, %d of them marked: doubled", d, len(copies), marked)
	}
}

// taken are the mails that the provider took, by what they are of. The books of the provider alone are asked.
func (r *run) taken() map[due][]provider.Mail {
	r.Helper()
	taken := map[due][]provider.Mail{}
	for _, m := range r.provider.Mails() {
		visitor, err := m.Header.AddressList("Reply-To")
		if err != nil || len(visitor) != 1 || len(m.Envelope) != 1 {
			r.Errorf("a mail for %v with Reply-To %q, %v", m.Envelope, m.Header.Get("Reply-To"), err)
			continue
		}
		d := due{visitor[0].Address, m.Envelope[0]}
		taken[d] = append(taken[d], m)
	}
	return taken
}

// expectNone fails the test where a delivery is in one of the states.
func (r *run) expectNone(states ...string) {
	r.Helper()
	for state, count := range r.states() {
		if slices.Contains(states, state) {
			r.Errorf("%d mails are %s", count, state)
		}
	}
}
