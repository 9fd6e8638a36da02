package followup

import (
	"context"
	"slices"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/routing"
)

// Envelope is who gets a follow-up and why, as it stands, and what would keep OK from being taken.
type Envelope struct {
	Recipients []EnvelopeRecipient
	Codes      []postchat.CodeVerdict
	// NotForwarded says why nobody gets it; empty where somebody does.
	NotForwarded postchat.NotForwarded
	// Problems are empty once the follow-up is settled.
	Problems []SubmissionProblem
}

// EnvelopeRecipient is an address that gets the mail, and what an operator should know of it before OK.
type EnvelopeRecipient struct {
	postchat.Recipient

	// FirstTime says that the account has never mailed to it before.
	FirstTime bool
	// Outside says that its host is in no table, nor of a person or a sender of the account.
	Outside bool
	// Extra says that an operator added it.
	Extra bool
}

// SubmissionProblem is a rule that the operator's part breaks.
type SubmissionProblem struct {
	// Rule is as in postchat.Error.
	Rule    string
	Message string
}

// envelope is that of a target as it stands.
func (d *Desk) envelope(ctx context.Context, scope *db.Scope, st *standing) (Envelope, error) {
	decision := st.decision()
	e := Envelope{
		Recipients: make([]EnvelopeRecipient, len(decision.Recipients)), Codes: decision.Codes, NotForwarded: decision.NotForwarded,
		Problems: st.problems(),
	}
	keys := make([]string, len(decision.Recipients))
	for i, r := range decision.Recipients {
		keys[i] = r.Address.Key()
	}
	since, err := scope.MailedSince(ctx, keys)
	if err != nil {
		return e, err
	}
	inside, err := d.hosts(ctx, scope, st.campaign.Sample)
	if err != nil {
		return e, err
	}
	for i, r := range decision.Recipients {
		first, mailed := since[keys[i]]
		e.Recipients[i] = EnvelopeRecipient{
			Recipient: r, FirstTime: !mailed || st.settledBefore(first), Outside: !inside[host(r.Address.Email)],
			Extra: slices.ContainsFunc(r.Reasons, func(why postchat.Reason) bool { return why.Kind == postchat.ReasonExtra }),
		}
	}
	return e, nil
}

// decision is the one that counts: what was carried out, what OK froze, else what routing says now.
func (s *standing) decision() postchat.Decision {
	switch {
	case s.open() && s.draft != nil && s.draft.Decision != nil && s.draft.CampaignID == s.campaign.ID:
		return *s.draft.Decision
	case !s.open() && s.followUp.Decision != nil:
		return *s.followUp.Decision
	}
	chat, f := s.routed()
	return routing.Route(s.table, chat, f)
}

// problems are what keeps OK from being taken.
func (s *standing) problems() []SubmissionProblem {
	found := []SubmissionProblem{}
	if !s.open() && !s.waits() {
		return found
	}
	chat, f := s.routed()
	for _, problem := range postchat.Problems(checkCodes(s.campaign, s.table, chat, f, true)) {
		found = append(found, SubmissionProblem{problem.Rule, problem.Message})
	}
	return found
}

// hosts are those that are the account's own: of the addresses in tables that the scope sees, of people, and of senders. Those of the
// sample are nobody's, but count there.
func (d *Desk) hosts(ctx context.Context, scope *db.Scope, sample bool) (map[string]bool, error) {
	own := map[string]bool{host(d.From.Email): true}
	campaigns, err := scope.Campaigns(ctx)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, c := range campaigns {
		if c.Sample && !sample {
			continue
		}
		ids = append(ids, c.ID)
		if replies, err := postchat.ParseAddress(c.MailSettings.ReplyTo); err == nil {
			own[host(replies.Email)] = true
		}
	}
	lists, err := scope.AddressesInForce(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, address := range lists {
		own[host(address.Email)] = true
	}
	people, err := scope.People(ctx)
	for _, p := range people {
		own[host(p.Email)] = true
	}
	return own, err
}

// host is what stands after the @, in lower case.
func host(email string) string { return strings.ToLower(email[strings.LastIndexByte(email, '@')+1:]) }
