package db

import "time"

// ReportBy says what the rows of a report are about.
type ReportBy string

// The choices for ReportBy.
const (
	ReportByDay      ReportBy = "day"
	ReportByCode     ReportBy = "code"
	ReportByGoal     ReportBy = "goal"
	ReportByCampaign ReportBy = "campaign"
	ReportByOperator ReportBy = "operator"
	ReportByAddress  ReportBy = "address"
)

// ReportBys are all choices.
var ReportBys = []ReportBy{ReportByDay, ReportByCode, ReportByGoal, ReportByCampaign, ReportByOperator, ReportByAddress}

// ReportQuery says which finished chats a report is about: those of the days from First to Last (2006-01-02, both included,
// as the ledger has them), of the campaigns or, without any, of all.
type ReportQuery struct {
	First, Last string
	CampaignIDs []string
	By          ReportBy
}

// Tallies are a report's numbers.
type Tallies struct {
	// Totals count every chat once.
	Totals Tally
	// Rows are those with the most chats first; for days the first day first. A chat is in each row that it belongs to, such
	// as those of all its codes.
	Rows []Tally
	// Others are the chats of the rows beyond MaxReportRows, each once; nil where there are no more.
	Others *Tally
}

// Tally counts finished chats and says what became of them.
type Tally struct {
	// Key is what the row is about: a day, a campaign's, goal's or code's id, an operator's name, or an e-mail. It is empty for
	// chats that have no such thing, and for totals and others.
	Key   string
	Chats int64
	// Uncoded have no success code that counts; Converted have at least one that belongs to a goal.
	Uncoded, Converted int64
	// NotForwarded, Sent (which every mail server took), Failed and Open, which is everything else, add up to Chats.
	NotForwarded, Sent, Failed, Open int64
	// Delivered are those of Sent that the server of every recipient confirmed. Not every provider hears of that.
	Delivered int64
	// Rescued are those whose mail an address refused, so that standard has it. They are in one of the four as well.
	Rescued int64
	// Time is from the close to the moment at which every recipient's mail server had taken the mails.
	Time Spans
	// Mails are set in a report by address.
	Mails *MailTally
}

// MailTally counts mails, each recipient for one, and says what became of them.
type MailTally struct {
	Mails     int64
	Accepted  int64 // the mail server took it, or more than that is known
	Delivered int64 // the recipient's server confirmed it
	Refused   int64 // bounced, blocked or given up
	// Time is from the moment at which the mail was made to the one at which a mail server took it.
	Time Spans
}

// Spans are lengths of time by nearest rank: half of them are at most Median, nine in ten at most P90. They are nil where
// nothing was measured.
type Spans struct{ Median, P90 *time.Duration }
