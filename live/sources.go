package live

import (
	"context"
	"fmt"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// Sources are sources that changed or got events, each as it is now.
type Sources struct{ Rows []postchat.Source }

// watchedEvents is how many of a source's newest events are watched: those that its page shows.
const watchedEvents = 25

// SourcesChanged tells which sources change or get events, until ctx ends. The first event comes at once and holds them all.
func (f *Feed) SourcesChanged(ctx context.Context, scope *db.Scope) <-chan *Sources {
	told := map[string]string{}
	begun := false
	return follow(ctx, f, scope.AccountID(), func(ctx context.Context, _ bool) ([]*Sources, error) {
		sources, err := scope.Sources(ctx)
		if err != nil {
			return nil, err
		}
		marks, err := sourceMarks(ctx, scope, sources, watchedEvents)
		if err != nil {
			return nil, err
		}
		var changed []postchat.Source
		for _, source := range sources {
			if mark := marks[source.ID]; told[source.ID] != mark {
				told[source.ID] = mark
				changed = append(changed, source)
			}
		}
		if begun && len(changed) == 0 {
			return nil, nil
		}
		begun = true
		return []*Sources{{changed}}, nil
	})
}

// sourceMarks returns for each source a text that changes whenever there is something new to see of it and its newest events.
func sourceMarks(ctx context.Context, scope *db.Scope, sources []postchat.Source, events int) (map[string]string, error) {
	ids := make([]string, len(sources))
	for i, source := range sources {
		ids[i] = source.ID
	}
	lists, err := scope.EventLists(ctx, ids, db.EventPage{First: events})
	if err != nil {
		return nil, err
	}
	ignored, err := scope.IgnoredBySource(ctx, ids)
	if err != nil {
		return nil, err
	}
	refused, err := scope.RefusedBySource(ctx, ids)
	if err != nil {
		return nil, err
	}
	marks := make(map[string]string, len(sources))
	for _, source := range sources {
		var mark strings.Builder
		_, _ = fmt.Fprint(&mark, source.UpdatedAt.UnixMicro())
		for _, e := range lists[source.ID].Events {
			_, _ = fmt.Fprint(&mark, " ", e.ID, e.Repeats, e.Outcome, e.ReplayedAt.UnixMicro())
		}
		for _, i := range ignored[source.ID] {
			_, _ = fmt.Fprint(&mark, " ", i.Type, i.Count)
		}
		if r := refused[source.ID]; r != nil {
			_, _ = fmt.Fprint(&mark, " refused ", r.Count)
		}
		marks[source.ID] = mark.String()
	}
	return marks, nil
}
