package live

import (
	"context"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// FollowUps are follow-ups that changed, each as it is now.
type FollowUps struct {
	Rows []postchat.FollowUp // at most maxRows, the first changed first
	// Missed says that too many changed to be told one by one: lists that were read before are to be read again.
	Missed bool
	// Cursor says up to where this tells; FollowUpsChanged goes on from there.
	Cursor string
}

// How far back to look for changes that were committed later than they are dated: because their transaction took its time, or
// because another server's clock is behind. lookBack finds nearly all of them at once; lookFar, beyond the longest
// transaction, finds the rest when it is looked unasked.
const (
	lookBack = 2 * time.Second
	lookFar  = 40 * time.Second
)

// Limits of what is told.
const (
	maxRows    = 100    // in one event
	maxChanges = 1_000  // at once; more are missed
	maxScan    = 10_000 // rows that are looked at, told before or not
)

// FollowUpsChanged tells which follow-ups of the campaigns change, of all that the scope sees where none is named, until ctx
// ends. The first event comes at once. Without a cursor it holds nothing but one: lists that are read after it lack nothing
// that later events do not tell. With the cursor of an event it holds what has changed since, and perhaps a little that was
// told before. A follow-up that changes quickly may be told once. It is Invalid on the field after where that is no cursor.
func (f *Feed) FollowUpsChanged(ctx context.Context, scope *db.Scope, after string, campaigns ...string) (<-chan *FollowUps, error) {
	w := &watcher{feed: f, scope: scope, campaigns: campaigns, told: map[string]version{}}
	if after != "" {
		at, ok := readCursor(after)
		if !ok {
			return nil, postchat.Invalidf("after", "is not a cursor of this subscription")
		}
		w.last, w.resumed = at, true
	}
	return follow(ctx, f, scope.AccountID(), w.look), nil
}

// watcher is one subscription to follow-ups.
type watcher struct {
	feed      *Feed
	scope     *db.Scope
	campaigns []string
	resumed   bool

	begun bool
	last  time.Time // of the newest change that was told, or of the beginning
	// told are the versions in which follow-ups were told that changed so shortly before last that they are seen again.
	told map[string]version
}

// version is one state of a follow-up. What its deliveries change of it leaves the number as it is.
type version struct {
	number int
	at     int64 // microseconds
}

func versionOf(number int, at time.Time) version { return version{number, at.UnixMicro()} }

func (w *watcher) look(ctx context.Context, unasked bool) ([]*FollowUps, error) {
	if !w.begun {
		return w.begin(ctx)
	}
	back := lookBack
	if unasked {
		back = lookFar
	}
	return w.news(ctx, back)
}

// begin takes what there is for told, or what there was when the cursor was made.
func (w *watcher) begin(ctx context.Context) (events []*FollowUps, err error) {
	if w.resumed {
		events, err = w.news(ctx, lookFar)
	} else {
		err = w.skip(ctx)
	}
	if err == nil && len(events) == 0 {
		events = []*FollowUps{w.event(nil)}
	}
	w.begun = err == nil
	return events, err
}

// skip takes all that has changed for told.
func (w *watcher) skip(ctx context.Context) error {
	if now := w.feed.Now(); now.After(w.last) {
		w.last = now
	}
	changed, err := w.scope.ChangedFollowUps(ctx, w.last.Add(-lookFar), maxScan, w.campaigns...)
	w.remember(changed)
	return err
}

// news reads what changed and was not told. With an error it returns what it had read before.
func (w *watcher) news(ctx context.Context, back time.Duration) ([]*FollowUps, error) {
	changed, tooMany, err := w.untold(ctx, back)
	if err != nil {
		return nil, err
	}
	if tooMany {
		return []*FollowUps{{Missed: true, Cursor: cursorOf(w.feed.Now())}}, w.skip(ctx)
	}
	var events []*FollowUps
	for some := range slices.Chunk(changed, maxRows) {
		rows, err := w.read(ctx, some)
		if err != nil {
			return events, err
		}
		w.remember(some)
		events = append(events, w.event(rows))
	}
	return events, nil
}

// untold returns which follow-ups changed and were not told, or that they are too many to be told one by one.
func (w *watcher) untold(ctx context.Context, back time.Duration) (changed []db.ChangedFollowUp, tooMany bool, err error) {
	changed, err = w.scope.ChangedFollowUps(ctx, w.last.Add(-back), maxScan, w.campaigns...)
	if err != nil {
		return nil, false, err
	}
	full := len(changed) == maxScan
	changed = slices.DeleteFunc(changed, func(c db.ChangedFollowUp) bool { return w.told[c.ID] == versionOf(c.Version, c.UpdatedAt) })
	return changed, full || len(changed) > maxChanges, nil
}

// read returns the follow-ups as they are now.
func (w *watcher) read(ctx context.Context, changed []db.ChangedFollowUp) ([]postchat.FollowUp, error) {
	ids := make([]string, len(changed))
	for i, c := range changed {
		ids[i] = c.ID
	}
	byID, err := w.scope.FollowUpsByID(ctx, ids)
	rows := make([]postchat.FollowUp, 0, len(ids))
	for _, id := range ids {
		if row := byID[id]; row != nil {
			rows = append(rows, *row)
		}
	}
	return rows, err
}

// remember notes what is told, and forgets what will not be seen again.
func (w *watcher) remember(changed []db.ChangedFollowUp) {
	for _, c := range changed {
		w.told[c.ID] = versionOf(c.Version, c.UpdatedAt)
		if c.UpdatedAt.After(w.last) {
			w.last = c.UpdatedAt
		}
	}
	oldest := w.last.Add(-lookFar).UnixMicro()
	for id, v := range w.told {
		if v.at < oldest {
			delete(w.told, id)
		}
	}
}

func (w *watcher) event(rows []postchat.FollowUp) *FollowUps {
	return &FollowUps{Rows: rows, Cursor: cursorOf(w.last)}
}

// cursorPrefix keeps people from making cursors of their own.
const cursorPrefix = "changed:"

func cursorOf(at time.Time) string {
	return base64.RawURLEncoding.EncodeToString([]byte(cursorPrefix + strconv.FormatInt(at.UnixMicro(), 10)))
}

func readCursor(text string) (time.Time, bool) {
	decoded, err := base64.RawURLEncoding.DecodeString(text)
	digits, ours := strings.CutPrefix(string(decoded), cursorPrefix)
	micros, parseErr := strconv.ParseInt(digits, 10, 64)
	const latest = 1 << 52 // microseconds, in the year 2112
	return time.UnixMicro(micros).UTC(), err == nil && ours && parseErr == nil && micros >= 0 && micros < latest
}
