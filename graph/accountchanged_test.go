package graph_test

import (
	"context"
	"fmt"
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

// accountChange is an event of accountChanged.
type accountChange struct {
	AccountChanged struct {
		FollowUps []string
		Objects   []struct{ Kind, ID string }
		Missed    bool
		Cursor    string
	}
}

const watchAccount = `subscription($after: String) { accountChanged(after: $after) { followUps objects { kind id } missed cursor } }`

// told reads events until all that is wanted was in them, each as its kind and its id, and returns all that was told and the last cursor.
func (s *subscription) told(want ...string) (seen []string, cursor string) {
	s.t.Helper()
	for {
		var e accountChange
		s.read(&e)
		cursor = e.AccountChanged.Cursor
		for _, id := range e.AccountChanged.FollowUps {
			seen = append(seen, "follow_up "+id)
		}
		for _, object := range e.AccountChanged.Objects {
			seen = append(seen, object.Kind+" "+object.ID)
		}
		if e.AccountChanged.Missed {
			s.t.Fatalf("something was missed: %+v", e)
		}
		if !slices.ContainsFunc(want, func(one string) bool { return !slices.Contains(seen, one) }) {
			return seen, cursor
		}
	}
}

// beginAccount reads the first event of a subscription without a cursor.
func (s *subscription) beginAccount() (cursor string) {
	s.t.Helper()
	seen, cursor := s.told()
	if len(seen) > 0 || cursor == "" {
		s.t.Fatalf("the first event tells %v, with the cursor %q", seen, cursor)
	}
	return cursor
}

func TestOnePageHearsOfEverythingByOneSubscription(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now, seldom)
		o := &office{Campaign: s, t: t, api: a, store: store}
		watched := a.subscribe(watchAccount, nil)
		watched.beginAccount()

		id := record(t, store, s.Arrival(s.Close("room-1"), "1")).FollowUpID
		seen, _ := watched.told("follow_up "+id, "source "+s.Source.ID)
		if len(seen) != 2 {
			t.Errorf("of a chat is told %v", seen)
		}
		o.must("saveFollowUpAddresses", object{"campaign": s.ID, "version": o.version(), "standard": "desk@acme.example", "codes": o.lists()})
		watched.told("follow_up_addresses " + s.ID)
		o.must("updateSource", object{"id": s.Source.ID, "hold": 30})
		watched.told("source " + s.Source.ID)
		if err := store.CountIgnored(t.Context(), s.Source, "typing", postchat.Now()); err != nil {
			t.Fatal(err)
		}
		watched.told("source " + s.Source.ID)
		var made struct {
			CreateApiToken struct{ ApiToken struct{ ID string } }
		}
		a.must(&made, `mutation { createApiToken(input: {name: "CRM", permissions: [READ]}) { apiToken { id } } }`, nil)
		_, cursor := watched.told("api_token " + made.CreateApiToken.ApiToken.ID)
		watched.hangUp()

		o.must("updateCampaign", object{"id": s.ID, "timeZone": "Europe/Vienna"})
		var want []string
		for n := 2; n <= 251; n++ { // more than two events hold
			want = append(want, "follow_up "+record(t, store, s.Arrival(s.Close(fmt.Sprint("room-", n)), fmt.Sprint(n))).FollowUpID)
		}
		again := a.subscribe(watchAccount, object{"after": cursor})
		again.told(append(want, "campaign "+s.ID, "source "+s.Source.ID)...)
		a.subscribe(watchAccount, object{"after": "Zm9sbG93LXVwOjc"}).refusedWith("INVALID")
	})
}

func TestNobodyHearsOfWhatTheyMayNotSee(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		other := postchat.NewCampaign(s.Account.ID, "Another shop", postchat.Now())
		if err := s.Scope.SaveCampaign(t.Context(), &other); err != nil {
			t.Fatal(err)
		}
		theirs := store.Account(stores.OtherAccount(t, store).ID)
		a := newAPI(t, store, postchat.Now, seldom)
		tokenOf := func(account string, campaigns []string, permissions ...postchat.Permission) *subscription {
			token, secret := auth.NewToken(account, "watcher", time.Time{}, postchat.Now())
			token.CampaignIDs, token.Permissions = campaigns, permissions
			if err := store.Account(account).AddToken(t.Context(), &token); err != nil {
				t.Fatal(err)
			}
			return a.as(secret.Reveal()).subscribe(watchAccount, nil)
		}
		all := a.subscribe(watchAccount, nil)
		readers := tokenOf(s.Account.ID, nil, postchat.PermissionRead)
		limited := tokenOf(s.Account.ID, []string{other.ID}, postchat.PermissionRead)
		elses := tokenOf(theirs.AccountID(), nil, postchat.Permissions...)
		for _, w := range []*subscription{all, readers, limited, elses} {
			w.beginAccount()
		}
		o := &office{Campaign: s, t: t, api: a, store: store}
		o.must("createApiToken", object{"name": "CRM", "permissions": []string{"READ"}})
		o.must("updateCampaign", object{"id": s.ID, "timeZone": "Europe/Vienna"})
		hidden := record(t, store, s.Arrival(s.Close("room-1"), "1")).FollowUpID
		o.must("sendFollowUpNow", object{"followUp": hidden})
		o.must("updateCampaign", object{"id": other.ID, "timeZone": "Europe/Vienna"})
		err := theirs.InTx(t.Context(), func(ctx context.Context, tx *db.Scope) error {
			return tx.Audit(ctx, postchat.AuditEntry{Action: "campaign.create", ObjectKind: "campaign", ObjectID: "theirs"})
		})
		if err != nil {
			t.Fatal(err)
		}

		ofOthers := []string{"campaign " + s.ID, "follow_up " + hidden}
		for _, check := range []struct {
			who   string
			w     *subscription
			last  string
			never []string
		}{
			{"who may only read", readers, "campaign " + other.ID, []string{"api_token"}},
			{"of another company", elses, "campaign theirs", []string{"api_token", "campaign " + other.ID, "follow_up", "source", "campaign " + s.ID}},
			{"who is limited", limited, "campaign " + other.ID, append([]string{"api_token"}, ofOthers...)},
		} {
			seen, _ := check.w.told(check.last)
			for _, never := range check.never {
				if slices.ContainsFunc(seen, func(one string) bool { return strings.HasPrefix(one, never) }) {
					t.Errorf("one %s is told %v", check.who, seen)
				}
			}
		}
	})
}

func TestServersOnOnePostgreSQLTellEachOthersSettings(t *testing.T) {
	stores.Replicas(t, func(t *testing.T, one, other *db.Store) {
		s := stores.Sample(t, one)
		unasked := func(c *graph.Config) { c.Live.Gap, c.Live.Poll = time.Millisecond, 5*time.Millisecond }
		a, b := newAPI(t, one, postchat.Now, seldom), newAPI(t, other, postchat.Now, unasked)
		woken, polled := newAPI(t, other, postchat.Now, seldom).subscribe(watchAccount, nil), b.subscribe(watchAccount, nil)
		woken.beginAccount()
		polled.beginAccount()
		(&office{Campaign: s, t: t, api: a, store: one}).must("updateCampaign", object{"id": s.ID, "timeZone": "Europe/Vienna"})
		woken.told("campaign " + s.ID)
		polled.told("campaign " + s.ID)
	})
}

func TestWhoHasMissedTooMuchOfAnAccountReadsAnew(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		for n := range 1001 {
			if err := s.Scope.Audit(t.Context(), postchat.AuditEntry{Action: "campaign.update", ObjectKind: "campaign", ObjectID: fmt.Sprint(n)}); err != nil {
				t.Fatal(err)
			}
		}
		a := newAPI(t, store, postchat.Now, seldom)
		watched := a.subscribe(watchAccount, object{"after": "Y2hhbmdlZDow"}) // "changed:0"
		var first accountChange
		watched.read(&first)
		if c := first.AccountChanged; !c.Missed || len(c.FollowUps)+len(c.Objects) > 0 || c.Cursor == "" {
			t.Fatalf("the first event is %+v", c)
		}
		id := record(t, store, s.Arrival(s.Close("room-1"), "1")).FollowUpID
		if seen, _ := watched.told("follow_up " + id); len(seen) != 2 {
			t.Errorf("then is told %v", seen)
		}
	})
}
