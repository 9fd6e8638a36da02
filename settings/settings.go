// Package settings changes what an account has set up: campaigns with their goals and success codes, follow-up addresses,
// and sources. It holds the rules that reach beyond one value, such as that a campaign which requires a code has
// one to give. The GraphQL API and `postchat apply` both change settings through it.
//
// What breaks rules is reported all at once, as errors of package postchat whose fields are the names used here in the
// comments of the inputs. In inputs called changes, nil leaves a setting as it is and an empty text takes it away.
package settings

import (
	"context"
	"errors"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// Editor changes the settings of one account.
type Editor struct {
	// Scope is the store as the account sees it.
	Scope *db.Scope
	// Vendors are those that sources can have; needed wherever a source is made or gets a secret.
	Vendors Vendors
	Now     func() time.Time
}

// Vendors are the chat vendors that a server speaks with. Those methods that return an error report a vendor that
// they do not know, Invalid on the field vendor.
type Vendors interface {
	// NewSecret makes a secret in the form of the vendor.
	NewSecret(vendor postchat.Vendor) (postchat.Secret, error)
	// CheckSecret reports what is wrong with a secret that a person brings, on the field secret.
	CheckSecret(vendor postchat.Vendor, secret postchat.Secret) error
	// KeepsTranscripts reports whether the vendor keeps the transcripts, which are fetched with the source's API. A vendor that it
	// does not know keeps none.
	KeepsTranscripts(vendor postchat.Vendor) bool
}

// inTx runs fn with an editor whose reads and writes are one transaction.
func (e Editor) inTx(ctx context.Context, fn func(ctx context.Context, tx Editor) error) error {
	return e.Scope.InTx(ctx, func(ctx context.Context, scope *db.Scope) error {
		tx := e
		tx.Scope = scope
		return fn(ctx, tx)
	})
}

// At puts the field on every problem in err. Other errors stay as they are.
func At(field string, err error) error {
	problems := postchat.Problems(err)
	if len(problems) == 0 {
		return err
	}
	named := make([]error, len(problems))
	for i, problem := range problems {
		at := *problem
		at.Field = field
		named[i] = &at
	}
	return errors.Join(named...)
}

// set takes a change over, if there is one.
func set[T any](to, change *T) {
	if change != nil {
		*to = *change
	}
}

// setLine is set for text of one line, cleaned.
func setLine(to, change *string) {
	if change != nil {
		*to = postchat.CleanLine(*change)
	}
}
