package db

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// Refused is how often a source was sent what was not authentic, and what was wrong with the last of it.
type Refused struct {
	bun.BaseModel `bun:"table:refused_requests,alias:refused"`

	SourceID string    `bun:"source_id,pk"`
	Count    int64     `bun:"count"`
	Problem  string    `bun:"problem"`
	LastAt   time.Time `bun:"last_at"`
}

// CountRefused counts some requests to a source that were not authentic, the last of them at that time and for that reason.
func (s *Store) CountRefused(ctx context.Context, source postchat.Source, count int, problem string, at time.Time) error {
	_, err := s.write.NewRaw(`INSERT INTO refused_requests (source_id, account_id, count, problem, last_at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (source_id) DO UPDATE SET count = refused_requests.count + excluded.count, problem = excluded.problem,
			last_at = excluded.last_at`,
		source.ID, source.AccountID, count, postchat.Shorten(postchat.CleanLine(problem), 200), at).Exec(ctx)
	if err != nil {
		return fmt.Errorf("count the refused request: %w", err)
	}
	s.changed(source.AccountID)
	return nil
}

// RefusedBySource returns what each source was sent that was not authentic; those that were sent none are left out.
func (c *Scope) RefusedBySource(ctx context.Context, sourceIDs []string) (map[string]*Refused, error) {
	return keyed(ctx, "refused requests", func(rows *[]Refused) *bun.SelectQuery {
		return c.selectOne(rows).Where("source_id IN (?)", list(sourceIDs))
	}, func(r *Refused) string { return r.SourceID })
}
