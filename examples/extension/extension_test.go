//go:build linux || darwin

// Package extension_test compiles the example into a copy of Postchat, as its users do, and asks the result.
package extension_test

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/server"
	"github.com/postchat/postchat/test/stores"
	"github.com/postchat/postchat/test/vendor"
)

func TestMain(m *testing.M) { os.Exit(server.Run(m)) }

const createTicket = `mutation($chat: ID!) {
	createTicket(input: {chat: $chat, title: "Quote for 40 lamps"}) { ticket { createdBy } chat { ticket { title } campaign { name } } }
}`

func TestAnExtensionIsTakenUpByGoGenerate(t *testing.T) {
	t.Parallel()
	s := server.Start(t, server.Options{Tree: treeWithTickets(t)})
	shop := server.Shop{Name: "Shop", Standard: "office@shop.example"}
	var mine, readers, strangers postchat.Secret
	s.Look(t, func(ctx context.Context, scope *db.Scope) error {
		other := postchat.NewCampaign(scope.AccountID(), "Another shop", postchat.Now())
		errs := []error{shop.Open(ctx, scope), scope.SaveCampaign(ctx, &other)}
		for _, viewer := range []struct {
			secret      *postchat.Secret
			permissions []postchat.Permission
			campaigns   []string
		}{
			{secret: &mine, permissions: postchat.Permissions},
			{secret: &readers, permissions: []postchat.Permission{postchat.PermissionRead}},
			{
				secret: &strangers, permissions: []postchat.Permission{postchat.PermissionRead, postchat.PermissionFollowUp},
				campaigns: []string{other.ID},
			},
		} {
			token, secret := auth.NewToken(scope.AccountID(), "Dana's script", time.Time{}, postchat.Now())
			token.Permissions, token.CampaignIDs, *viewer.secret = viewer.permissions, viewer.campaigns, secret
			errs = append(errs, scope.AddToken(ctx, &token))
		}
		return errors.Join(errs...)
	})
	others := tokenOfAnotherAccount(t, s)
	closed, err := shop.OwnVendor(s).Post(t.Context(), vendor.NewChat("conv-1").Body())
	if err != nil || closed.Chat == "" {
		t.Fatalf("the close is answered %s, %v", closed, err)
	}

	ask := func(token postchat.Secret) (string, error) {
		var answer json.RawMessage
		err := s.Ask(t.Context(), token, createTicket, map[string]any{"chat": closed.Chat}, &answer)
		return string(answer), err
	}
	for _, try := range []struct {
		name    string
		token   postchat.Secret
		answer  string
		refusal string
	}{
		{name: "who may only read", token: readers, refusal: "You may not do this."},
		{name: "who is limited to another campaign", token: strangers, refusal: "There is no such chat."},
		{name: "who may do everything in another account", token: others, refusal: "There is no such chat."},
		{
			name: "who may", token: mine, answer: `{"createTicket":{"ticket":{"createdBy":"Dana's script"},` +
				`"chat":{"ticket":{"title":"Quote for 40 lamps"},"campaign":{"name":"Shop"}}}}`,
		},
		{name: "who does it twice", token: mine, refusal: "The chat has a ticket."},
	} {
		answer, err := ask(try.token)
		if (err == nil) != (try.refusal == "") || err != nil && !strings.Contains(err.Error(), try.refusal) || err == nil && answer != try.answer {
			t.Errorf("%s is answered %s, %v", try.name, answer, err)
		}
	}
}

// tokenOfAnotherAccount makes another company's account on the server, and a token that may do everything there.
func tokenOfAnotherAccount(t *testing.T, s *server.Server) postchat.Secret {
	t.Helper()
	store, err := db.Open(t.Context(), db.Options{URL: s.Database(), Key: stores.Key, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	secret, err := server.NewToken(t.Context(), store.Account(stores.OtherAccount(t, store).ID), "Other company's script")
	if err != nil {
		t.Fatal(err)
	}
	return secret
}

// treeWithTickets copies the module, puts the example into its extensions and generates the code.
func treeWithTickets(t *testing.T) string {
	t.Helper()
	root, err := server.Root()
	if err != nil {
		t.Fatal(err)
	}
	tree := t.TempDir()
	copyTree(t, root, tree)
	copyTree(t, filepath.Join(root, "examples/extension/ticket"), filepath.Join(tree, "extensions/ticket"))
	generate := exec.CommandContext(t.Context(), "go", "generate", "./graph")
	generate.Dir = tree
	if output, err := generate.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", generate, err, output)
	}
	return tree
}

// copyTree copies what a clone would have.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && path != from && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "node_modules") {
			return fs.SkipDir
		}
		inside, err := filepath.Rel(from, path)
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, inside)
		if err := os.MkdirAll(filepath.Dir(target), 0o750); err != nil {
			return err
		}
		return os.WriteFile(target, content, 0o600)
	})
	if err != nil {
		t.Fatalf("copy %s: %v", from, err)
	}
}
