package db

import (
	"database/sql"
	"slices"
	"time"

	"github.com/postchat/postchat"
)

// counter counts the chats of a row.
type counter struct {
	tally            Tally
	times, mailTimes []float64 // in seconds
}

// add counts a chat with the codes that count for it; goals are those of codes.
func (c *counter) add(chat finishedChat, codes []string, goals map[string]string) {
	t := &c.tally
	t.Chats++
	if len(codes) == 0 {
		t.Uncoded++
	}
	if slices.ContainsFunc(codes, func(code string) bool { return goals[code] != "" }) {
		t.Converted++
	}
	switch chat.state {
	case postchat.FollowUpNotForwarded:
		t.NotForwarded++
	case postchat.FollowUpSent, postchat.FollowUpDelivered:
		t.Sent++
	case postchat.FollowUpFailed:
		t.Failed++
	default:
		t.Open++
	}
	if chat.state == postchat.FollowUpDelivered {
		t.Delivered++
	}
	if chat.reason == postchat.ReasonRescued {
		t.Rescued++
	}
	if chat.took.Valid {
		c.times = append(c.times, chat.took.Float64)
	}
}

// addMail counts a mail to one recipient.
func (c *counter) addMail(state postchat.DeliveryState, took sql.NullFloat64) {
	if c.tally.Mails == nil {
		c.tally.Mails = &MailTally{}
	}
	m := c.tally.Mails
	m.Mails++
	switch {
	case state.Refused():
		m.Refused++
	case state == postchat.DeliveryDelivered, state == postchat.DeliveryComplained: // who complains has it
		m.Accepted++
		m.Delivered++
	case state.Taken():
		m.Accepted++
	}
	if took.Valid {
		c.mailTimes = append(c.mailTimes, took.Float64)
	}
}

// finished is what was counted, under the key.
func (c *counter) finished(key string) Tally {
	t := c.tally
	t.Key, t.Time = key, spans(c.times)
	if t.Mails != nil {
		t.Mails.Time = spans(c.mailTimes)
	}
	return t
}

// spans are the percentiles of lengths of time in seconds, by nearest rank.
func spans(seconds []float64) Spans {
	if len(seconds) == 0 {
		return Spans{}
	}
	slices.Sort(seconds)
	at := func(percent int) *time.Duration {
		span := time.Duration(seconds[(len(seconds)*percent+99)/100-1] * float64(time.Second))
		return &span
	}
	return Spans{Median: at(50), P90: at(90)}
}
