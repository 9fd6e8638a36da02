package db_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestFollowUpsAreFoundByWhatAPersonKnowsOfThem(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		numbers := map[string]int64{}
		add := func(room string, change func(*postchat.Chat)) {
			event := s.Close(room, "lead")
			change(&event.Chat)
			r, err := store.Record(t.Context(), s.Arrival(event, room))
			if err != nil {
				t.Fatal(err)
			}
			f, err := s.Scope.FollowUp(t.Context(), r.FollowUpID)
			if err != nil {
				t.Fatal(err)
			}
			numbers[room] = f.Number
		}
		say := func(c *postchat.Chat, text string) { c.Transcript[1].Text = text }
		add("plain", func(*postchat.Chat) {})
		add("zoe", func(c *postchat.Chat) {
			c.Visitor = postchat.Visitor{ID: "v-17", Name: "Zoë Ångström", Email: "zoe@visitor.example", Phone: "+31 20 555 01 00"}
		})
		add("order", func(c *postchat.Chat) { say(c, `It is "order" <FB-20871> & 100% ready_to go\now`) })
		add("umlaut", func(c *postchat.Chat) { say(c, "Die Größe ist ÜBERSICHTLICH.") })
		add("istanbul", func(c *postchat.Chat) { say(c, "From İzmir, at 300 \u212a.") })
		add("urgent", func(c *postchat.Chat) {
			c.Operators = []postchat.Operator{{Name: "Lee O'Neil", Email: "lee@acme.example"}}
		})

		find := func(f db.FollowUpFilter) []string {
			t.Helper()
			rows, _, err := s.Scope.FollowUps(t.Context(), f, db.Page{First: 50})
			if err != nil {
				t.Fatal(err)
			}
			var rooms []string
			for _, row := range rows {
				for room, number := range numbers {
					if row.Number == number {
						rooms = append(rooms, room)
					}
				}
			}
			slices.Sort(rooms)
			return rooms
		}
		for text, want := range map[string][]string{
			"zoë ÅNGSTRÖM":                    {"zoe"},
			"ZOE@VISITOR":                     {"zoe"},
			"555 01":                          {"zoe"},
			"v-17":                            {"zoe"},
			"bigger plan":                     {"istanbul", "order", "plain", "umlaut", "urgent", "zoe"},
			`"order" <fb-20871> &`:            {"order"},
			"100% READY_to go":                {"order"},
			"100_":                            nil,
			`go\now`:                          {"order"},
			"übersichtlich":                   {"umlaut"},
			"größe":                           {"umlaut"},
			"İZMİR":                           nil, // İ is no capital of i to both databases
			"İzmir":                           {"istanbul"},
			"izmir":                           nil,
			"300 k":                           nil, // nor is the Kelvin sign one of k
			"300 \u212a":                      {"istanbul"},
			"transcript":                      nil, // a word of the stored form, and of nobody
			"role":                            nil,
			fmt.Sprint("#", numbers["order"]): {"order"},
		} {
			if got := find(db.FollowUpFilter{Search: text}); !slices.Equal(got, want) {
				t.Errorf("%q finds %q, want %q", text, got, want)
			}
		}
		for name, test := range map[string]struct {
			filter db.FollowUpFilter
			want   []string
		}{
			"an operator's name": {db.FollowUpFilter{Operators: []string{"Lee O'Neil"}}, []string{"urgent"}},
			"a part of a name":   {db.FollowUpFilter{Operators: []string{"Lee"}}, nil},
			"another operator":   {db.FollowUpFilter{Operators: []string{"Dana K."}, Search: "zoe@"}, []string{"zoe"}},
			"a day":              {db.FollowUpFilter{Days: db.Days{First: "2026-11-25", Last: "2026-11-25"}, Search: "größe"}, []string{"umlaut"}},
			"another day":        {db.FollowUpFilter{Days: db.Days{First: "2026-11-26", Last: "2026-11-27"}}, nil},
			"not urgent":         {db.FollowUpFilter{Urgent: new(bool), Search: "zoe"}, []string{"zoe"}},
			"late":               {db.FollowUpFilter{Late: new(true)}, nil},
		} {
			if got := find(test.filter); !slices.Equal(got, test.want) {
				t.Errorf("%s finds %q, want %q", name, got, test.want)
			}
		}
		for _, bad := range []db.FollowUpFilter{{Search: "x"}, {Search: "   "}, {Search: " x "}, {Days: db.Days{First: "yesterday", Last: "today"}}} {
			if _, _, err := s.Scope.FollowUps(t.Context(), bad, db.Page{First: 50}); !postchat.IsKind(err, postchat.Invalid) {
				t.Errorf("%+v gives %v", bad, err)
			}
		}
		if counts, err := s.Scope.CountStates(t.Context(), db.FollowUpFilter{}); err != nil || len(counts) != 1 || counts[0].Count != 6 {
			t.Errorf("by state there are %v, %v", counts, err)
		}
	})
}

func TestASearchGoesOnPageByPage(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		const chats = 250 // more than are read at once
		for i := range chats {
			event := s.Close(fmt.Sprint("room-", i))
			if i%50 == 0 {
				event.Chat.Transcript[0].Text = "Größe 38?"
			}
			if _, err := store.Record(t.Context(), s.Arrival(event, fmt.Sprint(i))); err != nil {
				t.Fatal(err)
			}
		}
		for _, oldest := range []bool{false, true} {
			var found []int64
			for page := (db.Page{First: 2, Oldest: oldest}); ; {
				rows, more, err := s.Scope.FollowUps(t.Context(), db.FollowUpFilter{Search: "größe"}, page)
				if err != nil {
					t.Fatal(err)
				}
				for _, row := range rows {
					found = append(found, row.Number)
				}
				if !more {
					break
				}
				page.After = rows[len(rows)-1].Number
			}
			if len(found) != 5 || !slices.IsSortedFunc(found, func(a, b int64) int {
				if oldest {
					return int(a - b)
				}
				return int(b - a)
			}) {
				t.Errorf("oldest first %t: found %v", oldest, found)
			}
		}
	})
}

func TestASearchLooksThroughAWindowOfWhatTheFilterMeans(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		store.SearchWindow(10)
		begin := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
		for i := range 50 { // #1 to #50, a day apart
			event := s.Close(fmt.Sprint("room-", i))
			event.Chat.ClosedAt = begin.AddDate(0, 0, i)
			event.Chat.CloseKey = event.Chat.ClosedAt.String()
			if i == 2 || i == 47 || i == 49 {
				event.Chat.Transcript[0].Text = "Is FB-20871 on its way?"
			}
			if _, err := store.Record(t.Context(), s.Arrival(event, fmt.Sprint(i))); err != nil {
				t.Fatal(err)
			}
		}
		day := func(number int) time.Time { return begin.AddDate(0, 0, number-1) }
		for _, test := range []struct {
			name   string
			search string
			closed db.TimeRange
			page   db.Page
			want   []int64
			more   bool
			beyond bool // nothing is found, and there is more than was looked through
		}{
			{"a page", "fb-20871", db.TimeRange{}, db.Page{First: 1}, []int64{50}, true, false},
			{"the rest of the window, with more to look through after it", "fb-20871", db.TimeRange{}, db.Page{First: 5}, []int64{50, 48}, true, false},
			{"nothing in the window after what was found", "fb-20871", db.TimeRange{}, db.Page{First: 5, After: 48}, nil, false, true},
			{"a window elsewhere, by time", "fb-20871", db.TimeRange{To: day(9)}, db.Page{First: 5}, []int64{3}, false, false},
			{"nothing there", "fb-9", db.TimeRange{To: day(9)}, db.Page{First: 5}, nil, false, false},
			{"no follow-up at all to look through", "fb-20871", db.TimeRange{To: day(1)}, db.Page{First: 5}, nil, false, false},
			{"the oldest first", "fb-20871", db.TimeRange{}, db.Page{First: 5, Oldest: true}, []int64{3}, true, false},
			{"the oldest first, and nothing after it", "fb-20871", db.TimeRange{}, db.Page{First: 5, Oldest: true, After: 3}, nil, false, true},
			{"the oldest first, from a time on", "fb-20871", db.TimeRange{From: day(45)}, db.Page{First: 5, Oldest: true}, []int64{48, 50}, false, false},
			{"a number before the window", "#7", db.TimeRange{}, db.Page{First: 5}, []int64{7}, false, false},
			{"a number before the window, that the filter does not mean", "#7", db.TimeRange{From: day(8)}, db.Page{First: 5}, nil, false, true},
			{"a number on a page before", "#50", db.TimeRange{}, db.Page{First: 5, After: 50}, nil, false, true},
		} {
			rows, more, err := s.Scope.FollowUps(t.Context(), db.FollowUpFilter{Search: test.search, Closed: test.closed}, test.page)
			var numbers []int64
			for _, row := range rows {
				numbers = append(numbers, row.Number)
			}
			if test.beyond != postchat.IsKind(err, postchat.Invalid) || !test.beyond && err != nil {
				t.Errorf("%s: %v", test.name, err)
			}
			if !slices.Equal(numbers, test.want) || more != test.more {
				t.Errorf("%s: found %v, more %t; want %v, more %t", test.name, numbers, more, test.want, test.more)
			}
		}
	})
}

func TestFewSearchesKeepTheDatabaseBusyAtOnce(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		done := store.BusyWithSearches()
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, _, err := s.Scope.FollowUps(ctx, db.FollowUpFilter{Search: "plan"}, db.Page{First: 5}); !errors.Is(err, context.Canceled) {
			t.Errorf("a search that finds no place and that nobody waits for gives %v", err)
		}
		if _, _, err := s.Scope.FollowUps(t.Context(), db.FollowUpFilter{}, db.Page{First: 5}); err != nil {
			t.Errorf("beside as many searches as there may be, a list gives %v", err)
		}
		done()
		if _, _, err := s.Scope.FollowUps(t.Context(), db.FollowUpFilter{Search: "plan"}, db.Page{First: 5}); err != nil {
			t.Errorf("a search that finds a place gives %v", err)
		}
	})
}
