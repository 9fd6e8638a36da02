package mailgun

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat/delivery"
)

// longestPause is the most that Mailgun may ask us to wait; more is taken for a mistake.
const longestPause = 24 * time.Hour

// judge says what an attempt came to. err matters only where there was no answer, and says why.
func (s *Sender) judge(rec record, err error) (delivery.Accepted, error) {
	reply := parseAnswer(rec.answer)
	if rec.status/100 == 2 {
		words := reply.Message
		if words == "" {
			words = statusLine(rec.status) + ", without a readable answer; the mail was taken"
		}
		return delivery.Accepted{ProviderID: strings.Trim(reply.ID, "<> "), Words: s.words(words)}, nil
	}
	failure := &delivery.Failure{
		Class:      classify(rec.status, rec.whole),
		RetryAfter: retryAfter(rec.header.Get("Retry-After"), s.now()),
	}
	switch {
	case rec.status != 0:
		failure.Words = s.words(refusalWords(rec.status, reply))
		failure.Err = aboutUs(rec.status)
	case rec.whole:
		failure.Words, failure.Err = s.words(fmt.Sprintf("no clear answer after the mail was handed over: %v", err)), err
	default:
		failure.Words, failure.Err = s.words(fmt.Sprintf("the mail was not handed over: %v", err)), err
	}
	return delivery.Accepted{}, failure
}

// classify says what an answer other than 2xx means; status 0 is no answer at all.
//
// A request of which the end never left cannot have been taken, whatever came back: it is a multipart form without its last
// border, and shorter than its Content-Length. After a whole one a 5xx proves nothing either, as Mailgun is known to have sent
// mails that it answered with a 5xx.
func classify(status int, whole bool) delivery.Class {
	switch {
	case status == http.StatusBadRequest, status == http.StatusRequestEntityTooLarge:
		return delivery.Permanent
	case status == http.StatusSeeOther && whole:
		// It says that the request was carried out and where to see the result (RFC 9110, 15.4.4).
		return delivery.Uncertain
	case status/100 == 3, status/100 == 4, !whole:
		return delivery.Temporary
	default:
		return delivery.Uncertain
	}
}

// aboutUs is delivery.ErrUnauthorized where the status refuses the key, the account or the domain, and not this mail alone.
func aboutUs(status int) error {
	switch status {
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusNotFound:
		return delivery.ErrUnauthorized
	}
	return nil
}

// refusalWords are the status in our words and the reason in Mailgun's.
func refusalWords(status int, a answer) string {
	words := statusLine(status)
	switch {
	case status == http.StatusUnauthorized, status == http.StatusForbidden:
		words += ", the API key or the domain is refused"
	case status == http.StatusPaymentRequired:
		words += ", the account is refused"
	case status == http.StatusNotFound:
		words += ", the domain or the API base is unknown"
	case status/100 == 3:
		words += ", a redirect, which is never followed with a mail: check the API base"
	}
	if a.Message != "" {
		words += ": " + a.Message
	}
	return words
}

func statusLine(status int) string {
	return strings.TrimSpace(fmt.Sprintf("%d %s", status, http.StatusText(status)))
}

// answer is Mailgun's answer to a mail.
type answer struct {
	ID      string `json:"id"`
	Message string `json:"message"`
}

// parseAnswer understands Mailgun's JSON and its plain words. A page comes from somebody in between and says nothing.
func parseAnswer(body []byte) answer {
	text := strings.TrimSpace(string(body))
	if strings.HasPrefix(text, "{") {
		var a answer
		if json.Unmarshal(body, &a) != nil {
			return answer{}
		}
		return a
	}
	if strings.HasPrefix(text, "<") {
		return answer{}
	}
	return answer{Message: text}
}

// retryAfter reads the header of that name, which is a number of seconds or a date (RFC 9110, 10.2.3). What cannot be read and
// what has passed is 0.
func retryAfter(value string, now time.Time) time.Duration {
	var pause time.Duration
	value = strings.TrimSpace(value)
	if seconds, err := strconv.ParseUint(value, 10, 63); err == nil {
		pause = time.Duration(min(seconds, uint64(longestPause/time.Second))) * time.Second
	} else if date, err := http.ParseTime(value); err == nil {
		pause = date.Sub(now)
	}
	return min(max(pause, 0), longestPause)
}

func (s *Sender) words(text string) string { return delivery.Words(text, s.secrets...) }
