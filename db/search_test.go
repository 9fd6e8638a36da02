package db_test

import (
	"fmt"
	"slices"
	"testing"

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
			"bigger plan":                     {"order", "plain", "umlaut", "urgent", "zoe"},
			`"order" <fb-20871> &`:            {"order"},
			"100% READY_to go":                {"order"},
			"100_":                            nil,
			`go\now`:                          {"order"},
			"übersichtlich":                   {"umlaut"},
			"größe":                           {"umlaut"},
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
		for _, bad := range []db.FollowUpFilter{{Search: "x"}, {Days: db.Days{First: "yesterday", Last: "today"}}} {
			if _, _, err := s.Scope.FollowUps(t.Context(), bad, db.Page{First: 50}); !postchat.IsKind(err, postchat.Invalid) {
				t.Errorf("%+v gives %v", bad, err)
			}
		}
		if counts, err := s.Scope.CountStates(t.Context(), db.FollowUpFilter{}); err != nil || len(counts) != 1 || counts[0].Count != 5 {
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
