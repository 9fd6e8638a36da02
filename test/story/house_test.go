package story_test

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/postgres"
	"github.com/postchat/postchat/test/provider"
	"github.com/postchat/postchat/test/server"
	"github.com/postchat/postchat/test/stores"
	"github.com/postchat/postchat/test/vendor"
)

// house is a server on one database, with one mail provider. Many stories are told in it side by side.
type house struct {
	server   *server.Server
	provider provider.Provider
	scope    *db.Scope // a look into its database
	token    postchat.Secret
	shops    atomic.Int64
}

var databases = []string{"SQLite", "PostgreSQL"}

// inEveryHouse tells the stories on each database with each provider.
func inEveryHouse(t *testing.T, tell func(t *testing.T, h *house)) {
	t.Helper()
	for _, database := range databases {
		for _, name := range []string{"Mailgun", "SMTP"} {
			t.Run(database+" and "+name, func(t *testing.T) {
				t.Parallel()
				tell(t, newHouse(t, database, name))
			})
		}
	}
}

// onEachDatabase tells the stories with Mailgun alone, one after the other.
func onEachDatabase(t *testing.T, tell func(t *testing.T, h *house)) {
	t.Helper()
	for _, database := range databases {
		t.Run(database, func(t *testing.T) { tell(t, newHouse(t, database, "Mailgun")) })
	}
}

func newHouse(t *testing.T, database, providerName string, change ...func(*server.Options)) *house {
	t.Helper()
	h := &house{}
	if providerName == "Mailgun" {
		h.provider = provider.Mailgun(t)
	} else {
		h.provider = provider.SMTP(t)
	}
	options := server.Options{Env: append(h.provider.Settings(), "POSTCHAT_POLL=50ms", "POSTCHAT_VENDOR_NETWORKS=127.0.0.1")}
	if database == "PostgreSQL" {
		options.Database = postgres.New(t, nil)
	}
	for _, change := range change {
		change(&options)
	}
	h.server = server.Start(t, options)
	store, err := db.Open(t.Context(), db.Options{URL: h.server.Database(), Key: stores.Key, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	account, err := store.FirstAccount(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.scope = store.Account(account.ID)
	if h.token, err = server.NewToken(t.Context(), h.scope, "stories"); err != nil {
		t.Fatal(err)
	}
	return h
}

// story is one of them: a shop of its own, at a domain that nobody else writes to.
type story struct {
	*testing.T
	*house
	shop   server.Shop
	domain string
	// shopChat posts in our own format, and rocketChat in Rocket.Chat's.
	shopChat, rocketChat *vendor.Vendor
	// met are the follow-ups that the story has looked at.
	met map[string]bool
	// read are the mails to the shop's domain that the story has accounted for.
	read int
}

// shop is the shop of most stories. The code other has no address, and old is retired.
func shop(name, domain string) server.Shop {
	at := func(names ...string) string { return strings.Join(names, "@"+domain+"; ") + "@" + domain }
	return server.Shop{
		Name: name,
		Codes: []server.Code{
			{Label: "lead", Addresses: at("sales")},
			{Label: "sale", Addresses: at("sales", "cash")},
			{Label: "support", Addresses: at("support", "nights")},
			{Label: "other"},
			{Label: "old", Addresses: at("old"), Retired: true},
		},
		Standard: at("standard"),
	}
}

// tell opens the story's shop, changed by adjust where the story needs another one, tells the story, and checks that nobody got
// a mail of whom it did not speak.
func (h *house) tell(t *testing.T, adjust func(*server.Shop), tale func(s *story)) {
	t.Helper()
	name := fmt.Sprintf("Shop %d", h.shops.Add(1))
	s := &story{T: t, house: h, met: map[string]bool{}, domain: strings.ToLower(strings.ReplaceAll(name, " ", "-")) + ".example"}
	s.shop = shop(name, s.domain)
	if adjust != nil {
		adjust(&s.shop)
	}
	if err := s.shop.Open(t.Context(), h.scope); err != nil {
		t.Fatalf("open the shop: %v", err)
	}
	s.shopChat, s.rocketChat = s.shop.OwnVendor(h.server), s.shop.RocketChatVendor(h.server)
	tale(s)
	stores.Balanced(t, h.scope) // while other stories go on
	s.eventually(s.theAPISaysTheSame)
	if t.Failed() {
		return
	}
	if all := s.mails(); len(all) != s.read {
		t.Errorf("%d mails to this shop were accepted, and the story speaks of %d", len(all), s.read)
	}
}

// at is the e-mail of somebody in the shop.
func (s *story) at(name string) string {
	if strings.Contains(name, "@") {
		return name
	}
	return name + "@" + s.domain
}

// mails are those that the provider accepted for the shop's domain.
func (s *story) mails() []provider.Mail {
	var ours []provider.Mail
	for _, m := range s.provider.Mails() {
		if strings.HasSuffix(m.Envelope[0], "@"+s.domain) {
			ours = append(ours, m)
		}
	}
	return ours
}

// event is what a vendor can post.
type event interface{ Body() []byte }

// raw is a body as it is.
type raw []byte

// Body implements event.
func (r raw) Body() []byte { return r }

// posts has the vendor post the event, expects the status, and returns the answer.
func (s *story) posts(v *vendor.Vendor, e event, status int) vendor.Answer {
	s.Helper()
	answer, err := v.Post(s.Context(), e.Body())
	if err != nil {
		s.Fatalf("post: %v", err)
	}
	if answer.Status != status {
		s.Fatalf("answered %s, want %d", answer, status)
	}
	return answer
}

// closes posts a chat in our own format that nobody has heard of, and returns its follow-up's id.
func (s *story) closes(c vendor.Chat) string {
	s.Helper()
	answer := s.posts(s.shopChat, c, 200)
	if answer.Outcome != string(postchat.ArrivalRecorded) || answer.FollowUp == "" {
		s.Fatalf("answered %s, want it recorded with a follow-up", answer)
	}
	return answer.FollowUp
}

// closesRoom posts an event of Rocket.Chat, whose answer tells nothing, and returns the id of the conversation's follow-up.
func (s *story) closesRoom(e event, conversation string) string {
	s.Helper()
	s.posts(s.rocketChat, e, 200)
	f, err := s.scope.FollowUpOfConversation(s.Context(), s.shop.RocketChat.ID, conversation)
	if err != nil {
		s.Fatalf("the room that closed: %v", err)
	}
	return f.ID
}

// becomes waits until the follow-up is in the state, and returns it.
func (s *story) becomes(followUp string, state postchat.FollowUpState) *postchat.FollowUp {
	s.Helper()
	s.met[followUp] = true
	var f *postchat.FollowUp
	s.eventually(func() string {
		var err error
		if f, err = s.scope.FollowUp(context.Background(), followUp); err != nil {
			return err.Error()
		}
		if f.State != state {
			return fmt.Sprintf("the follow-up is %s, want %s", f.State, state)
		}
		return ""
	})
	return f
}

// chat is the follow-up's chat as it is stored.
func (s *story) chat(f *postchat.FollowUp) *postchat.Chat {
	s.Helper()
	chat, err := s.scope.Chat(s.Context(), f.ChatID)
	if err != nil {
		s.Fatal(err)
	}
	return chat
}

// letTimePass moves the moment at which the follow-up goes on by itself to now, as if it had waited since long ago.
func (s *story) letTimePass(followUp string) {
	s.Helper()
	f, err := s.scope.FollowUp(s.Context(), followUp)
	if err == nil {
		wait := f.RunAt.Sub(postchat.Now())
		f.RunAt = f.RunAt.Add(-wait)
		if !f.WaitsSince.IsZero() {
			f.WaitsSince = f.WaitsSince.Add(-wait)
		}
		err = s.scope.UpdateFollowUp(s.Context(), f)
	}
	if err != nil {
		s.Fatal(err)
	}
}

// arrivals says what became of what a source's vendor posted, the newest first. What was ignored is only counted.
func (s *story) arrivals(source postchat.Source) []string {
	s.Helper()
	events, err := s.scope.RawEvents(s.Context(), source.ID, 100)
	if err != nil {
		s.Fatal(err)
	}
	said := make([]string, len(events))
	for i, e := range events {
		said[i] = string(e.Outcome)
	}
	return said
}

// limit guards a wait against hanging for ever. Nothing that works takes nearly as long.
const limit = 2 * time.Minute

// eventually asks until there is no objection any more.
func (s *story) eventually(objection func() string) {
	s.Helper()
	for deadline := time.Now().Add(limit); ; time.Sleep(10 * time.Millisecond) {
		why := objection()
		if why == "" {
			return
		}
		if time.Now().After(deadline) {
			s.Fatalf("after %s still: %s", limit, why)
		}
	}
}
