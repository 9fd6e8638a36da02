package postchat

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// Kind says what sort of failure an Error is. Each face translates it once: to an HTTP status, a GraphQL code, an exit code.
type Kind string

// The kinds of failure that we explain to a caller.
const (
	Invalid  Kind = "INVALID"   // the input breaks a rule
	NotFound Kind = "NOT_FOUND" // no such thing, or not yours
	Conflict Kind = "CONFLICT"  // somebody was faster, or the thing is in another state
	Denied   Kind = "DENIED"    // you may not
	Busy     Kind = "BUSY"      // too much at once; the same may succeed later
)

// Error is a failure that we may explain to the caller; every other error is internal.
type Error struct {
	Kind    Kind
	Field   string // the input at fault, as the caller named it; empty when no single one is
	Message string // a sentence for people; never holds SQL, secrets or a visitor's data
	// Rule names the rule that is broken, for programs that explain it in words of their own; empty where it has no name.
	Rule string
	// RetryAfter is how long to wait before trying again, of Busy.
	RetryAfter time.Duration
}

// The rules that an Error names.
const (
	ErrorCodeRequired  = "code_required"   // OK needs a success code of the campaign
	ErrorOneCode       = "one_code"        // the campaign allows one success code in a chat
	ErrorUnknownCode   = "unknown_code"    // no success code of the campaign, or a retired one
	ErrorAddress       = "address"         // no e-mail address
	ErrorChanged       = "changed"         // somebody or something changed it since it was read
	ErrorSubmitted     = "submitted"       // somebody pressed OK since it was read
	ErrorSettled       = "settled"         // it was sent, or goes to nobody: it is too late
	ErrorNothingToUndo = "nothing_to_undo" // OK was not pressed

	ErrorPasswordShort     = "password_short"     // the password has too few characters
	ErrorPasswordLong      = "password_long"      // the password is too long
	ErrorPasswordGuessable = "password_guessable" // the password is among the first that are tried
	ErrorWrongPassword     = "wrong_password"     // it is not the person's password
	ErrorWrongSignIn       = "wrong_sign_in"      // the e-mail or the password is not right
	ErrorLinkGone          = "link_gone"          // the link was used, is too old, or never was
	ErrorTooOften          = "too_often"          // it was tried too often
)

// Error returns the message, led by the field where there is one.
func (e *Error) Error() string {
	if e.Field == "" {
		return e.Message
	}
	return e.Field + ": " + e.Message
}

// Invalidf reports that the named field breaks a rule.
func Invalidf(field, format string, args ...any) *Error {
	return &Error{Kind: Invalid, Field: field, Message: fmt.Sprintf(format, args...)}
}

// NotFoundf reports that something does not exist, or not for this caller.
func NotFoundf(format string, args ...any) *Error {
	return &Error{Kind: NotFound, Message: fmt.Sprintf(format, args...)}
}

// Conflictf reports that the state of things does not allow what was asked.
func Conflictf(format string, args ...any) *Error {
	return &Error{Kind: Conflict, Message: fmt.Sprintf(format, args...)}
}

// Deniedf reports that the caller may not do what was asked.
func Deniedf(format string, args ...any) *Error {
	return &Error{Kind: Denied, Message: fmt.Sprintf(format, args...)}
}

// Busyf reports that there is too much to do, or that something is tried too often, and when to try again.
func Busyf(after time.Duration, format string, args ...any) *Error {
	return &Error{Kind: Busy, RetryAfter: after, Message: fmt.Sprintf(format, args...)}
}

// Named returns the error under the name of the rule that is broken.
func (e *Error) Named(rule string) *Error {
	named := *e
	named.Rule = rule
	return &named
}

// Problems returns every Error inside err, in order, however they were wrapped or joined. Other errors are left out.
func Problems(err error) []*Error {
	if err == nil {
		return nil
	}
	if e, ok := err.(*Error); ok { //nolint:errorlint // this is the walk that errors.As would do for the first one only
		return []*Error{e}
	}
	switch w := err.(type) { //nolint:errorlint // likewise
	case interface{ Unwrap() []error }:
		var all []*Error
		for _, inner := range w.Unwrap() {
			all = append(all, Problems(inner)...)
		}
		return all
	case interface{ Unwrap() error }:
		return Problems(w.Unwrap())
	}
	return nil
}

// IsKind reports whether err holds an Error of the kind.
func IsKind(err error, kind Kind) bool {
	var e *Error
	return errors.As(err, &e) && e.Kind == kind
}

// Breaks reports whether err holds an Error that names the rule.
func Breaks(err error, rule string) bool {
	return slices.ContainsFunc(Problems(err), func(e *Error) bool { return e.Rule == rule })
}

// problems collects what is wrong with one value, so that a person hears everything at once.
type problems struct{ errs []error }

func (p *problems) add(field, format string, args ...any) {
	p.errs = append(p.errs, Invalidf(field, format, args...))
}

func (p *problems) err() error { return errors.Join(p.errs...) }
