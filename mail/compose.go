// Package mail composes the mail of a follow-up: a plain part and an HTML part made from the same view of its data, in one
// MIME message (RFC 5322, RFC 2045 to 2047) that is the same bytes for every recipient and every attempt.
//
// Whatever a visitor wrote is inert in it: it cannot break a header field, becomes no markup, link or image, cannot pass for
// another message of the transcript, and cannot reorder our own words. A mail never shows less than there is without saying
// so: what does not fit is named and attached as transcript.txt.
package mail

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// Input is everything that a mail is made from. The same Input gives the same bytes.
type Input struct {
	Campaign postchat.Campaign
	// Codes are all of the campaign's success codes in their order, for what differs in the mails of chats with some of them.
	Codes []postchat.SuccessCode
	Chat  postchat.Chat
	// FollowUp gives the number and the operator's part: note, urgent mark and name.
	FollowUp postchat.FollowUp
	// Decision says who gets the mail, and why.
	Decision postchat.Decision
	// Standard are the addresses of the campaign's standard, for Reply-To.
	Standard []postchat.Address
	// From is the sender of this installation. Its name is used only where neither the campaign nor its mail settings have one.
	From postchat.Address
	// IncludePrivate puts the team's private notes into the mail, marked as such. The source decides it.
	IncludePrivate bool
	// PublicURL is the http or https address under which people reach the pages. Empty leaves the link to the follow-up out.
	PublicURL string
	Kind      postchat.MailKind
	// Refusals are what servers said that refused the mail which a rescue stands in for. Other kinds leave it empty.
	Refusals []Refusal
	// ID is the mail's id, a UUIDv7. Message-ID and the borders between the parts are made from it.
	ID string
	// Now is the date of the mail.
	Now time.Time
	// Draft is a mail that is only looked at: it may be for nobody.
	Draft bool
	// TestTo makes the mail a test, marked as such, that goes there instead of to the decision's recipients. They are still named in
	// it, with their reasons.
	TestTo *postchat.Address
	// Unusable is told of mail settings that break their rules and were passed over for the default; nil tells nobody.
	Unusable func(error)

	// covered is how many texts of the chat the mail does not show; see cover.
	covered int
}

// Refusal is what a server said of an address that it refused.
type Refusal struct{ Email, Words string }

// Compose makes the mail of a follow-up. It fails when there is nobody to write to, or when the id or the sender's address
// could not stand in a header field; it never fails because of what the visitor or the vendor sent. A recipient whose address
// could not stand there is not named in To, and stops nobody else.
func Compose(in Input) (postchat.Mail, error) {
	if err := in.check(); err != nil {
		return postchat.Mail{}, fmt.Errorf("compose mail: %w", err)
	}
	in.cover()
	s := newScratch()
	defer s.free()
	a := newAuthor(&in)
	if a.unusable != nil && in.Unusable != nil {
		in.Unusable(a.unusable)
	}
	v := a.view()
	html, err := a.writeHTML(v, s)
	if err != nil {
		return postchat.Mail{}, fmt.Errorf("compose mail: write the HTML part: %w", err)
	}
	plain, err := writePlain(v, s)
	if err != nil {
		return postchat.Mail{}, fmt.Errorf("compose mail: write the plain part: %w", err)
	}
	var transcript []byte
	if a.cut {
		if transcript, err = writeTranscript(&in); err != nil {
			return postchat.Mail{}, fmt.Errorf("compose mail: write the transcript: %w", err)
		}
	}

	var source bytes.Buffer
	source.Grow(4096 + len(plain) + len(html)*5/4 + len(transcript)*3/2)
	a.writeHeader(&source, v.Subject)
	writeMIME(&source, in.ID, plain, html, transcript)
	return postchat.Mail{
		ID: in.ID, AccountID: in.FollowUp.AccountID, FollowUpID: in.FollowUp.ID, Kind: in.Kind,
		MessageID: in.messageID(), Subject: v.Subject, From: in.From.Email,
		Source: source.Bytes(), CreatedAt: in.Now,
	}, nil
}

// check refuses what would break the message and can only be a mistake of ours.
func (in *Input) check() error {
	if len(in.named()) == 0 && !in.Draft {
		return errors.New("the decision has no recipient with a usable address")
	}
	if in.ID == "" || len(in.ID) > 36 || strings.Trim(in.ID, idCharacters) != "" {
		return fmt.Errorf("%q is not an id", postchat.Shorten(in.ID, 80))
	}
	if !fitsHeader(in.From.Email) {
		return errors.New("the sender has no usable address")
	}
	return nil
}

// named are the recipients that the mail names as such.
func (in *Input) named() []postchat.Address {
	if in.TestTo != nil {
		return []postchat.Address{*in.TestTo}
	}
	named := make([]postchat.Address, 0, len(in.Decision.Recipients))
	for _, r := range in.Decision.Recipients {
		if fitsHeader(r.Address.Email) {
			named = append(named, r.Address)
		}
	}
	return named
}

// idCharacters are those of a UUID. None of them needs quotes in a Message-ID or in a border between parts.
const idCharacters = "0123456789abcdefABCDEF-"

// fitsHeader reports whether an e-mail can stand in a header field as it is. Whether mail can reach it was decided by
// postchat.ParseAddress when it was saved; this only keeps a broken row of the database out of the message.
func fitsHeader(email string) bool {
	local, host, found := strings.Cut(email, "@")
	if !found || local == "" || host == "" || len(email) > 254 {
		return false
	}
	for i := range len(email) {
		if c := email[i]; c <= ' ' || c >= 0x7f || strings.IndexByte(`()<>[]:;\,"`, c) >= 0 {
			return false
		}
	}
	return !strings.Contains(host, "@")
}

// messageID is the mail's Message-ID without its angle brackets.
func (in *Input) messageID() string { return in.ID + "@" + in.domain() }

func (in *Input) domain() string {
	_, host, _ := strings.Cut(in.From.Email, "@")
	return host
}
