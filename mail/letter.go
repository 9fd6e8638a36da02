package mail

import (
	"bytes"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// Letter is a plain mail to one person that is about no chat, such as an invitation.
type Letter struct {
	// ID makes the Message-ID.
	ID       string
	From, To postchat.Address
	// Subject is one line, and Text lines ended by \n. Neither may hold what a stranger typed.
	Subject, Text string
	Now           time.Time
}

// MessageID is the letter's Message-ID without its angle brackets.
func (l Letter) MessageID() string {
	_, host, _ := strings.Cut(l.From.Email, "@")
	return l.ID + "@" + host
}

// Source is the whole message, lines ended by CRLF.
func (l Letter) Source() []byte {
	var b bytes.Buffer
	writeField(&b, "From", mailboxes(l.From)...)
	writeField(&b, "To", mailboxes(l.To)...)
	writeField(&b, "Subject", encodeText(oneLine(l.Subject))...)
	writeField(&b, "Date", l.Now.Format(time.RFC1123Z))
	writeField(&b, "Message-ID", "<"+l.MessageID()+">")
	// RFC 3834: nobody's holiday notice shall answer.
	writeField(&b, "Auto-Submitted", "auto-generated")
	writeField(&b, "X-Auto-Response-Suppress", "All")
	b.WriteString("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n")
	writeQuotedPrintable(&b, []byte(postchat.CleanText(l.Text)))
	return b.Bytes()
}
