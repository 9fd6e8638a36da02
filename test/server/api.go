//go:build linux || darwin

package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
)

// NewToken makes an API token in the database, valid for a day.
func NewToken(ctx context.Context, scope *db.Scope, name string) (postchat.Secret, error) {
	now := postchat.Now()
	token, secret := auth.NewToken(scope.AccountID(), name, now.AddDate(0, 0, 1), now)
	return secret, scope.AddToken(ctx, &token)
}

// Ask sends a query or mutation to the server's API and decodes the answer's data into the value. Every error in the answer is
// an error.
func (s *Server) Ask(ctx context.Context, token postchat.Secret, query string, variables map[string]any, into any) error {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.URL()+"/graphql", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+token.Reveal())
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	var answer struct {
		Data   json.RawMessage
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		return fmt.Errorf("the API answers %s %q: %w", response.Status, text, err)
	}
	var errs []error
	for _, e := range answer.Errors {
		errs = append(errs, errors.New(e.Message))
	}
	if len(errs) > 0 {
		return fmt.Errorf("the API answers %s: %w", response.Status, errors.Join(errs...))
	}
	return json.Unmarshal(answer.Data, into)
}
