package chatwoot

import (
	"strings"

	"github.com/postchat/postchat"
)

// The events that are about a conversation's status, by Chatwoot's names. An automation rule's begin with automation.
const (
	typeStatusChanged = "conversation_status_changed"
	typeUpdated       = "conversation_updated"
	typeResolved      = "conversation_resolved"
	typeOpened        = "conversation_opened"
	automation        = "automation_event."
)

// isConversation reports whether the event is one that may tell of a finished chat.
func isConversation(eventType string) bool {
	switch strings.TrimPrefix(eventType, automation) {
	case typeStatusChanged, typeUpdated, typeResolved, typeOpened:
		return true
	}
	return false
}

// kind is what the event means; empty where it is not about a finished chat.
func (p *payload) kind() postchat.EventKind {
	name, byRule := strings.CutPrefix(string(p.Event), automation)
	if !isConversation(string(p.Event)) {
		return ""
	}
	now, before := p.statuses()
	switch {
	case now == statusResolved && name == typeUpdated && !byRule && before == "":
		return p.edit()
	case now == statusResolved:
		return postchat.EventClosed
	case now != statusOpen && now != statusPending: // a snoozed one comes back by itself
		return ""
	case before == statusResolved, before == "" && name != typeUpdated && now == statusOpen:
		return postchat.EventReopened
	}
	return ""
}

// statuses are the conversation's status, and the one before where the event changed it. The status is that of the moment at which
// the event was written down, which may be later than the change: a conversation that was opened again meanwhile did not finish.
func (p *payload) statuses() (now, before status) {
	change := p.Changed["status"]
	if p.Status == "" {
		return statusOf(change.current), statusOf(change.previous)
	}
	return p.Status, statusOf(change.previous)
}

// edit is an edit where something was changed that a follow-up shows, or that nobody told.
func (p *payload) edit() postchat.EventKind {
	if len(p.Changed) > 0 && !p.Changed.hasAny("label_list", "cached_label_list", "labels", "team_id", "team", "assignee_id", "custom_attributes") {
		return ""
	}
	return postchat.EventEdited
}
