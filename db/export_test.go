package db

import "context"

// Exec runs SQL behind the store's back.
func (s *Store) Exec(ctx context.Context, query string) error {
	_, err := s.write.ExecContext(ctx, query)
	return err
}
