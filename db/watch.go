package db

import "sync"

// Watch wakes somebody when something of an account has changed. It says nothing of what: whoever is woken reads anew. Many
// changes may wake only once, and a change that another server makes may go unnoticed; see Store.Watch.
type Watch struct {
	// C is told of changes. It holds one: what changes while its reader is busy wakes it once more.
	C <-chan struct{}

	ring    chan struct{}
	hub     *hub
	account string // empty for every account
	remote  bool   // told of other servers' changes only
}

// Close ends the watch.
func (w *Watch) Close() { w.hub.drop(w) }

// Watch begins to watch an account. Changes that are committed from now on by this store wake at once; those of others on the
// same PostgreSQL a moment later, as long as the connection that listens holds. Whoever must not miss one also looks now and
// then unasked: on SQLite nobody tells of what another process wrote.
func (s *Store) Watch(accountID string) *Watch {
	s.relay.listen()
	return s.hub.add(&Watch{account: accountID})
}

// WatchOthers begins to watch what other servers change, of whatever account. On SQLite there are none.
func (s *Store) WatchOthers() *Watch {
	s.relay.listen()
	return s.hub.add(&Watch{remote: true})
}

// hub knows who is to be woken.
type hub struct {
	mu      sync.Mutex
	watches map[*Watch]struct{}
}

func (h *hub) add(w *Watch) *Watch {
	w.ring = make(chan struct{}, 1)
	w.C, w.hub = w.ring, h
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.watches == nil {
		h.watches = map[*Watch]struct{}{}
	}
	h.watches[w] = struct{}{}
	return w
}

func (h *hub) drop(w *Watch) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.watches, w)
}

// wake wakes those who watch an account, or everybody where it is empty; remote is for what another server did.
func (h *hub) wake(account string, remote bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for w := range h.watches {
		if w.remote && !remote || w.account != "" && account != "" && w.account != account {
			continue
		}
		select {
		case w.ring <- struct{}{}:
		default:
		}
	}
}

// changed tells whoever watches an account that something of it was committed.
func (s *Store) changed(accountID string) {
	s.hub.wake(accountID, false)
	s.relay.tell(accountID)
}

// changedAll is changed for the accounts of rows, each once.
func changedAll[T any](s *Store, rows []T, account func(T) string) {
	told := ""
	for _, row := range rows {
		if a := account(row); a != told { // nearly always all the same
			s.changed(a)
			told = a
		}
	}
}
