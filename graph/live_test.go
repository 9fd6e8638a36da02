package graph_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph"
	"github.com/postchat/postchat/test/stores"
)

// often has subscriptions look and ping often, and trust nobody for long.
func often(c *graph.Config) {
	c.Live.Gap, c.Live.Ping, c.Live.Trust = time.Millisecond, 5*time.Millisecond, time.Nanosecond
}

// seldom has subscriptions look at nothing for an hour unless they are woken.
func seldom(c *graph.Config) { c.Live.Gap, c.Live.Poll = time.Millisecond, time.Hour }

// changes is an event of followUpsChanged.
type changes struct {
	FollowUpsChanged struct {
		FollowUps []struct {
			Number  int
			State   string
			Chat    struct{ Visitor struct{ Name string } }
			Receipt []struct{ State string }
		}
		Missed bool
		Cursor string
	}
}

const watchFollowUps = `subscription($campaigns: [ID!]! = [], $after: String) {
	followUpsChanged(campaigns: $campaigns, after: $after) {
		followUps { number state chat { visitor { name } } receipt { state } } missed cursor
	}
}`

// begin reads the first event of a subscription without a cursor.
func (s *subscription) begin() {
	s.t.Helper()
	var first changes
	s.read(&first)
	if c := first.FollowUpsChanged; len(c.FollowUps) > 0 || c.Missed || c.Cursor == "" {
		s.t.Fatalf("the first event is %+v", c)
	}
}

// until reads events until all the numbers were in them, and returns the last cursor and how often each number came.
func (s *subscription) until(numbers ...int) (cursor string, seen map[int]int) {
	s.t.Helper()
	seen = map[int]int{}
	for {
		var e changes
		s.read(&e)
		cursor = e.FollowUpsChanged.Cursor
		for _, f := range e.FollowUpsChanged.FollowUps {
			seen[f.Number]++
		}
		missing := 0
		for _, n := range numbers {
			if seen[n] == 0 {
				missing++
			}
		}
		if missing == 0 {
			return cursor, seen
		}
	}
}

func TestAFollowUpIsToldAtEveryStepOfItsLife(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now, seldom)
		record(t, store, s.Arrival(s.Close("room-0"), "0")) // known before anybody watches
		watched := a.subscribe(watchFollowUps, nil)
		watched.begin()

		record(t, store, s.Arrival(s.Close("room-1", "support"), "1"))
		if receipt := watched.state(2, "HOLDING"); receipt != "" {
			t.Errorf("the new chat has the receipt %s", receipt)
		}
		route(t, store, a, 2)
		if receipt := watched.state(2, "QUEUED"); receipt != "QUEUED QUEUED" {
			t.Errorf("the routed chat has the receipt %s", receipt)
		}
		claimed, err := store.ClaimQueued(t.Context(), db.Lease{Owner: "test", Until: postchat.Now().Add(time.Minute)}, "outbox", 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range claimed {
			if !strings.HasPrefix(c.Recipient.Email, "s") {
				continue
			}
			if _, err := store.Finish(t.Context(), db.Result{Delivery: c.Delivery, Change: db.Change{State: postchat.DeliveryAccepted}}); err != nil {
				t.Fatal(err)
			}
		}
		// With one of two recipients the follow-up's state stays, but not its receipt.
		if receipt := watched.state(2, "QUEUED"); receipt != "ACCEPTED SENDING" {
			t.Errorf("the half sent chat has the receipt %s", receipt)
		}
	})
}

// state reads events until the follow-up is told in the state, and returns what became of its mails.
func (s *subscription) state(number int, state string) (receipt string) {
	s.t.Helper()
	for {
		var e changes
		s.read(&e)
		for _, f := range e.FollowUpsChanged.FollowUps {
			if f.Number == number && f.State == state {
				var states []string
				for _, d := range f.Receipt {
					states = append(states, d.State)
				}
				slices.Sort(states)
				return strings.Join(states, " ")
			}
		}
	}
}

func TestServersOnOnePostgreSQLTellEachOthersChanges(t *testing.T) {
	stores.Replicas(t, func(t *testing.T, one, other *db.Store) {
		s := stores.Sample(t, one)
		a, b := newAPI(t, one, postchat.Now, seldom), newAPI(t, other, postchat.Now, seldom)
		ours, theirs := a.subscribe(watchFollowUps, nil), b.subscribe(watchFollowUps, nil)
		ours.begin()
		theirs.begin()
		record(t, one, s.Arrival(s.Close("room-1"), "1"))
		ours.until(1)
		theirs.until(1)
		record(t, other, s.Arrival(s.Close("room-2"), "2"))
		ours.until(2)
		theirs.until(2)
	})
}

func TestServersFindEachOthersChangesUnaskedToo(t *testing.T) {
	stores.Replicas(t, func(t *testing.T, one, other *db.Store) {
		s := stores.Sample(t, one)
		unasked := func(c *graph.Config) { c.Live.Gap, c.Live.Poll = time.Millisecond, 5*time.Millisecond }
		b := newAPI(t, other, postchat.Now, unasked)
		raw := stores.Raw(t, one)
		watched := b.subscribe(watchFollowUps, nil)
		watched.begin()
		record(t, one, s.Arrival(s.Close("room-1"), "1"))
		watched.until(1)
		// Dated half a minute back, as by a transaction that took long, and told by nobody.
		if _, err := raw.ExecContext(t.Context(), "UPDATE follow_ups SET version = version + 1, updated_at = updated_at - interval '30 seconds'"); err != nil {
			t.Fatal(err)
		}
		watched.until(1)
	})
}

func TestWhoeverConnectsAgainMissesNothing(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now, seldom)
		watched := a.subscribe(watchFollowUps, nil)
		watched.begin()
		record(t, store, s.Arrival(s.Close("room-1"), "1"))
		cursor, _ := watched.until(1)
		watched.hangUp()

		want := []int{}
		for n := 2; n <= 251; n++ { // more than two events hold
			record(t, store, s.Arrival(s.Close(fmt.Sprint("room-", n)), fmt.Sprint(n)))
			want = append(want, n)
		}
		again := a.subscribe(watchFollowUps, object{"after": cursor})
		cursor, seen := again.until(want...)
		for n, times := range seen {
			if times > 1 {
				t.Errorf("follow-up %d was told %d times on one connection", n, times)
			}
		}
		again.hangUp()

		a.subscribe(watchFollowUps, object{"after": "Zm9sbG93LXVwOjc"}).refusedWith("INVALID")
		quiet := a.subscribe(watchFollowUps, object{"after": cursor})
		var first changes
		quiet.read(&first) // at once, whatever it repeats
	})
}

func TestWhoHasBeenAwayTooLongIsToldToReadAnew(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now, seldom)
		for n := range 1001 {
			record(t, store, s.Arrival(s.Close(fmt.Sprint("room-", n)), fmt.Sprint(n)))
		}
		watched := a.subscribe(watchFollowUps, object{"after": "Y2hhbmdlZDow"}) // "changed:0"
		var first changes
		watched.read(&first)
		if c := first.FollowUpsChanged; !c.Missed || len(c.FollowUps) > 0 {
			t.Fatalf("the first event is %+v", c)
		}
		record(t, store, s.Arrival(s.Close("room-new"), "new"))
		if _, seen := watched.until(1002); len(seen) != 1 {
			t.Errorf("then %v were told", seen)
		}
	})
}

func TestWatchersOfACampaignHearOfNoOther(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		other := postchat.NewCampaign(s.Account.ID, "Another shop", postchat.Now())
		if err := s.Scope.SaveCampaign(t.Context(), &other); err != nil {
			t.Fatal(err)
		}
		a := newAPI(t, store, postchat.Now, seldom)
		token, secret := auth.NewToken(s.Account.ID, "limited", time.Time{}, postchat.Now())
		token.CampaignIDs = []string{other.ID}
		if err := s.Scope.AddToken(t.Context(), &token); err != nil {
			t.Fatal(err)
		}
		limited, elses := a.as(secret.Reveal()), a.as(newToken(t, store, stores.OtherAccount(t, store).ID, postchat.Now))
		watching := map[string]*subscription{
			"one who asks for another campaign":  a.subscribe(watchFollowUps, object{"campaigns": []string{other.ID}}),
			"one who may see another":            limited.subscribe(watchFollowUps, nil),
			"one of another company":             elses.subscribe(watchFollowUps, nil),
			"one who asks for what they may not": limited.subscribe(watchFollowUps, object{"campaigns": []string{s.ID}}),
		}
		for _, w := range watching {
			w.begin()
		}
		all := a.subscribe(watchFollowUps, nil)
		all.begin()
		record(t, store, s.Arrival(s.Close("room-1"), "1"))
		all.until(1)
		elsewhere := s.Arrival(s.Close("room-2"), "2")
		elsewhere.Source.DefaultCampaignID = other.ID
		record(t, store, elsewhere)
		all.until(2)
		for _, who := range []string{"one who asks for another campaign", "one who may see another"} {
			if _, seen := watching[who].until(2); len(seen) != 1 {
				t.Errorf("%s hears of %v", who, seen)
			}
		}
	})
}

func TestSourcesAndTheLedgerAreTold(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now, seldom)
		type sources struct {
			SourcesChanged struct {
				Sources []struct {
					Name    string
					Events  struct{ Nodes []struct{ Outcome string } }
					Ignored []struct{ Count int }
				}
			}
		}
		watched := a.subscribe(`subscription { sourcesChanged { sources { name events { nodes { outcome } } ignored { count } } } }`, nil)
		var e sources
		watched.read(&e)
		if all := e.SourcesChanged.Sources; len(all) != 1 || all[0].Name != "Acme chat" || len(all[0].Events.Nodes) != 0 {
			t.Fatalf("at first is told %+v", all)
		}
		type ledger struct {
			LedgerChanged struct {
				Days []struct {
					Day      string
					Finished int
					Campaign struct{ Name string }
				}
			}
		}
		book := a.subscribe(`subscription { ledgerChanged(first: "2026-11-01", last: "2026-11-30") { days { day finished campaign { name } } } }`, nil)
		var l ledger
		book.read(&l)
		if len(l.LedgerChanged.Days) != 0 {
			t.Fatalf("of an empty ledger is told %+v", l)
		}

		arrival := s.Arrival(s.Close("room-1"), "1")
		record(t, store, arrival)
		watched.read(&e)
		if all := e.SourcesChanged.Sources; len(all) != 1 || fmt.Sprint(all[0].Events.Nodes) != "[{RECORDED}]" {
			t.Errorf("of an event is told %+v", all)
		}
		book.read(&l)
		if d := l.LedgerChanged.Days; len(d) != 1 || d[0].Finished != 1 || d[0].Day != "2026-11-25" || d[0].Campaign.Name != "Acme website" {
			t.Errorf("of the ledger is told %+v", d)
		}
		if err := store.CountIgnored(t.Context(), s.Source, "typing", postchat.Now()); err != nil {
			t.Fatal(err)
		}
		watched.read(&e)
		if all := e.SourcesChanged.Sources; len(all) != 1 || fmt.Sprint(all[0].Ignored) != "[{1}]" {
			t.Errorf("of an ignored event is told %+v", all)
		}
		a.subscribe(`subscription { ledgerChanged(first: "soon", last: "2026-11-30") { days { day } } }`, nil).refusedWith("INVALID")
	})
}

func TestASubscriptionEndsWithItsToken(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s, raw := stores.Sample(t, store), stores.Raw(t, store)
		a := newAPI(t, store, postchat.Now, often)
		add := func(change func(*postchat.APIToken)) (postchat.APIToken, *subscription) {
			token, secret := auth.NewToken(s.Account.ID, "short-lived", time.Time{}, postchat.Now())
			change(&token)
			if err := s.Scope.AddToken(t.Context(), &token); err != nil {
				t.Fatal(err)
			}
			watched := a.as(secret.Reveal()).subscribe(watchFollowUps, nil)
			watched.begin()
			return token, watched
		}
		token, revoked := add(func(*postchat.APIToken) {})
		if err := s.Scope.RevokeToken(t.Context(), token.ID); err != nil {
			t.Fatal(err)
		}
		record(t, store, s.Arrival(s.Close("room-1"), "1"))
		revoked.refusedWith("DENIED")

		_, expired := add(func(token *postchat.APIToken) { token.ExpiresAt = postchat.Now().Add(2 * time.Second) })
		expired.refusedWith("DENIED")

		token, limited := add(func(*postchat.APIToken) {})
		token.CampaignIDs = []string{}
		if _, err := raw.NewUpdate().Model(&token).Column("campaign_ids").WherePK().Exec(t.Context()); err != nil {
			t.Fatal(err)
		}
		if e := limited.next(); e.kind != "" {
			t.Errorf("a subscription of somebody who may see less now goes on with %+v, and is not cut off", e)
		}
	})
}

func TestSubscriptionsAreLimited(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now, seldom, func(c *graph.Config) { c.Live.PerViewer, c.Live.InAll = 2, 3 })
		b := a.as(newToken(t, store, s.Account.ID, postchat.Now))
		first := a.subscribe(watchFollowUps, nil)
		first.begin()
		a.subscribe(watchFollowUps, nil).begin()
		if _, status := a.trySubscribe(watchFollowUps, nil); status != http.StatusTooManyRequests {
			t.Errorf("a third one of two is answered %d", status)
		}
		b.subscribe(watchFollowUps, nil).begin()
		if _, status := b.trySubscribe(watchFollowUps, nil); status != http.StatusTooManyRequests {
			t.Errorf("a fourth one of three is answered %d", status)
		}
		first.hangUp()
		for deadline := time.Now().Add(time.Minute); ; { // the server notices by itself
			again, status := a.trySubscribe(watchFollowUps, nil)
			if status == http.StatusOK {
				again.begin()
				break
			}
			if time.Now().After(deadline) {
				t.Fatal("the seat of one who left stays taken")
			}
		}
	})
}

func TestSubscriptionsOutliveTheServersLimitsOfTimeAndEndWithIt(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		stores.Sample(t, store)
		stop := make(chan struct{})
		var config graph.Config
		a := newAPI(t, store, postchat.Now, often, func(c *graph.Config) { c.Live.Stop = stop; config = *c })
		server := httptest.NewUnstartedServer(graph.NewHandler(config))
		server.Config.ReadTimeout, server.Config.WriteTimeout = 50*time.Millisecond, 50*time.Millisecond
		server.Start()
		t.Cleanup(server.Close)
		a.url = server.URL
		watched := a.subscribe(watchFollowUps, nil)
		watched.begin()
		begun := time.Now()
		for time.Since(begun) < 200*time.Millisecond {
			if e := watched.any(); e.kind != "comment" {
				t.Fatalf("instead of a ping comes %+v", e)
			}
		}
		close(stop)
		if e := watched.next(); e.kind != "" {
			t.Errorf("when the server stops, there is another event: %+v", e)
		}
	})
}

func TestWhatASubscriptionIsAnsweredWithoutEvents(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		a := newAPI(t, store, postchat.Now)
		a.refused(`subscription { followUpsChanged { cursor } }`, nil, "INVALID")
		a.subscribe(`subscription { followUpsChanged { cursor nothing } }`, nil).refusedWith("INVALID")
		a.subscribe(`subscription { followUpsChanged { cursor } sourcesChanged { sources { id } } }`, nil).refusedWith("INVALID")
		// A client that takes both gets a query's answer as one.
		request, _ := http.NewRequestWithContext(t.Context(), http.MethodPost, a.url, strings.NewReader(`{"query": "{ __typename }"}`))
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Accept", "application/json, text/event-stream")
		request.Header.Set("Authorization", "Bearer "+a.token)
		if _, answer := send(t, request); answer != `{"data":{"__typename":"Query"}}` {
			t.Errorf("a query is answered %s", answer)
		}
		one := a.subscribe(`{ __typename }`, nil)
		if e := one.next(); e.data != `{"data":{"__typename":"Query"}}` {
			t.Errorf("a query for events is answered %+v", e)
		}
		if e := one.next(); e.kind != "complete" {
			t.Errorf("then comes %+v", e)
		}
	})
}
