package db_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestNamesAreUniqueHoweverTheyAreTyped(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		twin := postchat.NewCampaign(s.Account.ID, "ACME  Website", postchat.Now())
		if err := s.Scope.SaveCampaign(t.Context(), &twin); !postchat.IsKind(err, postchat.Conflict) {
			t.Errorf("a second campaign of the same name: %v", err)
		}
		code := postchat.SuccessCode{ID: postchat.NewID(postchat.Now()), CampaignID: s.ID, Label: "ＬＥＡＤ"}
		if err := s.Scope.SaveSuccessCode(t.Context(), &code); !postchat.IsKind(err, postchat.Conflict) {
			t.Errorf("a second code of the same label: %v", err)
		}
	})
}

func TestTheTableIsSavedWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		mine, theirs := s.Table, s.Table
		mine.Standard = nil
		if err := s.Scope.SaveTable(t.Context(), &mine); err != nil || mine.Version != 2 {
			t.Fatalf("version = %d, %v", mine.Version, err)
		}
		if err := s.Scope.SaveTable(t.Context(), &theirs); !postchat.IsKind(err, postchat.Conflict) {
			t.Errorf("an old version was saved over a new one: %v", err)
		}
		bad := mine
		bad.Standard = []postchat.Address{{Email: "nobody"}, {Email: "a@acme.example\r\nBcc: x@acme.example"}}
		if err := s.Scope.SaveTable(t.Context(), &bad); len(postchat.Problems(err)) < 2 {
			t.Errorf("bad addresses are reported as %v", err)
		}
		table, err := s.Scope.Table(t.Context(), s.Campaign)
		if err != nil || table.Version != 2 || len(table.Standard) != 0 || len(table.Addresses) != 4 || len(table.Codes) != 4 {
			t.Errorf("table = %+v, %v", table, err)
		}
	})
}

func TestAnotherAccountSeesNothing(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		r := record(t, store, s.Arrival(s.Close("room-1"), "1"), postchat.ArrivalRecorded)
		other := store.Account(postchat.NewID(postchat.Now()))
		for name, read := range map[string]func() error{
			"campaign":  func() error { _, err := other.Campaign(t.Context(), s.ID); return err },
			"code":      func() error { _, err := other.SuccessCode(t.Context(), s.Table.Codes[0].ID); return err },
			"source":    func() error { _, err := other.Source(t.Context(), s.Source.ID); return err },
			"chat":      func() error { _, err := other.Chat(t.Context(), r.ChatID); return err },
			"follow-up": func() error { _, err := other.FollowUp(t.Context(), r.FollowUpID); return err },
			"table":     func() error { table := s.Table; return other.SaveTable(t.Context(), &table) },
			"save":      func() error { campaign := s.Campaign; return mustFail(other.SaveCampaign(t.Context(), &campaign)) },
		} {
			if err := read(); !postchat.IsKind(err, postchat.NotFound) {
				t.Errorf("%s of another account: %v", name, err)
			}
		}
		if campaign, err := s.Scope.Campaign(t.Context(), s.ID); err != nil || campaign.AccountID != s.Account.ID {
			t.Errorf("the campaign was taken over: %+v, %v", campaign, err)
		}
	})
}

// mustFail takes every failure to write over another account's row as not found: what matters is that nothing was written.
func mustFail(err error) error {
	if err != nil {
		return postchat.NotFoundf("refused")
	}
	return nil
}

func TestAnAPITokenIsFoundByItsHashUntilItIsRevoked(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		token := &postchat.APIToken{ID: postchat.NewID(clock.Now()), Name: "ci", Prefix: "pct_abc", Hash: []byte{1, 2, 3}, CreatedAt: clock.Now()}
		if err := s.Scope.AddToken(t.Context(), token); err != nil {
			t.Fatal(err)
		}
		found, err := store.TokenByHash(t.Context(), []byte{1, 2, 3})
		if err != nil || found.Name != "ci" || found.AccountID != s.Account.ID || !found.Valid(clock.Now()) {
			t.Fatalf("token = %+v, %v", found, err)
		}
		if err := store.TouchToken(t.Context(), found, clock.Now()); err != nil {
			t.Fatal(err)
		}
		if err := s.Scope.RevokeToken(t.Context(), token.ID); err != nil {
			t.Fatal(err)
		}
		all, err := s.Scope.APITokens(t.Context())
		if err != nil || len(all) != 1 || all[0].Valid(clock.Now()) || !all[0].LastUsedAt.Equal(clock.Now()) {
			t.Errorf("tokens = %+v, %v", all, err)
		}
		if _, err := store.TokenByHash(t.Context(), []byte{9}); !postchat.IsKind(err, postchat.NotFound) {
			t.Errorf("an unknown hash: %v", err)
		}
	})
}

func TestSecretsAreNotReadableInTheDatabase(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "postchat.db")
	store, err := db.Open(t.Context(), db.Options{URL: path, Key: stores.Key})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	s := stores.Sample(t, store)
	api := &postchat.SourceAPI{BaseURL: "https://chat.acme.example", Account: "2", Token: "a-token-to-read-from-a-vendor"}
	s.Source.API = api
	if err := s.Scope.SaveSource(t.Context(), &s.Source); err != nil {
		t.Fatal(err)
	}
	if stored, err := s.Scope.Source(t.Context(), s.Source.ID); err != nil || stored.API == nil || *stored.API != *api {
		t.Fatalf("the API is stored as %+v, %v", stored, err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("files = %v, %v", files, err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{s.Source.Secrets[0].Value.Reveal(), api.Token.Reveal()} {
			if bytes.Contains(content, []byte(secret)) {
				t.Errorf("%s holds a source's secret", filepath.Base(file))
			}
		}
	}

	wrong, err := db.Open(t.Context(), db.Options{URL: path, Key: bytes.Repeat([]byte{8}, db.KeySize)})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = wrong.Close() }()
	if err := wrong.Migrate(t.Context()); err == nil || !strings.Contains(err.Error(), "secret key") {
		t.Errorf("a wrong key is answered with %v", err)
	}
}
