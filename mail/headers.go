package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// Limits of the subject's parts, in characters.
const (
	subjectCodes    = 3
	subjectLabel    = 24
	subjectName     = 48
	subjectCampaign = 48
)

// writeHeader writes the message's header up to the fields of MIME.
func (a *author) writeHeader(b *bytes.Buffer, subject string) {
	in := a.in
	writeField(b, "From", mailboxes(postchat.Address{Name: a.senderName(), Email: in.From.Email})...)
	writeField(b, "To", mailboxes(in.named()...)...)
	writeField(b, "Reply-To", mailboxes(a.replyTo()...)...)
	writeField(b, "Subject", encodeText(subject)...)
	writeField(b, "Date", in.Now.In(a.zone).Format(time.RFC1123Z))
	writeField(b, "Message-ID", "<"+in.messageID()+">")
	writeField(b, "References", "<conversation-"+in.conversation()+"@"+in.domain()+">")
	// RFC 3834: nobody's holiday notice shall answer. Exchange looks at the second field instead.
	writeField(b, "Auto-Submitted", "auto-generated")
	writeField(b, "X-Auto-Response-Suppress", "All")
	if in.FollowUp.Submission.Urgent {
		// Outlook reads Importance (RFC 4021), Apple Mail and Thunderbird X-Priority.
		writeField(b, "Importance", "high")
		writeField(b, "X-Priority", "1")
	}
	if in.FollowUp.Number > 0 {
		writeField(b, "X-Postchat-Follow-Up", strconv.FormatInt(in.FollowUp.Number, 10))
	}
}

// conversation is the same for all mails about one conversation, and says nothing of the vendor's id for it.
func (in *Input) conversation() string {
	c := &in.Chat
	sum := sha256.Sum256([]byte(c.AccountID + "\x00" + c.SourceID + "\x00" + c.ConversationID))
	return hex.EncodeToString(sum[:16])
}

// senderName stands before the sender's address: the campaign's mail settings have it, else it is the campaign's name.
func (a *author) senderName() string {
	for _, name := range []string{a.in.Campaign.MailSettings.SenderName, a.in.Campaign.Name, a.in.From.Name} {
		if name = postchat.Shorten(oneLine(name), maxName); name != "" {
			return name
		}
	}
	return ""
}

// subject is such as: Urgent: [Lead] Chat with Ines Moreau · Acme website #1000.
func (a *author) subject() string {
	var b strings.Builder
	if a.in.FollowUp.Submission.Urgent {
		b.WriteString(a.w.Urgent + ": ")
	}
	if labels := a.subjectLabels(); labels != "" {
		b.WriteString("[" + labels + "] ")
	}
	b.WriteString(a.title(postchat.Shorten(oneLine(a.in.Chat.Visitor.Name), subjectName)))
	if name := postchat.Shorten(oneLine(a.in.Campaign.Name), subjectCampaign); name != "" {
		b.WriteString(" · " + name)
	}
	if a.in.FollowUp.Number > 0 {
		fmt.Fprintf(&b, " #%d", a.in.FollowUp.Number)
	}
	return b.String()
}

func (a *author) subjectLabels() string {
	var labels []string
	for _, verdict := range a.in.Decision.Codes {
		if label := postchat.Shorten(oneLine(verdict.Label), subjectLabel); label != "" {
			labels = append(labels, label)
		}
	}
	if more := len(labels) - subjectCodes; more > 0 {
		labels = append(labels[:subjectCodes], "+"+strconv.Itoa(more))
	}
	return strings.Join(labels, ", ")
}
