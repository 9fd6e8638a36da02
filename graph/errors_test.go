package graph_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph"
	"github.com/postchat/postchat/test/stores"
)

func TestFaultsOfOursAreLoggedAndNotExplained(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		log := slog.New(slog.NewTextHandler(a.log, nil))
		server := httptest.NewServer(graph.NewHandler(graph.Config{ // without a desk
			Store: store, Door: a.door, Now: postchat.Now, Log: log, Vendors: sampleVendors{},
			Viewer: func(*http.Request) (auth.Viewer, error) {
				return auth.Viewer{AccountID: s.Account.ID, Permissions: postchat.Permissions}, nil
			},
		}))
		t.Cleanup(server.Close)
		broken := *a
		broken.url = server.URL

		check := func(what string, failures []failure, logged string) {
			t.Helper()
			if len(failures) != 1 || failures[0].Message != "Internal error" || failures[0].short() != "INTERNAL" || failures[0].Extensions.ID == "" {
				t.Errorf("%s is answered %+v", what, failures)
				return
			}
			if text := a.log.String(); !strings.Contains(text, failures[0].Extensions.ID) || !strings.Contains(text, logged) {
				t.Errorf("%s is logged as %s", what, text)
			}
		}
		check("a panic", broken.ask(nil, `mutation($id: ID!) { submitFollowUp(input: {idempotencyKey: "inline 6", conversation: {source: $id, id: "room-1"}}) { sendsAt } }`,
			object{"id": s.Source.ID}), "nil pointer dereference")
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
		check("a database that has gone", broken.ask(nil, `{ campaigns { id } }`, nil), "closed")
		check("a database that has gone, while the token is looked up", a.ask(nil, `{ campaigns { id } }`, nil), "closed")
	})
}
