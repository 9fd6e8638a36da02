package db

import (
	"slices"
	"time"

	"github.com/postchat/postchat"
)

// merge takes over whatever the newer version of a chat says.
func merge(chat *postchat.Chat, newer postchat.Chat) {
	take := func(to *string, from string) {
		if from != "" {
			*to = from
		}
	}
	take(&chat.CloseKey, newer.CloseKey)
	take(&chat.Department, newer.Department)
	take(&chat.Inbox, newer.Inbox)
	take(&chat.Subject, newer.Subject)
	take(&chat.Page, newer.Page)
	take(&chat.Visitor.ID, newer.Visitor.ID)
	take(&chat.Visitor.Name, newer.Visitor.Name)
	take(&chat.Visitor.Email, newer.Visitor.Email)
	take(&chat.Visitor.Phone, newer.Visitor.Phone)
	if newer.ClosedBy != "" && newer.ClosedBy != postchat.RoleUnknown {
		chat.ClosedBy = newer.ClosedBy
	}
	if newer.ClosedAt.After(chat.ClosedAt) {
		chat.ClosedAt = newer.ClosedAt
	}
	if newer.Codes != nil {
		chat.Codes = newer.Codes
	}
	if len(newer.Operators) > 0 {
		chat.Operators = newer.Operators
	}
	if len(newer.Custom) > 0 {
		chat.Custom = newer.Custom
	}
	if len(newer.Transcript) > 0 {
		chat.Transcript = newer.Transcript
	}
}

// toldAgain is what another event about a known close may change, where the vendor keeps the transcript: it tells less than is fetched,
// and must not take that away.
func toldAgain(c postchat.Chat) postchat.Chat {
	return postchat.Chat{
		ConversationID: c.ConversationID, CloseKey: c.CloseKey, ClosedAt: c.ClosedAt, ClosedBy: c.ClosedBy, Codes: c.Codes, Department: c.Department,
		CampaignID: c.CampaignID, Kind: c.Kind, ReceivedAt: c.ReceivedAt,
	}
}

// newMessages are the messages of transcript that none of the earlier chats has.
func newMessages(earlier []postchat.Chat, transcript postchat.Transcript) postchat.Transcript {
	type key struct {
		id   string
		at   time.Time
		text string
	}
	keyOf := func(m postchat.Message) key {
		if m.ID != "" {
			return key{id: m.ID}
		}
		return key{at: m.At.UTC(), text: m.Text}
	}
	seen := map[key]bool{}
	for _, chat := range earlier {
		for _, m := range chat.Transcript {
			seen[keyOf(m)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(transcript), func(m postchat.Message) bool { return seen[keyOf(m)] })
}

// withoutLoss is the fetched transcript with those messages of the webhook's that it lacks, which can be told by their ids alone.
func withoutLoss(fetched, hooked postchat.Transcript) postchat.Transcript {
	lost := newMessages([]postchat.Chat{{Transcript: fetched}}, hooked)
	lost = slices.DeleteFunc(lost, func(m postchat.Message) bool { return m.ID == "" && len(fetched) > 0 })
	if len(lost) == 0 {
		return fetched
	}
	all := slices.Concat(fetched, lost)
	slices.SortStableFunc(all, func(a, b postchat.Message) int { return a.At.Compare(b.At) })
	return all
}
