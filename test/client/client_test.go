//go:build linux || darwin

// Package client_test generates a client from the schema as a server tells it, with the tools of others, and drives a campaign's
// whole set-up with it: from nothing to a delivered mail, with a replay and the restore of an older table on the way.
package client_test

import (
	"context"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/node"
	"github.com/postchat/postchat/test/provider"
	"github.com/postchat/postchat/test/server"
)

func TestMain(m *testing.M) { os.Exit(server.Run(m)) }

func TestAGeneratedClientDrivesACampaignFromNothingToADeliveredMail(t *testing.T) {
	t.Parallel()
	project := node.Install(t, ".")
	mailgun := provider.Mailgun(t)
	s := server.Start(t, server.Options{Env: append(mailgun.Settings(), "POSTCHAT_POLL=50ms")})
	var token postchat.Secret
	s.Look(t, func(ctx context.Context, scope *db.Scope) (err error) {
		token, err = server.NewToken(ctx, scope, "integrator")
		return err
	})
	env := []string{"POSTCHAT_URL=" + s.URL(), "POSTCHAT_TOKEN=" + token.Reveal()}

	project.Run(env, "graphql-codegen", "--config", "codegen.ts")
	project.Run(nil, "tsc")
	stop := deliverAll(t, mailgun, s.URL()+"/events/mailgun")
	out := project.Run(env, "node", "out/main.js")
	stop()
	if strings.TrimSpace(out) != "done" {
		t.Errorf("the client writes %q", out)
	}
	want := []string{
		"conv-1 to nights@shop.example", "conv-1 to sales@shop.example", "conv-2 to nights@shop.example", "conv-2 to sales@shop.example",
	}
	if got := taken(mailgun); !slices.Equal(got, want) {
		t.Errorf("Mailgun took\n%q, not\n%q", got, want)
	}
}

// taken are the mails that Mailgun took, each recipient with the conversation that the mail is about, sorted.
func taken(mailgun *provider.MailgunProvider) []string {
	var all []string
	for _, mail := range mailgun.Mails() {
		about := "another chat"
		for _, conversation := range []string{"conv-1", "conv-2"} {
			if strings.Contains(string(mail.Source), "This is "+conversation+".") {
				about = conversation
			}
		}
		for _, recipient := range mail.Envelope {
			all = append(all, about+" to "+recipient)
		}
	}
	slices.Sort(all)
	return all
}

// deliverAll has Mailgun deliver each mail and tell the server so, until it is stopped.
func deliverAll(t *testing.T, mailgun *provider.MailgunProvider, events string) (stop func()) {
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for n := 0; ; n++ {
			accepted, err := mailgun.WaitAccepted(ctx, n+1)
			if err != nil {
				return // stopped
			}
			event := mailgun.Deliver(accepted[n])
			for ctx.Err() == nil {
				if status, err := mailgun.Post(ctx, events, event); err == nil && status == http.StatusOK {
					break
				}
				time.Sleep(10 * time.Millisecond) // the server does not know yet that the mail was taken, and wants the event again
			}
		}
	}()
	return func() {
		cancel()
		<-ended
	}
}
