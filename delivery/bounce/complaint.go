package bounce

import (
	"cmp"
	"net/mail"
	"strings"

	"github.com/postchat/postchat"
)

// readComplaint reads a feedback report (RFC 5965).
func readComplaint(header fields, p *parts) (Report, bool) {
	if p.feedback == nil {
		return Report{}, false
	}
	feedback, _ := cutFields(p.feedback)
	kind := strings.ToLower(feedback.first("feedback-type"))
	switch kind {
	case "not-spam", "auth-failure", "dmarc":
		// The opposite of a complaint, and reports on signatures (RFC 6591), which are the domain owner's business.
		return Report{Kind: AutoReply}, true
	}
	r := Report{Kind: Complaint, MessageID: cmp.Or(messageIDOf(p.returned), answered(header))}
	speaker := cmp.Or(untyped(feedback.first("reporting-mta")), feedback.first("user-agent"))
	words := serverWords(speaker, "the recipient reported the mail: "+cmp.Or(kind, "abuse"))
	for _, email := range complainers(feedback, p.returned) {
		r.add(Recipient{Email: email, State: postchat.DeliveryComplained, Words: words})
	}
	return r, true
}

// complainers are the recipients that a complaint is from. Many reports leave them out; a mail to one recipient still tells.
func complainers(feedback, returned fields) []string {
	var emails []string
	for _, value := range feedback["original-rcpt-to"] {
		if email := address(value); email != "" {
			emails = append(emails, email)
		}
	}
	if len(emails) > 0 {
		return emails
	}
	to, err := mail.ParseAddressList(returned.first("to"))
	if err != nil || len(to) != 1 {
		return nil
	}
	if email := address(to[0].Address); email != "" {
		return []string{email}
	}
	return nil
}
