package db

import (
	"context"
	"database/sql"
	"time"
)

// How often SQLite's log is worked into the file beside the writer, and after how many pages the writer has to do it itself,
// because it is faster for long: 256 MB.
const (
	checkpointEvery = 100 * time.Millisecond
	checkpointPages = "wal_autocheckpoint(32000)"
)

// checkpointer works SQLite's log into the file on a connection of its own, so that no commit has to wait for it.
type checkpointer struct {
	conn *sql.DB
	stop context.CancelFunc
	done chan struct{}
}

func startCheckpointer(conn *sql.DB) *checkpointer {
	ctx, stop := context.WithCancel(context.Background())
	c := &checkpointer{conn: conn, stop: stop, done: make(chan struct{})}
	go c.run(ctx)
	return c
}

func (c *checkpointer) run(ctx context.Context) {
	defer close(c.done)
	ticker := time.NewTicker(checkpointEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			// PASSIVE waits for nobody and keeps nobody waiting. What it does not get done is done the next time, by it or by
			// the writer; an error here is one that the writer will meet too.
			_, _ = c.conn.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)")
		}
	}
}

func (c *checkpointer) close() error {
	c.stop()
	<-c.done
	return c.conn.Close()
}
