package mail

import (
	"fmt"
	"strings"

	"github.com/postchat/postchat"
)

// replyTo is where a plain reply goes. A reply quotes the whole mail, so it is the visitor only where the mail holds nothing
// that was not said to the visitor: no note of the operator and no private note of the team. Else it is the campaign's own
// address for answers, else the campaign's standard, else the sender.
func (a *author) replyTo() []postchat.Address {
	if a.visitor.Email != "" && !a.private {
		return []postchat.Address{a.visitor}
	}
	if department, err := postchat.ParseAddress(a.settings.ReplyTo); err == nil {
		return []postchat.Address{department}
	}
	var standard []postchat.Address
	for _, address := range a.in.Standard {
		if fitsHeader(address.Email) {
			standard = append(standard, address)
		}
	}
	if standard != nil {
		return standard
	}
	return []postchat.Address{{Email: a.in.From.Email}}
}

// replying tells the reader where a reply goes, and where that is not the visitor offers a link that writes a new mail,
// which quotes nothing.
func (a *author) replying(v *view) {
	if a.visitor.Email == "" {
		return
	}
	if !a.private {
		v.ReplyGoes = a.w.ReplyToVisitor
		return
	}
	goes := make([]string, 0, 3)
	for _, address := range a.replyTo() {
		if len(goes) == cap(goes) {
			goes = append(goes, "…")
			break
		}
		goes = append(goes, address.Email)
	}
	v.ReplyGoes = fmt.Sprintf(a.w.ReplyElsewhere, strings.Join(goes, ", "))
	v.VisitorEmail = a.visitor.Email
	subject := a.w.YourChat
	if a.in.Chat.Kind == postchat.ChatKindOffline {
		subject = a.w.YourMessage
	}
	v.VisitorMailto = mailto(a.visitor.Email, fmt.Sprintf(subject, a.senderName()))
}

// mailto is a link that starts a mail (RFC 6068). Everything but letters, digits, -._~ and the @ is encoded, so that neither
// the address nor the subject can add a field such as bcc.
func mailto(email, subject string) string {
	local, host, _ := strings.Cut(email, "@")
	return "mailto:" + percentEncode(local) + "@" + percentEncode(host) + "?subject=" + percentEncode(subject)
}

func percentEncode(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.Write([]byte{'%', hex[c>>4], hex[c&15]})
	}
	return b.String()
}
