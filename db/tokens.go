package db

import (
	"context"
	"fmt"
	"time"

	"github.com/postchat/postchat"
)

// tokenUsePrecision is how exactly a token's last use is known; finer would be a write for every request.
const tokenUsePrecision = time.Minute

// TokenByHash returns the API token with the hash, however valid.
func (s *Store) TokenByHash(ctx context.Context, hash []byte) (*postchat.APIToken, error) {
	token := new(postchat.APIToken)
	err := s.read.NewSelect().Model(token).Where("hash = ?", hash).Scan(ctx)
	if err := notFound(err, "token"); err != nil {
		return nil, err
	}
	return token, nil
}

// TouchToken notes that the token was used.
func (s *Store) TouchToken(ctx context.Context, token *postchat.APIToken, at time.Time) error {
	if at.Sub(token.LastUsedAt) < tokenUsePrecision {
		return nil
	}
	_, err := s.write.NewUpdate().Model(token).Set("last_used_at = ?", at).WherePK().Exec(ctx)
	if err != nil {
		return fmt.Errorf("note the use of a token: %w", err)
	}
	return nil
}

// AddToken stores a new API token of the account.
func (c *Scope) AddToken(ctx context.Context, token *postchat.APIToken) error {
	token.AccountID = c.account
	if _, err := c.writer().NewInsert().Model(token).Exec(ctx); err != nil {
		return fmt.Errorf("save token: %w", err)
	}
	return nil
}

// APITokens returns the account's API tokens, the newest first.
func (c *Scope) APITokens(ctx context.Context) ([]postchat.APIToken, error) {
	var tokens []postchat.APIToken
	if err := c.selectOne(&tokens).Order("id DESC").Scan(ctx); err != nil {
		return nil, fmt.Errorf("read tokens: %w", err)
	}
	return tokens, nil
}

// APIToken returns one API token of the account.
func (c *Scope) APIToken(ctx context.Context, id string) (*postchat.APIToken, error) {
	token := new(postchat.APIToken)
	if err := notFound(c.selectOne(token).Where("id = ?", id).Scan(ctx), "token"); err != nil {
		return nil, err
	}
	return token, nil
}

// RevokeToken makes a token open nothing any more.
func (c *Scope) RevokeToken(ctx context.Context, id string) error {
	result, err := c.writer().NewUpdate().Model((*postchat.APIToken)(nil)).Set("revoked_at = ?", c.store.now()).
		Where("id = ?", id).Where("account_id = ?", c.account).Exec(ctx)
	if err != nil {
		return fmt.Errorf("revoke token: %w", err)
	}
	if n, _ := result.RowsAffected(); n == 0 {
		return postchat.NotFoundf("There is no such token.")
	}
	return nil
}
