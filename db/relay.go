package db

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/postchat/postchat"
)

// Pauses of a relay: between two notifications, and before it connects anew.
const (
	tellPause   = 200 * time.Millisecond
	listenPause = time.Second
)

// channel is the name under which servers on one PostgreSQL notify each other. A payload is the server's name and the ids of
// accounts of which something changed.
const channel = "postchat_changed"

// maxAccounts bounds the accounts in one payload, which PostgreSQL bounds to 8,000 bytes.
const maxAccounts = 150

// relay carries the news that something has changed between the servers on one PostgreSQL. It is nil on SQLite, and all its
// methods then do nothing. What it tells is put together, at most a few times a second, and told in a transaction of its own:
// PostgreSQL lets transactions that notify commit only one after another, so those that take chats in must not be among them.
type relay struct {
	pool *pgxpool.Pool
	hub  *hub
	name string
	log  *slog.Logger

	mu    sync.Mutex
	dirty map[string]struct{}
	ring  chan struct{} // holds one where there is something to tell

	ctx       context.Context //nolint:containedctx // the life of the goroutines, which end with the store
	end       context.CancelFunc
	listening sync.Once
	running   sync.WaitGroup
}

func newRelay(pool *pgxpool.Pool, h *hub, log *slog.Logger) *relay {
	r := &relay{
		pool: pool, hub: h, name: postchat.NewID(postchat.Now()), log: log, dirty: map[string]struct{}{}, ring: make(chan struct{}, 1),
	}
	r.ctx, r.end = context.WithCancel(context.Background())
	r.running.Go(r.tellAll)
	return r
}

// tell has the other servers told, soon.
func (r *relay) tell(account string) {
	if r == nil {
		return
	}
	r.mu.Lock()
	r.dirty[account] = struct{}{}
	r.mu.Unlock()
	select {
	case r.ring <- struct{}{}:
	default:
	}
}

// close tells what is left to be told and ends the relay.
func (r *relay) close() {
	if r == nil {
		return
	}
	r.end()
	r.running.Wait()
}

func (r *relay) tellAll() {
	for {
		select {
		case <-r.ring:
			r.notify()
		case <-r.ctx.Done():
			r.notify()
			return
		}
		select {
		case <-time.After(tellPause):
		case <-r.ctx.Done():
		}
	}
}

// notify tells what there is. What cannot be told is forgotten: nobody relies on it.
func (r *relay) notify() {
	r.mu.Lock()
	accounts := slices.Sorted(maps.Keys(r.dirty))
	clear(r.dirty)
	r.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.ctx), 5*time.Second)
	defer cancel()
	for some := range slices.Chunk(accounts, maxAccounts) {
		err := pgx.BeginFunc(ctx, r.pool, func(tx pgx.Tx) error {
			// Nothing is stored, so there is nothing for the disk to wait for.
			if _, err := tx.Exec(ctx, "SET LOCAL synchronous_commit = off"); err != nil {
				return err
			}
			_, err := tx.Exec(ctx, "SELECT pg_notify($1, $2)", channel, r.name+" "+strings.Join(some, " "))
			return err
		})
		if err != nil {
			r.log.WarnContext(ctx, "other servers could not be told of a change", "error", err)
			return
		}
	}
}

// listen begins to hear what the other servers tell, if it has not begun.
func (r *relay) listen() {
	if r == nil {
		return
	}
	r.listening.Do(func() { r.running.Go(r.listenAll) })
}

// listenAll listens on a connection of its own, and on another one when that breaks.
func (r *relay) listenAll() {
	for r.ctx.Err() == nil {
		err := r.listenOnce()
		if r.ctx.Err() != nil {
			return
		}
		r.log.WarnContext(r.ctx, "the connection that hears of other servers' changes broke", "error", err)
		select {
		case <-time.After(listenPause):
		case <-r.ctx.Done():
		}
	}
}

func (r *relay) listenOnce() error {
	conn, err := pgx.ConnectConfig(r.ctx, r.pool.Config().ConnConfig)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close(context.WithoutCancel(r.ctx)) }()
	if _, err := conn.Exec(r.ctx, "LISTEN "+channel); err != nil {
		return err
	}
	r.hub.wake("", true) // of what went unheard until now
	for {
		notification, err := conn.WaitForNotification(r.ctx)
		if err != nil {
			return err
		}
		name, accounts, _ := strings.Cut(notification.Payload, " ")
		if name == r.name {
			continue
		}
		for account := range strings.SplitSeq(accounts, " ") {
			r.hub.wake(account, true)
		}
	}
}
