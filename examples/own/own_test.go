//go:build linux || darwin

package main_test

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/examples/own/acme"
	"github.com/postchat/postchat/test/server"
)

func TestMain(m *testing.M) { os.Exit(server.Run(m)) }

func TestAChatOfAnOwnVendorIsMailedByAnOwnSender(t *testing.T) {
	t.Parallel()
	mails := t.TempDir()
	s := server.Start(t, server.Options{
		Program: "./examples/own", Env: []string{"OWN_MAIL_FOLDER=" + mails, "POSTCHAT_FROM=Shop <postchat@shop.example>"},
	})
	shop := server.Shop{Name: "Shop", Codes: []server.Code{{Label: "lead", Addresses: "sales@shop.example"}}}
	source := postchat.Source{
		ID: postchat.NewID(postchat.Now()), Name: "Acme Chat", Vendor: acme.Vendor, CreatedAt: postchat.Now(),
		Secrets: []postchat.SourceSecret{{Value: "correct horse battery"}},
	}
	s.Look(t, func(ctx context.Context, scope *db.Scope) error {
		if err := shop.Open(ctx, scope); err != nil {
			return err
		}
		source.DefaultCampaignID = shop.Campaign.ID
		return scope.SaveSource(ctx, &source)
	})

	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.Hook(source), strings.NewReader(
		`{"event": "ended", "room": "r-17", "ended": "2026-11-25T09:30:00Z", "tags": ["lead"],
		  "lines": [{"at": "2026-11-25T09:28:00Z", "from": "guest", "name": "Ines", "text": "Do you deliver on Sundays?"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set(acme.PasswordHeader, "correct horse battery")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Fatalf("the webhook is answered %s", response.Status)
	}

	mail := firstMail(t, mails)
	for _, text := range []string{"X-Envelope-To: sales@shop.example", "Do you deliver on Sundays?"} {
		if !strings.Contains(mail, text) {
			t.Errorf("the mail lacks %q:\n%s", text, mail)
		}
	}
}

// firstMail waits for a mail in the folder.
func firstMail(t *testing.T, folder string) string {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		files, err := filepath.Glob(filepath.Join(folder, "*.eml"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) > 0 {
			text, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
	}
	t.Fatal("no mail was written within a minute")
	return ""
}
