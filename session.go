package postchat

import (
	"slices"
	"time"
)

// Session is a browser in which a person is signed in, or, with a source, an operator's window in which they are.
type Session struct {
	ID        string `bun:"id,pk"`
	AccountID string `bun:"account_id"`
	PersonID  string `bun:"person_id"`
	// SourceID is the source whose window it is; empty for a browser. What is about other sources does not exist in a window.
	SourceID string `bun:"source_id,nullzero"`
	// Hash is all that is kept of the cookie, or of the window's token.
	Hash      []byte    `bun:"hash"`
	CreatedAt time.Time `bun:"created_at"`
	SeenAt    time.Time `bun:"seen_at"` // to the minute
	// Browser is what the browser says of itself, and Network the network that it came from last: no exact address.
	Browser string `bun:"browser"`
	Network string `bun:"network"`
}

// How long a session lasts: after the sign-in, and without being used, in a browser and in a window.
const (
	SessionTime     = 30 * 24 * time.Hour
	SessionIdleTime = 7 * 24 * time.Hour
	WindowIdleTime  = 12 * time.Hour
)

// IsWindow reports whether the session is that of a window.
func (s Session) IsWindow() bool { return s.SourceID != "" }

// ExpiresAt is when the session ends unless it is used before.
func (s Session) ExpiresAt() time.Time {
	idle, end := s.SeenAt.Add(SessionIdleTime), s.CreatedAt.Add(SessionTime)
	if s.IsWindow() {
		idle = s.SeenAt.Add(WindowIdleTime)
	}
	if idle.Before(end) {
		return idle
	}
	return end
}

// Valid reports whether the session still opens something at the time.
func (s Session) Valid(now time.Time) bool { return now.Before(s.ExpiresAt()) }

// WindowPermissions are what the role may do in a window: what it may do, and never more than to see and to act on follow-ups.
func (r PersonRole) WindowPermissions() []Permission {
	return slices.DeleteFunc(r.Permissions(), func(p Permission) bool { return p != PermissionRead && p != PermissionFollowUp })
}

// HasWindow reports whether the role has any use for a window, which is there to act on follow-ups.
func (r PersonRole) HasWindow() bool { return slices.Contains(r.Permissions(), PermissionFollowUp) }

// PanelCode lets a window sign in by a code that a person types there, where their browser keeps the pop-up from handing over a
// token. It is found by a nonce that only that window knows.
type PanelCode struct {
	NonceHash []byte `bun:"nonce_hash,pk"`
	AccountID string `bun:"account_id"`
	PersonID  string `bun:"person_id"`
	SourceID  string `bun:"source_id"`
	// CodeHash is that of the code with the nonce, without which it could be guessed.
	CodeHash  []byte    `bun:"code_hash"`
	ExpiresAt time.Time `bun:"expires_at"`
	Tries     int       `bun:"tries"`
}

// How long a code for a window works, and how often it can be tried.
const (
	PanelCodeTime  = 2 * time.Minute
	PanelCodeTries = 5
)
