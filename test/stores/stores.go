// Package stores runs a test on every database that Postchat can keep its data in.
package stores

import (
	"bytes"
	"context"
	"log/slog"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/postgres"
)

// Key encrypts the secrets of every test database.
var Key = bytes.Repeat([]byte{7}, db.KeySize)

// Each runs test on SQLite and on PostgreSQL, side by side, each time with a new, migrated store at the wall clock's time.
func Each(t *testing.T, test func(t *testing.T, store *db.Store)) {
	t.Helper()
	each(t, func(t *testing.T, url string) { test(t, open(t, url, nil)) })
}

// EachAt is Each with stores that stand still in time until the test moves their clock.
func EachAt(t *testing.T, test func(t *testing.T, store *db.Store, clock *Clock)) {
	t.Helper()
	each(t, func(t *testing.T, url string) {
		clock := &Clock{now: time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)}
		test(t, open(t, url, clock.Now), clock)
	})
}

func each(t *testing.T, test func(t *testing.T, url string)) {
	t.Run("SQLite", func(t *testing.T) {
		t.Parallel()
		test(t, filepath.Join(t.TempDir(), "postchat.db"))
	})
	t.Run("PostgreSQL", func(t *testing.T) {
		t.Parallel()
		test(t, postgres.New(t, migrate))
	})
}

func migrate(ctx context.Context, url string) error {
	store, err := db.Open(ctx, db.Options{URL: url, Key: Key})
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	return store.Migrate(ctx)
}

func open(t *testing.T, url string, now func() time.Time) *db.Store {
	t.Helper()
	store, err := db.Open(t.Context(), db.Options{URL: url, Key: Key, Now: now, Log: slog.New(slog.NewTextHandler(t.Output(), nil))})
	if err != nil {
		t.Fatalf("open the store: %v", err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Errorf("close the store: %v", err)
		}
	})
	if err := store.Migrate(t.Context()); err != nil {
		t.Fatalf("migrate the store: %v", err)
	}
	return store
}

// Replicas runs test on PostgreSQL with two stores on one database, as two servers have them, at the wall clock's time.
func Replicas(t *testing.T, test func(t *testing.T, one, other *db.Store)) {
	t.Helper()
	t.Parallel()
	url := postgres.New(t, migrate)
	test(t, open(t, url, nil), open(t, url, nil))
}

// Clock is a clock that only a test moves.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// Now is the clock's time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Move puts the clock forward.
func (c *Clock) Move(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(by)
}

// Balanced checks that the ledger adds up: every finished chat is in the one box that its follow-up says. It may be called while
// others write.
func Balanced(t testing.TB, scope *db.Scope) {
	t.Helper()
	problems, err := scope.CheckLedger(context.Background(), nil)
	if err != nil {
		t.Fatalf("check the ledger: %v", err)
	}
	for _, problem := range problems {
		t.Errorf("the ledger does not balance: %s", problem)
	}
}

// Campaign is a campaign with codes, addresses and a source, for tests that need one to be there.
type Campaign struct {
	postchat.Campaign
	Account *postchat.Account
	Scope   *db.Scope
	Table   postchat.Table
	Source  postchat.Source
}

// Sample makes a campaign in the store: lead goes to sales@, support to two addresses, other to nobody, and chats without a
// code to standard@; its source is of our own format and holds nothing.
func Sample(t testing.TB, store *db.Store) *Campaign {
	t.Helper()
	ctx := context.Background()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("make the sample campaign: %v", err)
		}
	}
	account, err := store.FirstAccount(ctx)
	must(err)
	s := &Campaign{Account: account, Scope: store.Account(account.ID)}
	now := postchat.Now()
	s.Campaign = postchat.NewCampaign(account.ID, "Acme website", now)
	must(s.Scope.SaveCampaign(ctx, &s.Campaign))
	for i, label := range []string{"lead", "support", "other", "old"} {
		code := postchat.SuccessCode{ID: postchat.NewID(now), CampaignID: s.ID, Label: label, Position: i}
		if label == "old" {
			code.RetiredAt = now
		}
		must(s.Scope.SaveSuccessCode(ctx, &code))
		s.Table.Codes = append(s.Table.Codes, code)
	}
	s.Table.CampaignID, s.Table.Unaddressed = s.ID, postchat.UnaddressedToStandard
	s.Table.Standard = []postchat.Address{{Email: "standard@acme.example"}}
	s.Table.Addresses = map[string][]postchat.Address{
		s.Table.Codes[0].ID: {{Name: "Sales", Email: "sales@acme.example"}},
		s.Table.Codes[1].ID: {{Email: "support@acme.example"}, {Email: "nights@acme.example"}},
	}
	must(s.Scope.SaveTable(ctx, &s.Table))
	s.Source = postchat.Source{
		ID: postchat.NewID(now), Name: "Acme chat", Vendor: postchat.VendorPostchat, DefaultCampaignID: s.ID,
		Secrets: []postchat.SourceSecret{{Value: "whsec_c2FtcGxlIHNlY3JldCBmb3IgdGVzdHMgMDE="}}, CreatedAt: now,
	}
	must(s.Scope.SaveSource(ctx, &s.Source))
	return s
}

// Close is a chat that ended, as an adapter would report it: of the conversation, with the codes.
func (s *Campaign) Close(conversation string, codes ...string) postchat.Event {
	at := time.Date(2026, 11, 25, 8, 30, 0, 0, time.UTC)
	return postchat.Event{Kind: postchat.EventClosed, Type: "chat.closed", Chat: postchat.Chat{
		ConversationID: conversation, CloseKey: at.Format(time.RFC3339Nano), Kind: postchat.ChatKindChat, StartedAt: at.Add(-5 * time.Minute),
		ClosedAt: at, ClosedBy: postchat.RoleOperator, Codes: codes,
		Visitor:   postchat.Visitor{Name: "Ines Moreau", Email: "ines@visitor.example"},
		Operators: []postchat.Operator{{Name: "Dana K."}},
		Transcript: postchat.Transcript{
			{ID: "1", At: at.Add(-4 * time.Minute), Role: postchat.RoleVisitor, Name: "Ines Moreau", Text: "Do you have a bigger plan?"},
			{ID: "2", At: at.Add(-3 * time.Minute), Role: postchat.RoleOperator, Name: "Dana K.", Text: "Yes, how many people?"},
		},
	}}
}

// Arrival is an event as the webhook receiver hands it to be recorded, with a body of its own.
func (s *Campaign) Arrival(e postchat.Event, body string) postchat.Arrival {
	return postchat.Arrival{
		Source: s.Source, ReceivedAt: postchat.Now(), Body: []byte(body), Event: &e, Day: "2026-11-25",
	}
}

// Raw takes the database from under a store, for what the store has no way to do or to show.
func Raw(t testing.TB, store *db.Store) *bun.DB {
	t.Helper()
	grabbed := &grabber{}
	store.Observe(grabbed)
	nobodys := &postchat.APIToken{ID: "none"}
	if err := store.TouchToken(context.Background(), nobodys, postchat.Now()); err != nil {
		t.Fatal(err)
	}
	return grabbed.db
}

// grabber keeps the database of an update.
type grabber struct{ db *bun.DB }

// BeforeQuery implements bun.QueryHook.
func (g *grabber) BeforeQuery(ctx context.Context, e *bun.QueryEvent) context.Context {
	if e.Operation() == "UPDATE" && g.db == nil {
		g.db = e.DB
	}
	return ctx
}

// AfterQuery implements bun.QueryHook.
func (*grabber) AfterQuery(context.Context, *bun.QueryEvent) {}

// OtherAccount adds another company's account to the store.
func OtherAccount(t testing.TB, store *db.Store) *postchat.Account {
	t.Helper()
	other := &postchat.Account{ID: postchat.NewID(postchat.Now()), Name: "Other company", CreatedAt: postchat.Now()}
	if _, err := Raw(t, store).NewInsert().Model(other).Exec(context.Background()); err != nil {
		t.Fatal(err)
	}
	return other
}
