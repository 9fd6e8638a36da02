package smtp

import (
	"context"
	"errors"
	"fmt"
	"net/textproto"
	"os"
	"regexp"
	"strings"

	"github.com/postchat/postchat/delivery"
)

// failure says what trouble means for the mail.
func (s *Sender) failure(ctx context.Context, err error) *delivery.Failure {
	if own := (*delivery.Failure)(nil); errors.As(err, &own) {
		return own
	}
	at := answered
	if t := (*trouble)(nil); errors.As(err, &t) {
		at, err = t.at, t.err
	}
	if reply := (*textproto.Error)(nil); errors.As(err, &reply) {
		f := &delivery.Failure{Class: classify(at, reply.Code), Words: s.words(replyWords(reply.Code, reply.Msg))}
		if aboutUs(at, reply.Code) {
			f.Err = delivery.ErrUnauthorized
		}
		return f
	}
	switch cause := context.Cause(ctx); {
	case cause != nil:
		err = cause
	case errors.Is(err, os.ErrDeadlineExceeded):
		err = fmt.Errorf("no answer in time: %w", context.DeadlineExceeded)
	}
	f := &delivery.Failure{Class: delivery.Temporary, Err: err}
	if at == answered {
		f.Class = delivery.Uncertain
		f.Words = s.words(fmt.Sprintf("no clear answer after the mail was handed over: %v", err))
	} else {
		f.Words = s.words(fmt.Sprintf("the mail was not handed over: %v", err))
	}
	return f
}

// classify says what a reply other than yes means at a step.
func classify(at step, code int) delivery.Class {
	switch {
	case at < mailing, aboutUs(at, code):
		return delivery.Temporary // It says nothing of this mail.
	case at == addressing && code == 552:
		// Once the code for too many recipients, and often used for a full mailbox: both may pass (RFC 5321, 4.5.3.1.10).
		return delivery.Temporary
	case code/100 == 5:
		return delivery.Permanent
	case code/100 == 4, at < answered:
		return delivery.Temporary
	default:
		return delivery.Uncertain // Neither yes nor no.
	}
}

// aboutUs tells whether a reply refuses our user or password, or asks for them (RFC 4954, 6; RFC 3207, 4).
func aboutUs(at step, code int) bool {
	switch code {
	case 530, 534, 535, 538:
		return true
	}
	return at == signingIn && code/100 == 5
}

var enhancedCode = regexp.MustCompile(`^[245]\.\d{1,3}\.\d{1,3}\s`)

// replyWords are a reply's code and text. Servers repeat the enhanced code (RFC 2034) on each line of a reply; once is enough.
func replyWords(code int, text string) string {
	first, rest, _ := strings.Cut(text, "\n")
	var words strings.Builder
	fmt.Fprintf(&words, "%d %s", code, first)
	enhanced := enhancedCode.FindString(first)
	for line := range strings.SplitSeq(rest, "\n") {
		words.WriteString(" " + strings.TrimPrefix(line, enhanced))
	}
	return strings.TrimSpace(words.String())
}

// queueIDs are how servers write the id under which they keep a mail: Postfix and many others, Exim, Exchange, Sendmail.
var queueIDs = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\bqueued as <?([0-9a-z][0-9a-z._@+=-]*[0-9a-z])`),
	regexp.MustCompile(`\bid=([0-9A-Za-z][0-9A-Za-z._-]+)`),
	regexp.MustCompile(`\bInternalId=(\d+)`),
	regexp.MustCompile(`^250 2\.0\.0 ([0-9A-Za-z]+) Message accepted for delivery`),
}

// queueID is the server's id for the mail; empty where its words show none.
func queueID(said string) string {
	for _, pattern := range queueIDs {
		if found := pattern.FindStringSubmatch(said); found != nil {
			return found[1]
		}
	}
	return ""
}
