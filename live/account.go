package live

import (
	"context"
	"slices"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// Account tells what changed of an account: by name, not as it is now.
type Account struct {
	FollowUps []string // ids; at most maxRows
	Objects   []Object
	// Missed says that too much changed to be told one by one: whatever was read before is to be read again.
	Missed bool
	// Cursor says up to where this tells; AccountChanged goes on from there.
	Cursor string
}

// Object is something that changed, with its kind as the audit log has it.
type Object struct{ Kind, ID string }

// kindSource is the kind of sources, which also change when the vendor sends something.
const kindSource = "source"

// What the audit log has and is not told as an object: what becomes of follow-ups, which is told as such, and people, invitations and
// tokens to those who may not know of them.
var (
	ofFollowUps = []string{"follow_up", "draft", "test_mail"}
	ofPeople    = []string{"person", "invitation", "api_token"}
)

// AccountChanged tells what changes of all that the scope sees, until ctx ends: follow-ups, what the audit log says was changed, and
// sources that got events. people says whether people, invitations and tokens are told too. The first event comes at once, and the
// cursor is what it is in FollowUpsChanged; with one, the first event names every source. It is Invalid on the field after where that
// is no cursor.
func (f *Feed) AccountChanged(ctx context.Context, scope *db.Scope, people bool, after string) (<-chan *Account, error) {
	w := &accountWatcher{
		followUps: &watcher{feed: f, scope: scope, told: map[string]version{}},
		scope:     scope, without: slices.Clone(ofFollowUps), told: map[string]time.Time{},
	}
	if !people {
		w.without = append(w.without, ofPeople...)
	}
	if after != "" {
		at, ok := readCursor(after)
		if !ok {
			return nil, postchat.Invalidf("after", "is not a cursor of this subscription")
		}
		w.followUps.last, w.last, w.resumed = at, at, true
	}
	return follow(ctx, f, scope.AccountID(), w.look), nil
}

// accountWatcher is one subscription to an account.
type accountWatcher struct {
	followUps *watcher
	scope     *db.Scope
	without   []string // kinds of objects
	resumed   bool

	begun   bool
	last    time.Time            // of the newest entry of the audit log that was told, or of the beginning
	told    map[string]time.Time // entries of the audit log so shortly before last that they are seen again
	sources map[string]string    // by id, as they were told
}

func (w *accountWatcher) look(ctx context.Context, unasked bool) ([]*Account, error) {
	if !w.begun && !w.resumed {
		return w.begin(ctx)
	}
	back := lookBack
	if unasked || !w.begun {
		back = lookFar
	}
	events, err := w.news(ctx, back)
	if err == nil && !w.begun {
		w.begun = true
		if len(events) == 0 {
			events = []*Account{{Cursor: w.cursor()}}
		}
	}
	return events, err
}

// begin takes all that there is for told.
func (w *accountWatcher) begin(ctx context.Context) ([]*Account, error) {
	if err := w.skip(ctx); err != nil {
		return nil, err
	}
	w.begun = true
	return []*Account{{Cursor: w.cursor()}}, nil
}

// skip takes all that has changed for told.
func (w *accountWatcher) skip(ctx context.Context) error {
	if err := w.followUps.skip(ctx); err != nil {
		return err
	}
	w.last = w.followUps.feed.Now()
	entries, err := w.scope.ChangedObjects(ctx, w.last.Add(-lookFar), maxScan, w.without...)
	if err != nil {
		return err
	}
	w.remember(entries)
	_, err = w.changedSources(ctx)
	return err
}

// news reads what changed and was not told. The objects come in the first event, and the cursors before the last do not claim them:
// whoever goes on from there is told again what changed since.
func (w *accountWatcher) news(ctx context.Context, back time.Duration) ([]*Account, error) {
	followUps, tooMany, err := w.followUps.untold(ctx, back)
	if err != nil {
		return nil, err
	}
	objects, entries, err := w.changedObjects(ctx, back)
	if err != nil {
		return nil, err
	}
	if tooMany || len(entries) > maxChanges {
		err := w.skip(ctx)
		return []*Account{{Missed: true, Cursor: w.cursor()}}, err
	}
	var events []*Account
	for some := range slices.Chunk(followUps, maxRows) {
		ids := make([]string, len(some))
		for i, c := range some {
			ids[i] = c.ID
		}
		w.followUps.remember(some)
		events = append(events, &Account{FollowUps: ids, Cursor: cursorOf(w.followUps.last)})
	}
	w.remember(entries)
	if len(objects) > 0 && len(events) == 0 {
		events = []*Account{{}}
	}
	if len(events) > 0 {
		events[0].Objects = objects
		events[len(events)-1].Cursor = w.cursor()
	}
	return events, nil
}

// changedObjects returns the objects that were changed and not told, each once, and the entries of the audit log that say so.
func (w *accountWatcher) changedObjects(ctx context.Context, back time.Duration) (objects []Object, entries []db.ChangedObject, err error) {
	entries, err = w.scope.ChangedObjects(ctx, w.last.Add(-back), maxScan, w.without...)
	if err != nil {
		return nil, nil, err
	}
	entries = slices.DeleteFunc(entries, func(e db.ChangedObject) bool { _, told := w.told[e.EntryID]; return told })
	if objects, err = w.changedSources(ctx); err != nil {
		return nil, nil, err
	}
	seen := map[Object]bool{}
	for _, object := range objects {
		seen[object] = true
	}
	for _, e := range entries {
		if object := (Object{e.Kind, e.ObjectID}); !seen[object] {
			seen[object] = true
			objects = append(objects, object)
		}
	}
	return objects, entries, nil
}

// changedSources returns the sources that are not as they were told last, and takes them for told.
func (w *accountWatcher) changedSources(ctx context.Context) ([]Object, error) {
	sources, err := w.scope.Sources(ctx)
	if err != nil {
		return nil, err
	}
	marks, err := sourceMarks(ctx, w.scope, sources, 1)
	if err != nil {
		return nil, err
	}
	var changed []Object
	for _, source := range sources {
		if marks[source.ID] != w.sources[source.ID] {
			changed = append(changed, Object{kindSource, source.ID})
		}
	}
	w.sources = marks
	return changed, nil
}

// remember notes what is told, and forgets what will not be seen again.
func (w *accountWatcher) remember(entries []db.ChangedObject) {
	for _, e := range entries {
		w.told[e.EntryID] = e.At
		if e.At.After(w.last) {
			w.last = e.At
		}
	}
	for id, at := range w.told {
		if at.Before(w.last.Add(-lookFar)) {
			delete(w.told, id)
		}
	}
}

// cursor is that of what was told last.
func (w *accountWatcher) cursor() string {
	if w.last.After(w.followUps.last) {
		return cursorOf(w.last)
	}
	return cursorOf(w.followUps.last)
}
