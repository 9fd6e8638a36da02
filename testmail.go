package postchat

import "time"

// TestMail is a mail that somebody sent to try the settings. It belongs to no follow-up and counts in no report. It is
// handed over once, never retried, and kept for TestMailsKept with what became of it.
type TestMail struct {
	ID         string `bun:"id,pk"`
	AccountID  string `bun:"account_id"`
	CampaignID string `bun:"campaign_id"`
	// FollowUpID is the follow-up whose chat is in it; empty for a sample chat.
	FollowUpID string  `bun:"follow_up_id,nullzero"`
	Recipient  Address `bun:"recipient,type:text"`
	SentBy     string  `bun:"sent_by"`
	// MessageID, Subject, From and Source are as in Mail.
	MessageID string `bun:"message_id"`
	Subject   string `bun:"subject"`
	From      string `bun:"sender"`
	Source    []byte `bun:"source"`
	// State is sending, accepted, failed or uncertain: what nobody answered for in time is uncertain.
	State DeliveryState `bun:"state"`
	// Transport, ProviderID and Words are as in Delivery.
	Transport  string    `bun:"transport"`
	ProviderID string    `bun:"provider_id"`
	Words      string    `bun:"words"`
	CreatedAt  time.Time `bun:"created_at"`
	SettledAt  time.Time `bun:"settled_at,nullzero"`

	// Sample says that the campaign is the sample: nobody may get the mail. It is known while the mail is made.
	Sample bool `bun:"-"`
}

// Limits of test mails.
const (
	TestMailsAnHour = 20 // of an account
	TestMailsKept   = 30 * 24 * time.Hour
	TestMailTimeout = 30 * time.Second // how long a mail server may take to answer
)

// Settle notes what became of the mail.
func (m *TestMail) Settle(state DeliveryState, words string, at time.Time) {
	m.State, m.Words, m.SettledAt = state, words, at
}

// SettleIfLost makes a mail uncertain that has been in sending for longer than any answer takes: the server stopped in the middle.
func (m *TestMail) SettleIfLost(now time.Time) {
	if lost := m.CreatedAt.Add(2 * TestMailTimeout); m.State == DeliverySending && now.After(lost) {
		m.Settle(DeliveryUncertain, "The server that was sending stopped before the answer was recorded.", lost)
	}
}
