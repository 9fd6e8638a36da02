//go:build linux || darwin

package server

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
	"github.com/postchat/postchat/test/vendor"
)

// Shop is what one test needs to be set up: a campaign with codes and addresses, and two sources, one that speaks our own
// format and one that speaks Rocket.Chat's.
type Shop struct {
	// Name is that of the campaign and leads those of the sources, so it must be new.
	Name string
	// Codes are the campaign's, in their order, with their addresses as people type them.
	Codes    []Code
	Standard string
	// Hold is that of both sources.
	Hold time.Duration
	// RocketChatSecret is the secret of that source, unless empty.
	RocketChatSecret postchat.Secret
	// Adjust changes the campaign before it is saved; may be nil.
	Adjust func(*postchat.Campaign)

	// What Open has made.
	Campaign              postchat.Campaign
	OwnFormat, RocketChat postchat.Source
}

// Code is a success code with its follow-up addresses.
type Code struct {
	Label, Addresses string
	Retired          bool
}

// Open makes the shop in the database.
func (s *Shop) Open(ctx context.Context, scope *db.Scope) error {
	now := postchat.Now()
	s.Campaign = postchat.NewCampaign(scope.AccountID(), s.Name, now)
	if s.Adjust != nil {
		s.Adjust(&s.Campaign)
	}
	return scope.InTx(ctx, func(ctx context.Context, tx *db.Scope) error {
		if err := tx.SaveCampaign(ctx, &s.Campaign); err != nil {
			return err
		}
		if err := s.saveTable(ctx, tx, now); err != nil {
			return err
		}
		for _, source := range []struct {
			to     *postchat.Source
			vendor postchat.Vendor
			secret postchat.Secret
		}{
			{&s.OwnFormat, postchat.VendorPostchat, "whsec_c2FtcGxlIHNlY3JldCBmb3IgdGVzdHMgMDE="},
			{&s.RocketChat, postchat.VendorRocketChat, cmp.Or(s.RocketChatSecret, "a-sample-secret-token-01")},
		} {
			*source.to = postchat.Source{
				ID: postchat.NewID(now), Name: fmt.Sprintf("%s by %s", s.Name, source.vendor), Vendor: source.vendor, Hold: s.Hold,
				Secrets: []postchat.SourceSecret{{Value: source.secret}}, DefaultCampaignID: s.Campaign.ID, CreatedAt: now,
			}
			if err := tx.SaveSource(ctx, source.to); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Shop) saveTable(ctx context.Context, tx *db.Scope, now time.Time) error {
	table := postchat.Table{CampaignID: s.Campaign.ID, Addresses: map[string][]postchat.Address{}}
	var err error
	if table.Standard, err = addresses(s.Standard); err != nil {
		return err
	}
	for i, c := range s.Codes {
		code := postchat.SuccessCode{ID: postchat.NewID(now), CampaignID: s.Campaign.ID, Label: c.Label, Position: i}
		if c.Retired {
			code.RetiredAt = now
		}
		if err := tx.SaveSuccessCode(ctx, &code); err != nil {
			return err
		}
		table.Codes = append(table.Codes, code)
		if table.Addresses[code.ID], err = addresses(c.Addresses); err != nil {
			return err
		}
	}
	return tx.SaveTable(ctx, &table)
}

func addresses(typed string) ([]postchat.Address, error) {
	if typed == "" {
		return nil, nil
	}
	return postchat.ParseAddressList(typed)
}

// OwnVendor posts to the shop's source of our own format, by any of the servers.
func (s *Shop) OwnVendor(servers ...*Server) *vendor.Vendor {
	return vendor.New(vendor.StandardWebhooks(s.OwnFormat.Secrets[0].Value), hooks(s.OwnFormat, servers)...)
}

// RocketChatVendor posts to the shop's source of Rocket.Chat, by any of the servers.
func (s *Shop) RocketChatVendor(servers ...*Server) *vendor.Vendor {
	return vendor.New(vendor.RocketChat(s.RocketChat.Secrets[0].Value), hooks(s.RocketChat, servers)...)
}

func hooks(source postchat.Source, servers []*Server) []string {
	urls := make([]string, len(servers))
	for i, server := range servers {
		urls[i] = server.Hook(source)
	}
	return urls
}

// Hook is where the source's vendor posts to.
func (s *Server) Hook(source postchat.Source) string { return s.URL() + "/hooks/" + source.ID }

// Look opens the server's database beside the server, for as long as look runs: to set up what a test needs and to see what
// is stored. A test that kills the server must not keep the database open meanwhile, for that would help it to recover.
func (s *Server) Look(t testing.TB, look func(ctx context.Context, scope *db.Scope) error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	store, err := db.Open(ctx, db.Options{URL: s.database, Key: stores.Key, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatalf("look into the server's database: %v", err)
	}
	defer func() { _ = store.Close() }()
	account, err := store.FirstAccount(ctx)
	if err == nil {
		err = look(ctx, store.Account(account.ID))
	}
	if err != nil {
		t.Fatalf("look into the server's database: %v", err)
	}
}
