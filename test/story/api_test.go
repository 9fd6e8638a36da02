package story_test

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/postchat/postchat"
)

// shown is a follow-up as the API shows it.
type shown struct {
	ID, State string
	Late      bool
	Decision  *struct {
		NotForwarded, NotForwardedReason string
		Recipients                       []struct {
			Address struct{ Email string }
			Reasons []struct{ Sentence string }
		}
		Codes []struct{ Label, Outcome string }
	}
	Receipt []struct {
		Recipient    struct{ Email string }
		Mail         struct{ MessageID string }
		State, Words string
		Resend       bool
	}
	Chat struct {
		ConversationID string
		Codes          []string
		Revision       int
	}
}

const shownQuery = `query ($campaign: ID!) { followUps(filter: {campaigns: [$campaign]}, first: 25) { nodes {
	id state late
	decision { notForwarded notForwardedReason recipients { address { email } reasons { sentence } } codes { label outcome } }
	receipt { recipient { email } mail { messageId } state words resend }
	chat { conversationId codes revision } } } }`

// theAPISaysTheSame compares what the API shows of the shop's follow-ups with what is stored, and returns the difference.
func (s *story) theAPISaysTheSame() string {
	s.Helper()
	var answer struct{ FollowUps struct{ Nodes []shown } }
	s.asks(shownQuery, map[string]any{"campaign": s.shop.Campaign.ID}, &answer)
	for id := range s.met {
		if !slices.ContainsFunc(answer.FollowUps.Nodes, func(n shown) bool { return n.ID == id }) {
			return "the API does not show follow-up " + id
		}
	}
	for _, n := range answer.FollowUps.Nodes {
		if got, want := n.lines(), s.stored(n.ID); !slices.Equal(got, want) {
			return fmt.Sprintf("the API shows\n\t%s\nand stored is\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
		}
	}
	return ""
}

// asks asks the API, which must have an answer.
func (s *story) asks(query string, variables map[string]any, into any) {
	s.Helper()
	if err := s.server.Ask(s.Context(), s.token, query, variables, into); err != nil {
		s.Fatal(err)
	}
}

// lines are the follow-up in the words that stored uses too.
func (n shown) lines() []string {
	lines := []string{fmt.Sprintf("%s of %s is %s, late %t; codes %q, revision %d", n.ID, n.Chat.ConversationID, n.State, n.Late, n.Chat.Codes, n.Chat.Revision)}
	if d := n.Decision; d != nil {
		lines = append(lines, fmt.Sprintf("not forwarded: %q %q", d.NotForwarded, d.NotForwardedReason))
		for _, r := range d.Recipients {
			var reasons []string
			for _, reason := range r.Reasons {
				reasons = append(reasons, reason.Sentence)
			}
			lines = append(lines, fmt.Sprintf("to %s, %q", r.Address.Email, reasons))
		}
		for _, c := range d.Codes {
			lines = append(lines, fmt.Sprintf("code %q is %s", c.Label, c.Outcome))
		}
	}
	var receipt []string
	for _, d := range n.Receipt {
		receipt = append(receipt, fmt.Sprintf("%s to %s is %s, resend %t, %q", d.Mail.MessageID, d.Recipient.Email, d.State, d.Resend, d.Words))
	}
	slices.Sort(receipt)
	return append(lines, receipt...)
}

// stored are the lines of a follow-up as it stands in the database.
func (s *story) stored(id string) []string {
	s.Helper()
	f, err := s.scope.FollowUp(context.Background(), id)
	if err != nil {
		s.Fatal(err)
	}
	mails, err := s.scope.Mails(context.Background(), id)
	if err != nil {
		s.Fatal(err)
	}
	chat := s.chat(f)
	lines := []string{fmt.Sprintf("%s of %s is %s, late %t; codes %q, revision %d", f.ID, chat.ConversationID, enum(f.State), f.Late(*chat), chat.Codes, chat.Revision)}
	if d := f.Decision; d != nil {
		lines = append(lines, fmt.Sprintf("not forwarded: %q %q", enum(d.NotForwarded), d.NotForwarded))
		for _, r := range d.Recipients {
			lines = append(lines, fmt.Sprintf("to %s, %q", r.Address.Email, r.Reasons))
		}
		for _, c := range d.Codes {
			lines = append(lines, fmt.Sprintf("code %q is %s", c.Label, enum(c.Outcome)))
		}
	}
	var receipt []string
	for _, d := range s.deliveries(id) {
		at := slices.IndexFunc(mails, func(m postchat.Mail) bool { return m.ID == d.MailID })
		receipt = append(receipt, fmt.Sprintf("%s to %s is %s, resend %t, %q", mails[at].MessageID, d.Recipient.Email, enum(d.State), d.Resend, d.Words))
	}
	slices.Sort(receipt)
	return append(lines, receipt...)
}

// enum is one of our words as the API writes it.
func enum[T ~string](word T) string { return strings.ToUpper(string(word)) }
