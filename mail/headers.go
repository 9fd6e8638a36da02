package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"

	"github.com/postchat/postchat"
)

// writeHeader writes the message's header up to the fields of MIME.
func (a *author) writeHeader(b *bytes.Buffer, subject string) {
	in := a.in
	writeField(b, "From", mailboxes(postchat.Address{Name: a.senderName(), Email: in.From.Email})...)
	if to := in.named(); len(to) > 0 {
		writeField(b, "To", mailboxes(to...)...)
	} else {
		writeField(b, "To", "undisclosed-recipients:;") // RFC 5322, section 3.4: a group may be empty
	}
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
	for _, name := range []string{a.settings.SenderName, a.in.Campaign.Name, a.in.From.Name} {
		if name = postchat.Shorten(oneLine(name), maxName); name != "" {
			return name
		}
	}
	return ""
}
