//go:build linux || darwin

// Package federation_test runs the example: Postchat, a second service and a gateway beside each other, and one query across them.
package federation_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/node"
	"github.com/postchat/postchat/test/server"
	"github.com/postchat/postchat/test/vendor"
)

func TestMain(m *testing.M) { os.Exit(server.Run(m)) }

const across = `{ followUps { nodes { number chat { visitor { name } crmContact { company accountManager } } } } }`

func TestOneQueryIsAnsweredAcrossPostchatAndTheCRM(t *testing.T) {
	t.Parallel()
	project := node.Install(t, ".")
	s := server.Start(t, server.Options{})
	shop := &server.Shop{Name: "Shop", Codes: []server.Code{{Label: "lead", Addresses: "sales@shop.example"}}}
	var token postchat.Secret
	s.Look(t, func(ctx context.Context, scope *db.Scope) error {
		if err := shop.Open(ctx, scope); err != nil {
			return err
		}
		var err error
		token, err = server.NewToken(ctx, scope, "gateway")
		return err
	})
	chat := vendor.NewChat("room-1", "lead")
	if _, err := shop.OwnVendor(s).Deliver(t.Context(), "room-1", chat.Body()); err != nil {
		t.Fatal(err)
	}

	crm := project.Serve(nil, "crm.js")
	gateway := project.Serve([]string{"POSTCHAT_URL=" + s.URL(), "POSTCHAT_TOKEN=" + token.Reveal(), "CRM_URL=" + crm}, "gateway.js")

	got := ask(t, gateway, token.Reveal())
	for _, part := range []string{`"number":1`, `"crmContact":{"company":"Moreau & Filles","accountManager":"Kim Berg"}`} {
		if !strings.Contains(got, part) {
			t.Errorf("the answer lacks %s: %s", part, got)
		}
	}
	for _, guess := range []string{"", "pct_guess"} {
		if got := ask(t, gateway, guess); !strings.Contains(got, `"errors"`) || strings.Contains(got, `"number"`) || strings.Contains(got, "Moreau") {
			t.Errorf("with the token %q the answer is %s", guess, got)
		}
	}
}

// ask asks the gateway with a token of the caller's own and returns the answer.
func ask(t *testing.T, gateway, token string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": across})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, gateway, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}
