package followup

import (
	"context"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/routing"
)

// awaits says for whose act a follow-up that nobody has pressed OK for waits, and the reason where the state does not say it; an
// empty state where it waits for nobody. A message that was left while nobody was there never waits by itself.
func awaits(g postchat.GoalSettings, table postchat.Table, chat postchat.Chat, f postchat.FollowUp) (postchat.FollowUpState, string) {
	waitsForOK := f.State == postchat.FollowUpAwaitingOK
	switch {
	case waitsForOK && f.Reason == postchat.ReasonUndone:
		return f.State, f.Reason
	case chat.Kind != postchat.ChatKindChat:
		return "", ""
	case g.RequireCode && len(routing.KnownCodes(table, routing.Given(chat, f))) == 0:
		return postchat.FollowUpAwaitingCode, ""
	case g.Mode == postchat.ModeOperator:
		return postchat.FollowUpAwaitingOK, ""
	case waitsForOK && f.Reason == postchat.ReasonCodePicked:
		return f.State, f.Reason
	}
	return "", ""
}

// wait has a follow-up that is due wait for a person, and reports whether it does. There is one time limit, whatever it waits for
// and in which order: it counts from when the follow-up began to wait.
func wait(in db.ForRouting, f *postchat.FollowUp, now time.Time) bool {
	if !f.SubmittedAt.IsZero() {
		return false
	}
	state, reason := awaits(in.Campaign.GoalSettings, in.Table, in.Chat, *f)
	if state == "" {
		return false
	}
	if f.WaitsSince.IsZero() {
		f.WaitsSince = now
	}
	until := f.WaitsSince.Add(timeLimit(in.Campaign.GoalSettings, reason))
	if !until.After(now) {
		return false
	}
	f.State, f.Reason, f.RunAt = state, reason, until
	return true
}

// timeLimit is how long a follow-up waits for a person. After an undo it is never 0: whoever takes an OK back does not want the
// mail to leave at once.
func timeLimit(g postchat.GoalSettings, reason string) time.Duration {
	if g.TimeLimit == 0 && reason == postchat.ReasonUndone {
		return postchat.DefaultTimeLimit
	}
	return g.TimeLimit
}

// redraft brings the state of a follow-up that waits for a person in line with its changed draft. It goes on waiting as long as it
// did: who only picks a code has not said yet that all is there.
func redraft(table postchat.Table, campaign postchat.Campaign, chat postchat.Chat, f *postchat.FollowUp) {
	if f.State != postchat.FollowUpAwaitingCode && f.State != postchat.FollowUpAwaitingOK {
		return
	}
	switch state, reason := awaits(campaign.GoalSettings, table, chat, *f); {
	case state != "":
		f.State, f.Reason = state, reason
	case f.State == postchat.FollowUpAwaitingCode:
		f.State, f.Reason = postchat.FollowUpAwaitingOK, postchat.ReasonCodePicked
	}
}

// mayGo is a Conflict where a follow-up whose hold ended now would only begin to wait for a person.
func mayGo(ctx context.Context, tx *db.Scope, f postchat.FollowUp) error {
	if !f.SubmittedAt.IsZero() || f.Decision != nil {
		return nil
	}
	chat, err := tx.Chat(ctx, f.ChatID)
	if err != nil {
		return err
	}
	campaign, err := tx.Campaign(ctx, f.CampaignID)
	if err != nil {
		return err
	}
	table, err := tx.Table(ctx, *campaign)
	if err != nil {
		return err
	}
	f.State = postchat.FollowUpHolding
	switch state, _ := awaits(campaign.GoalSettings, table, *chat, f); state {
	case postchat.FollowUpAwaitingCode:
		return postchat.Conflictf("Pick a success code for follow-up #%d first: %s requires one.", f.Number, campaign.Name)
	case postchat.FollowUpAwaitingOK:
		return postchat.Conflictf("Press OK for follow-up #%d: in %s nothing is sent without.", f.Number, campaign.Name)
	}
	return nil
}
