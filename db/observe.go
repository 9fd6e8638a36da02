package db

import "github.com/uptrace/bun"

// Observe has the hook told of every statement, but for those by which new chats are inserted in batches. It must be called
// before the store is used.
func (s *Store) Observe(hook bun.QueryHook) {
	if s.scoped != nil {
		s.scoped = s.scoped.WithQueryHook(hook)
	}
	oneForBoth := s.read == s.write
	s.write = s.write.WithQueryHook(hook)
	if oneForBoth {
		s.read = s.write
		return
	}
	s.read = s.read.WithQueryHook(hook)
}
