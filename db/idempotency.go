package db

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// Wish is something that a client wants done once, under a key that the client made: a request whose answer was lost can be
// sent again without harm.
type Wish struct {
	// Key is the client's, 1 to 100 printable characters, unique in the account.
	Key string
	// Operation and Input say what is wanted. The same key for another wish is a Conflict.
	Operation string
	Input     any
}

// wishesKept is how long a key is known at least.
const wishesKept = 48 * time.Hour

const maxKey = 100

// Validate reports a key that cannot be used.
func (w Wish) Validate() error {
	if n := utf8.RuneCountInString(w.Key); n < 1 || n > maxKey || strings.ContainsFunc(w.Key, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return postchat.Invalidf("idempotencyKey", "must have 1 to %d printable characters; a new UUID for each wish is fine", maxKey)
	}
	return nil
}

type wishRow struct {
	bun.BaseModel `bun:"table:idempotency_keys,alias:wish"`

	AccountID string    `bun:"account_id,pk"`
	Key       string    `bun:"key,pk"`
	Operation string    `bun:"operation"`
	Input     []byte    `bun:"input"` // its hash
	ObjectID  string    `bun:"object_id"`
	CreatedAt time.Time `bun:"created_at"`
}

// Once fulfils a wish by calling do in a transaction, and returns the id of what do did it to. When the same wish was fulfilled
// before, under the same key and by whichever server, do is not called and that id is returned. An error of do undoes it all,
// and leaves the key as if it had not been used.
func (c *Scope) Once(ctx context.Context, w Wish, do func(ctx context.Context, tx *Scope) (id string, err error)) (id string, err error) {
	if err := w.Validate(); err != nil {
		return "", err
	}
	input, err := json.Marshal(w.Input)
	if err != nil {
		return "", fmt.Errorf("encode a wish: %w", err)
	}
	hash := sha256.Sum256(input)
	row := &wishRow{AccountID: c.account, Key: w.Key, Operation: w.Operation, Input: hash[:], CreatedAt: c.store.now()}
	err = c.InTx(ctx, func(ctx context.Context, tx *Scope) error {
		// Another server with the same wish waits here until this transaction is over.
		result, err := tx.writer().NewInsert().Model(row).On("CONFLICT DO NOTHING").Exec(ctx)
		if err != nil {
			return fmt.Errorf("note a wish: %w", err)
		}
		if n, _ := result.RowsAffected(); n == 0 {
			id, err = tx.fulfilled(ctx, *row)
			return err
		}
		if id, err = do(ctx, tx); err != nil {
			return err
		}
		if _, err := tx.writer().NewUpdate().Model(row).Set("object_id = ?", id).WherePK().Exec(ctx); err != nil {
			return fmt.Errorf("note a wish: %w", err)
		}
		return nil
	})
	return id, err
}

// fulfilled returns what came of a wish before.
func (c *Scope) fulfilled(ctx context.Context, wish wishRow) (string, error) {
	var known wishRow
	if err := c.selectOne(&known).Where("key = ?", wish.Key).Scan(ctx); err != nil {
		return "", fmt.Errorf("read a wish: %w", err)
	}
	if known.Operation != wish.Operation || !bytes.Equal(known.Input, wish.Input) {
		return "", &postchat.Error{Kind: postchat.Conflict, Field: "idempotencyKey", Message: "This key was used for something else. Make a new one for each wish."}
	}
	return known.ObjectID, nil
}

// Unwish leaves a key as if it had not been used: what was done for its wish was undone.
func (c *Scope) Unwish(ctx context.Context, key string) error {
	_, err := c.writer().NewDelete().Model((*wishRow)(nil)).Where("account_id = ?", c.account).Where("key = ?", key).Exec(ctx)
	if err != nil {
		return fmt.Errorf("take a wish back: %w", err)
	}
	return nil
}

// ForgetWishes forgets the keys that are older than they must be kept.
func (s *Store) ForgetWishes(ctx context.Context) error {
	_, err := s.write.NewDelete().Model((*wishRow)(nil)).Where("created_at < ?", s.now().Add(-wishesKept)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("forget old wishes: %w", err)
	}
	return nil
}
