package settings

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/postchat/postchat"
)

// SecretWithdrawal makes one secret of a source invalid, on the field secret.
type SecretWithdrawal struct{ SourceID, SecretID string }

// WithdrawSecret makes one of a source's secrets invalid, at once but for the moment for which servers remember a source. It
// is a Conflict for the last one that is valid: no request could be authentic after that.
func (e Editor) WithdrawSecret(ctx context.Context, w SecretWithdrawal) (*postchat.Source, error) {
	return e.actOnSource(ctx, w.SourceID, "source.withdraw_secret", func(_ context.Context, _ Editor, source *postchat.Source) (bool, error) {
		kept := slices.DeleteFunc(slices.Clone(source.Secrets), func(s postchat.SourceSecret) bool { return s.ID == w.SecretID })
		if len(kept) == len(source.Secrets) {
			return false, At("secret", postchat.NotFoundf("The source has no such secret."))
		}
		source.Secrets = kept
		if len(source.ValidSecrets(e.Now())) == 0 {
			return false, postchat.Conflictf("This is the only valid secret of the source. Give it a new one first.")
		}
		return true, nil
	})
}

// RetireSource gives a source up: vendors that still post to it hear that there is no such source, and nothing that they send
// is kept, and its window signs everybody out. Its chats and its history stay. It changes nothing about a source that is retired
// already.
func (e Editor) RetireSource(ctx context.Context, id string) (*postchat.Source, error) {
	return e.actOnSource(ctx, id, "source.retire", func(_ context.Context, _ Editor, source *postchat.Source) (bool, error) {
		if source.Retired() {
			return false, nil
		}
		source.RetiredAt = e.Now()
		return true, nil
	})
}

// RestoreSource puts a retired source back into use, with the secrets that it has. It is a Conflict where a campaign to which it leads
// is retired.
func (e Editor) RestoreSource(ctx context.Context, id string) (*postchat.Source, error) {
	return e.actOnSource(ctx, id, "source.restore", func(ctx context.Context, tx Editor, source *postchat.Source) (bool, error) {
		retired := source.Retired()
		source.RetiredAt = time.Time{}
		return retired, tx.mayLead(ctx, *source)
	})
}

// actOnSource changes a stored source by an action of its own, by which the audit log knows it, and stores it where change says
// that it did anything.
func (e Editor) actOnSource(ctx context.Context, id, action string,
	change func(ctx context.Context, tx Editor, source *postchat.Source) (bool, error),
) (*postchat.Source, error) {
	var source *postchat.Source
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		var err error
		if source, err = tx.Scope.Source(ctx, id); err != nil {
			return err
		}
		changed, err := change(ctx, tx, source)
		if err != nil || !changed {
			return err
		}
		if err := tx.Scope.SaveSource(ctx, source); err != nil {
			return err
		}
		detail, err := tx.endWindows(ctx, *source)
		if err != nil {
			return err
		}
		return tx.record(ctx, action, sourceObject(*source), detail)
	})
	if err != nil {
		return nil, err
	}
	return source, nil
}

// endWindows signs everybody out of the window of a source that is retired, and says how many those were.
func (e Editor) endWindows(ctx context.Context, source postchat.Source) (string, error) {
	if !source.Retired() {
		return "", nil
	}
	ended, err := e.Scope.EndWindowsOf(ctx, source.ID)
	if err != nil || ended == 0 {
		return "", err
	}
	return fmt.Sprintf("windows signed out: %d", ended), nil
}
