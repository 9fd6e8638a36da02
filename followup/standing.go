package followup

import (
	"context"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/routing"
)

// Target says which follow-up an operator means: one that exists, by its id, or the one of a conversation. Before the
// conversation's chat closes it has none yet: then what is submitted waits for the close.
type Target struct {
	FollowUpID string

	SourceID       string
	ConversationID string

	// Version is the panel's, as the operator saw it: another one now is a Conflict. Nil checks nothing.
	Version *int

	// sight is what the vendor says of the conversation; nil where it was not asked. See Desk.sighted.
	sight *sight
}

// validate reports a target that names nothing, or two things.
func (t Target) validate() error {
	conversation := t.SourceID != "" || t.ConversationID != ""
	switch {
	case t.FollowUpID != "" && conversation:
		return postchat.Invalidf("conversation", "give either a follow-up or a conversation")
	case t.FollowUpID != "":
		return nil
	case t.SourceID == "" || t.ConversationID == "":
		return postchat.Invalidf("conversation", "give a follow-up, or a source and its conversation")
	}
	return below("conversation", postchat.ValidateConversationID("id", t.ConversationID))
}

// standing is what there is of a target, and what its decision is made by.
type standing struct {
	target Target
	source postchat.Source // where the conversation is; without secrets
	// conversation is the vendor's id.
	conversation string
	// campaign is that of the follow-up at hand; of an open chat, the one that it would belong to by what is known.
	campaign postchat.Campaign
	table    postchat.Table

	// chat and followUp are the conversation's newest, or those that were asked for; nil where there are none.
	chat     *postchat.Chat
	followUp *postchat.FollowUp
	// draft is what was saved for a chat that has not closed; nil where there is nothing. One that a close did not see, because it
	// was saved at that very moment, counts for the follow-up as if it had.
	draft   *postchat.Draft
	adopted *postchat.Draft
}

// stand finds out how things stand with a target.
func (d *Desk) stand(ctx context.Context, scope *db.Scope, t Target) (*standing, error) {
	if err := t.validate(); err != nil {
		return nil, err
	}
	s := &standing{target: t, conversation: t.ConversationID}
	find := s.findConversation
	if t.FollowUpID != "" {
		find = s.findFollowUp
	}
	if err := find(ctx, scope); err != nil {
		return nil, err
	}
	if err := s.findDraft(ctx, scope); err != nil {
		return nil, err
	}
	if err := s.findCampaign(ctx, scope); err != nil {
		return nil, err
	}
	if s.draft != nil && s.waits() {
		s.followUp.Adopt(*s.draft, s.campaign.GoalSettings.UndoDelay)
		s.draft, s.adopted = nil, s.draft
		redraft(s.table, s.campaign, *s.chat, s.followUp)
	}
	return s, nil
}

func (s *standing) findFollowUp(ctx context.Context, scope *db.Scope) (err error) {
	if s.followUp, err = scope.FollowUp(ctx, s.target.FollowUpID); err != nil {
		return err
	}
	if s.chat, err = scope.Chat(ctx, s.followUp.ChatID); err != nil {
		return err
	}
	s.conversation = s.chat.ConversationID
	return s.findSource(ctx, scope, s.chat.SourceID)
}

func (s *standing) findConversation(ctx context.Context, scope *db.Scope) error {
	if err := s.findSource(ctx, scope, s.target.SourceID); err != nil {
		return err
	}
	f, err := scope.FollowUpOfConversation(ctx, s.source.ID, s.conversation)
	if postchat.IsKind(err, postchat.NotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	s.followUp = f
	s.chat, err = scope.Chat(ctx, f.ChatID)
	return err
}

func (s *standing) findSource(ctx context.Context, scope *db.Scope, id string) error {
	source, err := scope.Source(ctx, id)
	if err != nil {
		return err
	}
	s.source = *source
	s.source.Secrets = nil
	return nil
}

// findDraft reads the draft where one can matter: not beside a settled follow-up that was asked for by its id, nor beside one that is
// routed a second time, for it is the next chat's.
func (s *standing) findDraft(ctx context.Context, scope *db.Scope) error {
	if s.target.FollowUpID != "" && !s.waits() || s.waits() && !s.followUp.RoutedAt.IsZero() {
		return nil
	}
	draft, err := scope.Draft(ctx, s.source.ID, s.conversation)
	if postchat.IsKind(err, postchat.NotFound) || err == nil && s.waits() && !draft.Fits(s.followUp.CampaignID) {
		return nil
	}
	s.draft = draft
	return err
}

func (s *standing) findCampaign(ctx context.Context, scope *db.Scope) error {
	id := s.campaignID(scope)
	campaign, err := scope.Campaign(ctx, id)
	if postchat.IsKind(err, postchat.NotFound) && s.followUp == nil {
		return postchat.NotFoundf("There is no such source.") // for somebody who sees none of its campaigns
	}
	if err != nil {
		return err
	}
	s.campaign = *campaign
	s.table, err = scope.Table(ctx, *campaign)
	return err
}

// campaignID is the follow-up's campaign. For a chat that runs it is the one that the source's rules choose by what is known, or,
// where its viewer does not see that, the first of the source's that they do.
func (s *standing) campaignID(scope *db.Scope) string {
	if s.followUp != nil && !s.open() {
		return s.followUp.CampaignID
	}
	var known postchat.Chat
	switch seen := s.seen(); {
	case seen != nil:
		known = *seen
	case s.chat != nil:
		known = *s.chat // the conversation's last one is the best guess at its next
	}
	id := s.source.CampaignFor(known)
	if scope.Sees(id) {
		return id
	}
	for _, rule := range s.source.Rules {
		if scope.Sees(rule.CampaignID) {
			return rule.CampaignID
		}
	}
	return id
}

// waits reports whether there is a follow-up that was not sent yet.
func (s *standing) waits() bool { return s.followUp != nil && s.followUp.State.Waiting() }

// open reports whether it is about a chat that has not closed.
func (s *standing) open() bool {
	return !s.waits() && (s.draft != nil || s.followUp == nil || s.goesOn())
}

// version is what rises with every change, from one state of the conversation to the next; 0 where there is nothing.
func (s *standing) version() int {
	switch {
	case s.draft != nil:
		return s.draft.Version
	case s.followUp == nil:
		return 0
	case s.adopted != nil:
		return s.followUp.Version + s.adopted.Version
	}
	return s.followUp.Version
}

// submission is the operator's part as it stands.
func (s *standing) submission() postchat.Submission {
	switch {
	case !s.open():
		return s.followUp.Submission
	case s.draft != nil:
		return s.draft.Submission
	}
	return postchat.Submission{}
}

// submitted says whether OK was pressed and not taken back, and by whom.
func (s *standing) submitted() (by string, yes bool) {
	switch {
	case !s.open():
		return s.followUp.SubmittedBy, !s.followUp.SubmittedAt.IsZero()
	case s.draft != nil:
		return s.draft.Submission.Operator, !s.draft.SubmittedAt.IsZero()
	}
	return "", false
}

// mark is the package's mark of the operator's part to be, by what it was. Beside a settled follow-up that part is the next chat's.
func (s *standing) mark(scope *db.Scope, part *postchat.Submission) error {
	switch {
	case s.waits():
		return mark(scope, part, s.followUp.Submission, s.chat.Transcript)
	case s.draft != nil:
		return mark(scope, part, s.draft.Submission, nil)
	}
	return mark(scope, part, postchat.Submission{}, nil)
}

// routed is the follow-up as routing is asked about it, and the chat; both are as much as is known.
func (s *standing) routed() (postchat.Chat, postchat.FollowUp) {
	f := postchat.FollowUp{Submission: s.submission()}
	switch seen := s.seen(); {
	case !s.open():
		return *s.chat, f
	case seen != nil:
		return *seen, f
	}
	return postchat.Chat{}, f
}

// begin returns the draft of the chat that runs, a new one where there is none, to be stored by the scope.
func (s *standing) begin(scope *db.Scope, now time.Time) *postchat.Draft {
	if s.draft == nil {
		s.draft = &postchat.Draft{
			ID: postchat.NewID(now), SourceID: s.source.ID, ConversationID: s.conversation, CampaignID: s.campaign.ID, Version: s.version(),
		}
	}
	s.draft.CampaignID, s.draft.Campaigns = s.campaign.ID, scope.Limits()
	if s.followUp != nil {
		s.draft.After = s.followUp.ID
	}
	return s.draft
}

// decide holds a submission against the campaign and returns what it leads to. A required code may be missing until OK.
func (s *standing) decide(part postchat.Submission, ok bool) (*postchat.Decision, error) {
	chat, f := s.routed()
	f.Submission = part
	if err := checkCodes(s.campaign, s.table, chat, f, ok); err != nil {
		return nil, err
	}
	decision := routing.Route(s.table, chat, f)
	return &decision, nil
}

// update stores the follow-up. It is a Conflict where somebody else changed it, or its draft, since it was read.
func (s *standing) update(ctx context.Context, tx *db.Scope) error {
	if s.adopted != nil {
		return tx.AdoptDraft(ctx, s.followUp, s.adopted)
	}
	return tx.UpdateFollowUp(ctx, s.followUp)
}

// settledBefore reports whether the follow-up was routed before a moment, or at it.
func (s *standing) settledBefore(at time.Time) bool {
	return !s.open() && !s.waits() && !at.Before(s.followUp.RoutedAt)
}

// check is a Conflict where the operator saw another version, or where it is too late.
func (s *standing) check() error {
	seen := s.target.Version
	switch {
	case !s.open() && !s.waits() && (s.target.FollowUpID != "" || seen != nil && *seen != s.version()):
		return s.settled()
	case seen == nil || *seen == s.version():
		return nil
	}
	if by, yes := s.submitted(); yes {
		return (&postchat.Error{Kind: postchat.Conflict, Field: "version", Message: pressedOK(by) + " Look at it again."}).
			Named(postchat.ErrorSubmitted)
	}
	return (&postchat.Error{Kind: postchat.Conflict, Field: "version", Message: "This was changed in the meantime. Look at it again."}).
		Named(postchat.ErrorChanged)
}

func (s *standing) settled() error {
	return postchat.Conflictf("Follow-up #%d was settled before: it is %s.", s.followUp.Number, s.followUp.State).Named(postchat.ErrorSettled)
}

func pressedOK(by string) string {
	if by == "" {
		return "OK was pressed already."
	}
	return by + " has pressed OK already."
}
