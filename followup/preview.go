package followup

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/mail"
	"github.com/postchat/postchat/routing"
)

// Preview is a mail that somebody wants to see before it is sent: that of a follow-up, or of a sample chat of a campaign. What
// is nil or empty is as it is stored.
type Preview struct {
	FollowUpID string
	CampaignID string
	// Settings are the campaign's mail settings as if they had been saved; CodeSettings what differs for codes.
	Settings     postchat.MailOverrides
	CodeSettings []CodeMail
	// Codes are labels as if they had been given, Note and Urgent as if an operator had said so.
	Codes  []string
	Note   *string
	Urgent *bool
	// ExtraAddresses are more recipients, typed as people type them.
	ExtraAddresses *string
	// Starred, Covered and Lifted are marks as if they had been made; by is not looked at.
	Starred         []string
	Covered, Lifted []postchat.Cover
}

// CodeMail is what differs in the mails of chats with a code.
type CodeMail struct {
	CodeID string
	postchat.MailOverrides
}

// Previewed is a mail that was composed to be looked at.
type Previewed struct {
	// FollowUp is the follow-up that it is of, and Campaign its campaign; the follow-up of a sample chat is nil.
	FollowUp *postchat.FollowUp
	Campaign postchat.Campaign
	// Decision says who gets the mail; where that is nobody the mail is shown all the same, and named for nobody.
	Decision postchat.Decision
	Subject  string
	// From and ReplyTo are the fields of that name, as people read them.
	From, ReplyTo string
	Content       mail.Content
	Source        string
	MessageID     string
}

// Preview composes a mail as it would be sent now. Nothing is stored, and nobody is mailed.
func (d *Desk) Preview(ctx context.Context, scope *db.Scope, p Preview) (*Previewed, error) {
	return d.preview(ctx, scope, p, nil)
}

// preview is Preview; where to is given the mail is a test that goes there alone.
func (d *Desk) preview(ctx context.Context, scope *db.Scope, p Preview, to *postchat.Address) (*Previewed, error) {
	in, err := d.forPreview(ctx, scope, p)
	if err != nil {
		return nil, err
	}
	previewed := &Previewed{Campaign: in.Campaign, Decision: d.wouldGo(in, p)}
	m, err := mail.Compose(mail.Input{
		ID: postchat.NewID(d.Now()), Kind: postchat.MailFirst, Now: d.Now(), Draft: true, TestTo: to,
		Campaign: in.Campaign, Codes: in.Table.Codes, Chat: in.Chat, FollowUp: in.FollowUp, Decision: previewed.Decision,
		Standard: in.Table.Standard, From: d.From, IncludePrivate: in.Source.IncludePrivate, PublicURL: in.publicURL,
	})
	if err != nil {
		return nil, fmt.Errorf("compose the mail: %w", err)
	}
	if p.FollowUpID != "" {
		previewed.FollowUp = &in.FollowUp
	}
	previewed.Subject, previewed.Source, previewed.MessageID = m.Subject, string(m.Source), m.MessageID
	previewed.Content, err = mail.Parts(m.Source)
	for _, field := range previewed.Content.Fields {
		switch field.Name {
		case "From":
			previewed.From = field.Value
		case "Reply-To":
			previewed.ReplyTo = field.Value
		}
	}
	return previewed, err
}

// previewing is what a preview is composed from.
type previewing struct {
	db.ForRouting

	publicURL string
}

// forPreview reads what is stored and puts in its place what is not saved yet.
func (d *Desk) forPreview(ctx context.Context, scope *db.Scope, p Preview) (previewing, error) {
	var in previewing
	var err error
	switch {
	case p.FollowUpID != "":
		in, err = d.realChat(ctx, scope, p.FollowUpID)
	case p.CampaignID != "":
		in, err = d.sampleChat(ctx, scope, p.CampaignID)
	default:
		err = postchat.Invalidf("campaign", "give a campaign, or a follow-up")
	}
	if err != nil {
		return in, err
	}
	if p.CampaignID != "" && p.CampaignID != in.Campaign.ID {
		return in, postchat.Invalidf("campaign", "is not that of the follow-up; leave it out")
	}
	p.Settings.Clean()
	errs := []error{below("settings", p.Settings.Validate())}
	in.Campaign.MailSettings = in.Campaign.MailSettings.With(p.Settings)
	in.Table.Codes = slices.Clone(in.Table.Codes)
	for i, c := range p.CodeSettings {
		field := fmt.Sprintf("codeSettings[%d]", i)
		at := slices.IndexFunc(in.Table.Codes, func(code postchat.SuccessCode) bool { return code.ID == c.CodeID })
		if at < 0 {
			errs = append(errs, &postchat.Error{Kind: postchat.NotFound, Field: field + ".code", Message: "There is no such success code."})
			continue
		}
		c.Clean()
		errs = append(errs, below(field, c.Validate()))
		in.Table.Codes[at].MailOverrides = c.MailOverrides
	}
	return in, errors.Join(append(errs, p.submission(&in.FollowUp.Submission, in.Chat, scope.Actor().Name))...)
}

// submission puts what the preview says of the operator's part over what is stored.
func (p Preview) submission(s *postchat.Submission, chat postchat.Chat, caller string) error {
	var err error
	p.marks(s)
	if p.Codes != nil {
		s.Codes = slices.Clone(p.Codes)
	}
	if p.Note != nil {
		s.Note = *p.Note
		s.Operator = cmp.Or(s.Operator, caller)
	}
	if p.Urgent != nil {
		s.Urgent = *p.Urgent
	}
	if p.ExtraAddresses != nil {
		s.Extra, err = postchat.ParseAddressList(*p.ExtraAddresses)
	}
	s.Clean()
	return errors.Join(at("extraAddresses", err), s.Validate(), s.MarksFit(chat.Transcript))
}

func (p Preview) marks(s *postchat.Submission) {
	if p.Starred != nil {
		s.Starred = p.Starred
	}
	if p.Covered != nil {
		s.Covered = p.Covered
	}
	if p.Lifted != nil {
		s.Lifted = postchat.Lifts(p.Lifted)
	}
}

// says reports whether the preview says anything of the operator's part that routing looks at.
func (p Preview) says() bool { return p.Codes != nil || p.ExtraAddresses != nil }

// wouldGo is the decision that the mail would be sent by: the one that OK froze where nothing is changed about it.
func (d *Desk) wouldGo(in previewing, p Preview) postchat.Decision {
	if f := in.FollowUp; f.Decision != nil && f.State.Waiting() && !p.says() {
		return *f.Decision
	}
	return routing.Route(in.Table, in.Chat, in.FollowUp)
}

func (d *Desk) realChat(ctx context.Context, scope *db.Scope, followUpID string) (previewing, error) {
	f, err := scope.FollowUp(ctx, followUpID)
	if err != nil {
		return previewing{}, at("followUp", err)
	}
	routing, err := scope.ForRouting(ctx, *f)
	if err != nil {
		return previewing{}, err
	}
	in := previewing{ForRouting: routing, publicURL: d.PublicURL}
	if in.Draft != nil && f.SubmittedAt.IsZero() && f.State.Waiting() {
		in.FollowUp.Adopt(*in.Draft, in.Campaign.GoalSettings.UndoDelay)
	}
	return in, nil
}

// at puts the field on every problem in err that names none. Other errors stay as they are.
func at(field string, err error) error {
	return named(err, func(was string) string { return cmp.Or(was, field) })
}

// below puts the field before that of every problem in err.
func below(field string, err error) error {
	return named(err, func(was string) string { return field + "." + was })
}

func named(err error, name func(was string) string) error {
	problems := postchat.Problems(err)
	if len(problems) == 0 {
		return err
	}
	errs := make([]error, len(problems))
	for i, problem := range problems {
		at := *problem
		at.Field = name(problem.Field)
		errs[i] = &at
	}
	return errors.Join(errs...)
}
