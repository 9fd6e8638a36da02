package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// closeChats has n chats close, a minute apart, each with the codes that codes returns.
func closeChats(t *testing.T, store *db.Store, s *stores.Campaign, n int, codes func(i int) []string) {
	t.Helper()
	for i := range n {
		event := s.Close(fmt.Sprintf("room-%d", i), codes(i)...)
		event.Chat.ClosedAt = event.Chat.ClosedAt.Add(time.Duration(i) * time.Minute)
		event.Chat.CloseKey = event.Chat.ClosedAt.String()
		arrival := s.Arrival(event, fmt.Sprint(i))
		arrival.ReceivedAt = event.Chat.ClosedAt.Add(30 * time.Second)
		record(t, store, arrival)
	}
}

type pageOfFollowUps struct {
	FollowUps struct {
		Nodes []struct {
			ID     string
			Number int
		}
		Edges []struct {
			Cursor string
			Node   struct{ Number int }
		}
		PageInfo struct {
			HasNextPage, HasPreviousPage bool
			StartCursor, EndCursor       string
		}
	}
}

func (p pageOfFollowUps) numbers() []int {
	var all []int
	for _, node := range p.FollowUps.Nodes {
		all = append(all, node.Number)
	}
	return all
}

const listFollowUps = `query($filter: FollowUpFilter, $first: Int, $after: String) {
	followUps(filter: $filter, first: $first, after: $after) {
		nodes { id number } edges { cursor node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
	}
}`

func TestTheInboxIsPagedTheNewestFirst(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		var empty pageOfFollowUps
		a.must(&empty, listFollowUps, object{"first": 25})
		if info := empty.FollowUps.PageInfo; info.HasNextPage || info.EndCursor != "" || len(empty.FollowUps.Edges) > 0 {
			t.Errorf("the empty inbox is %+v", empty)
		}

		closeChats(t, store, s, 7, func(int) []string { return nil })
		var numbers []int
		after := ""
		for range 3 {
			var page pageOfFollowUps
			a.must(&page, listFollowUps, object{"first": 3, "after": after})
			info := page.FollowUps.PageInfo
			if info.HasPreviousPage != (after != "") || info.HasNextPage != (len(numbers) < 4) || info.StartCursor != page.FollowUps.Edges[0].Cursor {
				t.Errorf("after %d rows the page is %+v", len(numbers), page)
			}
			numbers = append(numbers, page.numbers()...)
			after = info.EndCursor
			closeChats(t, store, s, 1, func(int) []string { return nil }) // known already: what comes meanwhile moves nothing
		}
		if !slices.Equal(numbers, []int{7, 6, 5, 4, 3, 2, 1}) {
			t.Errorf("the pages hold %v", numbers)
		}

		var whole pageOfFollowUps
		a.must(&whole, `{ followUps { nodes { number } } }`, nil)
		if len(whole.FollowUps.Nodes) != 7 {
			t.Errorf("a page without a size holds %d", len(whole.FollowUps.Nodes))
		}
		var chats struct {
			Chats struct {
				Nodes    []struct{ FollowUp struct{ Number int } }
				Edges    []struct{ Cursor string }
				PageInfo struct{ HasNextPage bool }
			}
		}
		a.must(&chats, `query($after: String) { chats(first: 2, after: $after) { nodes { followUp { number } } edges { cursor } pageInfo { hasNextPage } } }`,
			object{"after": whole.FollowUps.PageInfo.EndCursor})
		if c := chats.Chats; len(c.Nodes) != 2 || c.Nodes[0].FollowUp.Number != 7 || !c.PageInfo.HasNextPage {
			t.Errorf("the chats are %+v", chats)
		}

		a.refused(listFollowUps, object{"first": 0}, "INVALID first")
		a.refused(listFollowUps, object{"first": -1}, "INVALID first")
		a.refused(listFollowUps, object{"first": 101}, "INVALID first")
		a.refused(listFollowUps, object{"first": 1_000_000_000}, "INVALID first")
		a.refused(listFollowUps, object{"first": 25, "after": "Zm9sbG93LXVwOng"}, "INVALID after")
		a.refused(listFollowUps, object{"first": 25, "after": "7"}, "INVALID after")
	})
}

func TestTheInboxIsFiltered(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		// Follow-ups 1 to 6 close at 8:30, 8:31, ... and are received half a minute later.
		codes := [][]string{{"lead"}, {"ＬＥＡＤ ", "support"}, {"support"}, nil, {"lead"}, {"weird"}}
		closeChats(t, store, s, len(codes), func(i int) []string { return codes[i] })
		f := func(number int) *postchat.FollowUp {
			f, err := s.Scope.FollowUpByNumber(t.Context(), int64(number))
			if err != nil {
				t.Fatal(err)
			}
			return f
		}
		// Of 1 the operator made a support case and of 5 nothing; both have a decision.
		a.must(nil, `mutation($id: ID!) { submitFollowUp(input: {idempotencyKey: "inline 1", followUp: $id, codes: ["support"], note: "\"code_id\":\"lead\""}) { sendsAt } }`,
			object{"id": f(1).ID})
		a.must(nil, `mutation($id: ID!) { submitFollowUp(input: {idempotencyKey: "inline 2", followUp: $id, codes: []}) { sendsAt } }`, object{"id": f(5).ID})
		f4 := f(4)
		f4.State = postchat.FollowUpNotForwarded
		if err := s.Scope.UpdateFollowUp(t.Context(), f4); err != nil {
			t.Fatal(err)
		}
		lead, support := s.Table.Codes[0].ID, s.Table.Codes[1].ID
		tests := []struct {
			name   string
			filter object
			want   []int
		}{
			{"by nothing", object{}, []int{6, 5, 4, 3, 2, 1}},
			{"by a state", object{"states": []string{"NOT_FORWARDED"}}, []int{4}},
			{"by two states", object{"states": []string{"NOT_FORWARDED", "HOLDING"}}, []int{6, 5, 4, 3, 2, 1}},
			{"by a state in lower case, as variables may have it", object{"states": []string{"not_forwarded"}}, []int{4}},
			{"by no states, as good as none", object{"states": []string{}}, []int{6, 5, 4, 3, 2, 1}},
			{"by the campaign", object{"campaigns": []string{s.ID}}, []int{6, 5, 4, 3, 2, 1}},
			{"by another campaign", object{"campaigns": []string{"x"}}, nil},
			{"by a code that the vendor gave, in whatever spelling", object{"codes": []string{lead}}, []int{2}},
			{"by a code that the operator gave", object{"codes": []string{support}}, []int{3, 2, 1}},
			{"by either code", object{"codes": []string{lead, support}}, []int{3, 2, 1}},
			{"by a code that nobody has", object{"codes": []string{"x"}}, nil},
			{"by the time of receipt, from", object{"received": object{"from": "2026-11-25T08:34:30Z"}}, []int{6, 5}},
			{"by the time of receipt, before", object{"received": object{"to": "2026-11-25T09:31:30+01:00"}}, []int{1}},
			{"by the time of the close", object{"closed": object{"from": "2026-11-25T08:31:00Z", "to": "2026-11-25T08:33:00Z"}}, []int{3, 2}},
			{"by whose OK it has", object{"submittedBy": []string{"Dana's script", "Sam"}}, []int{5, 1}},
			{"by whose OK it has, and nobody pressed it", object{"submittedBy": []string{"Sam"}}, nil},
			{"by no name, which is nobody's OK", object{"submittedBy": []string{""}}, nil},
			{"by everything", object{
				"states": []string{"HOLDING"}, "campaigns": []string{s.ID}, "codes": []string{support},
				"closed": object{"from": "2026-11-25T08:31:00Z"},
			}, []int{3, 2}},
		}
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				a.t = t
				var page pageOfFollowUps
				a.must(&page, listFollowUps, object{"first": 25, "filter": test.filter})
				if got := page.numbers(); !slices.Equal(got, test.want) {
					t.Errorf("got %v, want %v", got, test.want)
				}
			})
		}
		a.t = t
		backwards := object{"from": "2026-11-25T09:00:00Z", "to": "2026-11-25T08:00:00Z"}
		a.refused(listFollowUps, object{"first": 0, "filter": object{"received": backwards, "closed": backwards}},
			"INVALID first", "INVALID filter.received", "INVALID filter.closed")
		a.refused(listFollowUps, object{"first": 25, "filter": object{"received": object{"from": "2026-02-30T00:00:00Z"}}}, "INVALID filter.received.from")
		a.refused(listFollowUps, object{"first": 25, "filter": object{"states": []string{"LOST"}}}, "INVALID filter.states[0]")
	})
}

// statements counts what a store executes.
type statements struct {
	mu    sync.Mutex
	texts []string
}

func (s *statements) BeforeQuery(ctx context.Context, _ *bun.QueryEvent) context.Context { return ctx }

func (s *statements) AfterQuery(_ context.Context, e *bun.QueryEvent) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.texts = append(s.texts, e.Query[:min(len(e.Query), 160)])
}

// of returns the statements that do makes.
func (s *statements) of(do func()) []string {
	s.mu.Lock()
	s.texts = nil
	s.mu.Unlock()
	do()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.texts
}

func TestTheInboxTakesAsManyStatementsForTenRowsAsForAHundred(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		seen := &statements{}
		store.Observe(seen)
		a := newAPI(t, store, clock.Now)
		closeChats(t, store, s, 100, func(i int) []string { return []string{[]string{"lead", "support", "other", "old"}[i%4]} })
		clock.Move(3 * time.Hour)
		route(t, store, a, 100)
		for i := range 100 {
			edit := s.Close(fmt.Sprintf("room-%d", i), "lead", "support")
			edit.Kind, edit.Chat.CloseKey, edit.Chat.ClosedAt, edit.Chat.ClosedBy = postchat.EventEdited, "", time.Time{}, ""
			f, err := s.Scope.FollowUp(t.Context(), record(t, store, s.Arrival(edit, fmt.Sprint("edit ", i))).FollowUpID)
			if err != nil {
				t.Fatal(err)
			}
			entry := postchat.AuditEntry{Action: "follow_up.settle", ObjectKind: "follow_up", ObjectID: f.ID, CampaignID: f.CampaignID}
			if err := s.Scope.Audit(t.Context(), entry); err != nil {
				t.Fatal(err)
			}
		}
		var late pageOfFollowUps
		a.must(&late, listFollowUps, object{"first": 100, "filter": object{"late": true}})
		if len(late.FollowUps.Nodes) != 100 {
			t.Fatalf("%d follow-ups are late", len(late.FollowUps.Nodes))
		}

		count := func(query string, first int) []string {
			a.must(nil, query, object{"first": first}) // once more, so that the token's last use is not written in between
			return seen.of(func() { a.must(nil, query, object{"first": first}) })
		}
		for name, query := range map[string]string{
			"the inbox": `query($first: Int) { followUps(first: $first) { pageInfo { endCursor } nodes {
				number state codes late campaign { name } chat { visitor { name } source { name defaultCampaign { name } } }
				decision { recipients { address { text } reasons { sentence } } codes { label code { goal { name } } } }
				mails { subject } receipt { recipient { email } steps { words } mail { subject } }
			} } }`,
			"the chats":            `query($first: Int) { chats(first: $first) { nodes { followUp { number decision { tableVersion } } campaign { name } } } }`,
			"transcripts":          `query($first: Int) { followUps(first: $first) { edges { node { chat { transcript { text } } } } } }`,
			"mails and deliveries": `query($first: Int) { followUps(first: $first) { nodes { mails { id } receipt { mail { messageId } } } } }`,
			"what people did, and late versions": `query($first: Int) { followUps(first: $first, filter: {late: true}) { nodes {
				late lateDecision { recipients { address { text } } codes { code { label } } } history { action campaign { name } }
			} } }`,
			"the oldest first, and how many": `query($first: Int) { followUpCounts { state count } followUps(first: $first, oldestFirst: true) { nodes { version } } }`,
			"the sources":                    `query($first: Int) { sources { events(first: $first) { nodes { body source { name } chat { closedAt } } } } }`,
		} {
			ten, hundred := count(query, 10), count(query, 100)
			if len(ten) != len(hundred) || len(ten) > 16 {
				t.Errorf("%s takes %d statements for 10 rows and %d for 100:\n%s\n\n%s", name, len(ten), len(hundred),
					strings.Join(ten, "\n"), strings.Join(hundred, "\n"))
			}
		}
	})
}
