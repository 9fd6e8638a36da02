package chatwoot_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/fakechatwoot"
	"github.com/postchat/postchat/webhook"
	"github.com/postchat/postchat/webhook/chatwoot"
)

// here lets the adapter reach the played Chatwoot.
var here = chatwoot.Adapter{Private: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}}

// sourceAt is a source of the played Chatwoot.
func sourceAt(s *fakechatwoot.Server) postchat.Source {
	return postchat.Source{Vendor: postchat.VendorChatwoot, API: &postchat.SourceAPI{
		BaseURL: s.URL(), Account: fakechatwoot.Account, Token: fakechatwoot.Token,
	}}
}

// say is a transcript in short.
func say(t postchat.Transcript) []string {
	var lines []string
	for _, m := range t {
		line := string(m.Role) + ": " + strings.ReplaceAll(m.Text, "\n", " / ")
		if m.Private {
			line = "private " + line
		}
		if m.Event {
			line = "event " + line
		}
		lines = append(lines, line)
	}
	return lines
}

func TestAConversationIsFetchedWhole(t *testing.T) {
	s := fakechatwoot.Start(t)
	c := s.Open("Mira Oduya", "We need 40 desk lamps.")
	c.Form("How can we reach you?", "mira@example.org")
	c.Agent("Jonas Berg", "You get a quote today.", map[string]any{"attachments": []map[string]any{
		{"id": 1, "file_type": "file", "data_url": s.URL() + "/rails/blobs/quote.pdf", "file_size": 48211},
		{"id": 2, "file_type": "image", "data_url": "/rails/blobs/lamp.png"},
	}})
	c.Note("Lea Fontaine", "A big one!")
	c.Label("lead", "sale")
	c.Resolve("Jonas Berg")

	chat, err := here.Fetch(t.Context(), sourceAt(s), c.ID(), "")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"visitor: We need 40 desk lamps.", "bot: How can we reach you? / > mira@example.org", "operator: You get a quote today.",
		"private operator: A big one!", "event system: Conversation was marked resolved by Jonas Berg",
	}
	if got := say(chat.Transcript); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	files := []postchat.File{
		{Name: "quote.pdf", URL: s.URL() + "/rails/blobs/quote.pdf", Size: 48211}, {Name: "lamp.png", URL: s.URL() + "/rails/blobs/lamp.png"},
	}
	if got := chat.Transcript[2].Files; !slices.Equal(got, files) {
		t.Errorf("the files are %+v", got)
	}
	if chat.Visitor.Email != "mira.oduya@example.org" || chat.Department != "sales" || chat.Inbox != "Website" || !slices.Equal(chat.Codes, []string{"lead", "sale"}) ||
		len(chat.Operators) != 1 || chat.Operators[0].Name != "Jonas Berg" || chat.Custom["order"] != "L-2204" || chat.Page == "" {
		t.Errorf("the chat is %+v", chat)
	}
	if !chat.ClosedAt.IsZero() || chat.CloseKey != "" {
		t.Error("it tells of a close, which the webhook told")
	}
}

func TestOnlyWhatCameAfterAMessageIsFetched(t *testing.T) {
	s := fakechatwoot.Start(t)
	c := s.Open("Mira Oduya", "one")
	c.Agent("Jonas Berg", "two")
	whole, err := here.Fetch(t.Context(), sourceAt(s), c.ID(), "")
	if err != nil {
		t.Fatal(err)
	}
	c.Visitor("three")
	chat, err := here.Fetch(t.Context(), sourceAt(s), c.ID(), whole.Transcript[1].ID)
	if err != nil || !slices.Equal(say(chat.Transcript), []string{"visitor: three"}) {
		t.Errorf("got %q, %v", say(chat.Transcript), err)
	}
}

func TestLongConversationsAreFetchedPageByPage(t *testing.T) {
	for _, n := range []int{99, 100, 101, 450} {
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			s := fakechatwoot.Start(t)
			c := s.Open("Mira Oduya", "hello")
			c.Fill(n - 1)
			chat, err := here.Fetch(t.Context(), sourceAt(s), c.ID(), "")
			if err != nil || len(chat.Transcript) != n {
				t.Fatalf("got %d messages, %v", len(chat.Transcript), err)
			}
			for i, m := range chat.Transcript {
				if want := 4001 + i; m.ID != strconv.Itoa(want) {
					t.Fatalf("message %d is %s, want %d", i, m.ID, want)
				}
			}
			for _, asked := range s.Asked() {
				if strings.HasSuffix(asked.Path, "/messages") && asked.After == "" {
					t.Error("it asked for the last messages alone")
				}
			}
		})
	}
}

// Chatwoot chooses a page by numbers and puts it in order by times: a message with a late time and an early number is not on the
// page where its number would be.
func TestAMessageAtTheBorderOfPagesIsNotLost(t *testing.T) {
	s := fakechatwoot.Start(t)
	c := s.Open("Mira Oduya", "hello")
	c.Fill(98)
	late := time.Now().Add(time.Minute).Unix()
	c.Visitor("number 100, a minute later", map[string]any{"created_at": late})
	c.Visitor("number 101, before it", map[string]any{"created_at": late - 30})
	c.Fill(30)
	chat, err := here.Fetch(t.Context(), sourceAt(s), c.ID(), "")
	if err != nil || len(chat.Transcript) != 131 {
		t.Fatalf("got %d messages, %v", len(chat.Transcript), err)
	}
}

func TestWhatIsWrongIsToldInWords(t *testing.T) {
	const after = 17
	for _, test := range []struct {
		name    string
		fault   fakechatwoot.Fault
		failure webhook.FetchFailure
		wait    time.Duration
		message string
	}{
		{"a token that is not taken", fakechatwoot.Fault{Status: 401}, webhook.FetchDenied, 0, "Chatwoot does not take the access token"},
		{"a person who may not look", fakechatwoot.Fault{Status: 403}, webhook.FetchDenied, 0, "does not let the owner of the access token"},
		{"a conversation that is gone", fakechatwoot.Fault{Status: 404}, webhook.FetchGone, 0, "Chatwoot has no conversation 100"},
		{"too many questions", fakechatwoot.Fault{Status: 429, Header: http.Header{"Retry-After": {"17"}}}, webhook.FetchBusy, after * time.Second, "asked too often"},
		{"too many questions without a time", fakechatwoot.Fault{Status: 429}, webhook.FetchBusy, 0, "asked too often"},
		{"too many questions and a time that is none", fakechatwoot.Fault{Status: 429, Header: http.Header{"Retry-After": {"soon"}}}, webhook.FetchBusy, 0, "asked too often"},
		{"a fault", fakechatwoot.Fault{Status: 500}, webhook.FetchBroken, 0, "Chatwoot has a fault (500)"},
		{"a proxy that waits", fakechatwoot.Fault{Status: 503, Header: http.Header{"Retry-After": {"17"}}}, webhook.FetchBroken, after * time.Second, "Chatwoot has a fault (503)"},
		{"another place", fakechatwoot.Fault{Status: 301, Header: http.Header{"Location": {"/elsewhere"}}}, webhook.FetchDenied, 0, "at another address"},
		{"a page", fakechatwoot.Fault{Body: "<html>Sign in</html>"}, webhook.FetchBroken, 0, "does not answer as Chatwoot does"},
		{"an empty object", fakechatwoot.Fault{Body: "{}"}, webhook.FetchBroken, 0, "it is no conversation"},
		{"nothing", fakechatwoot.Fault{Status: 200, Body: " "}, webhook.FetchBroken, 0, "does not answer as Chatwoot does"},
		{"an answer that breaks off", fakechatwoot.Fault{CutOff: 20}, webhook.FetchBroken, 0, "broke off"},
		{"an answer without an end", fakechatwoot.Fault{Body: `{"id":100,"x":"` + strings.Repeat("x", 17<<20) + `"}`}, webhook.FetchBroken, 0, "more than 16 MiB"},
		{"an endless list", fakechatwoot.Fault{Body: `{"id":100,"messages":[` + strings.Repeat("0,", 30_000) + `0]}`}, webhook.FetchBroken, 0, "more than 20000 entries"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := fakechatwoot.Start(t)
			c := s.Open("Mira Oduya", "hello")
			s.Fail(test.fault)
			_, err := here.Fetch(t.Context(), sourceAt(s), c.ID(), "")
			failure := (*webhook.FetchError)(nil)
			if !errors.As(err, &failure) || failure.Failure != test.failure || failure.RetryAfter != test.wait || !strings.Contains(failure.Message, test.message) {
				t.Fatalf("got %+v, want %s: %s", err, test.failure, test.message)
			}
			if text := fmt.Sprintf("%v %v", failure, failure.Err); strings.Contains(text, fakechatwoot.Token) || strings.Contains(text, s.URL()) {
				t.Errorf("it shows too much: %s", text)
			}
			for _, asked := range s.Asked() {
				if asked.Path == "/elsewhere" {
					t.Error("the token was taken elsewhere")
				}
			}
			if _, err := here.Fetch(t.Context(), sourceAt(s), c.ID(), ""); err != nil {
				t.Errorf("afterwards: %v", err)
			}
		})
	}
}

func TestASourceThatCannotFetch(t *testing.T) {
	s := fakechatwoot.Start(t)
	c := s.Open("Mira Oduya", "hello")
	for _, test := range []struct {
		name    string
		adapter chatwoot.Adapter
		change  func(*postchat.Source)
		failure webhook.FetchFailure
		message string
	}{
		{"without an API", here, func(s *postchat.Source) { s.API = nil }, webhook.FetchDenied, "Nobody has said yet"},
		{"with a wrong token", here, func(s *postchat.Source) { s.API.Token = "wrong" }, webhook.FetchDenied, "does not take the access token"},
		{"with another account", here, func(s *postchat.Source) { s.API.Account = "7" }, webhook.FetchDenied, "into this account"},
		{"of a server that is not there", here, func(s *postchat.Source) { s.API.BaseURL = "http://127.0.0.1:1" }, webhook.FetchBroken, "could not be reached"},
		{"of a server without a name", here, func(s *postchat.Source) { s.API.BaseURL = "http://chatwoot.invalid" }, webhook.FetchBroken, "chatwoot.invalid"},
		{"of a private address that nobody allowed", chatwoot.Adapter{}, func(*postchat.Source) {}, webhook.FetchBroken, "POSTCHAT_VENDOR_NETWORKS=127.0.0.1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			source := sourceAt(s)
			test.change(&source)
			_, err := test.adapter.Fetch(t.Context(), source, c.ID(), "")
			checked := test.adapter.Check(t.Context(), source)
			for _, err := range []error{err, checked} {
				failure := (*webhook.FetchError)(nil)
				if !errors.As(err, &failure) || failure.Failure != test.failure {
					t.Fatalf("got %+v, want %s", err, test.failure)
				}
				if !strings.Contains(failure.Message, test.message) && test.name != "of a server without a name" {
					t.Errorf("got %q", failure.Message)
				}
			}
		})
	}
	if err := here.Check(t.Context(), sourceAt(s)); err != nil {
		t.Errorf("one that can: %v", err)
	}
}

func TestAConversationWithAnOddIdLeadsNowhereElse(t *testing.T) {
	s := fakechatwoot.Start(t)
	for _, id := range []string{"../../../profile", "1/messages", "1?x=y", "1#x", "a b", ".."} {
		if _, err := here.Fetch(t.Context(), sourceAt(s), id, ""); err == nil {
			t.Errorf("%q was found", id)
		}
	}
	for _, asked := range s.Asked() {
		if !strings.HasPrefix(asked.Path, "/api/v1/accounts/2/conversations/") {
			t.Errorf("it asked for %s", asked.Path)
		}
	}
}

func TestAnInboxThatAnAgentMayNotSeeHasNoName(t *testing.T) {
	s := fakechatwoot.Start(t)
	c := s.Open("Mira Oduya", "hello")
	s.Fail(fakechatwoot.Fault{Body: `{"id":100,"inbox_id":99}`})
	chat, err := here.Fetch(t.Context(), sourceAt(s), c.ID(), "")
	if err != nil || chat.Inbox != "" || len(chat.Transcript) != 1 {
		t.Errorf("got %q, %v", chat.Inbox, err)
	}
}

func TestFetchingEndsWhenNobodyWaitsForIt(t *testing.T) {
	s := fakechatwoot.Start(t)
	c := s.Open("Mira Oduya", "hello")
	begun := make(chan struct{})
	s.Fail(fakechatwoot.Fault{Until: make(chan struct{}), Begun: begun})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		_, err := here.Fetch(ctx, sourceAt(s), c.ID(), "")
		done <- err
	}()
	<-begun
	cancel()
	if err := <-done; err == nil {
		t.Error("it was fetched")
	}
}

func TestNothingButAConversationsOwnNumberIsAskedFor(t *testing.T) {
	s := fakechatwoot.Start(t)
	number := s.Open("Mira Oduya", "We need 40 desk lamps.").ID()
	for _, id := range []string{"0" + number, number + "x", "+" + number, " " + number, "-1", "0", "..", ".", "../" + number} {
		_, err := here.Fetch(t.Context(), sourceAt(s), id, "")
		failure := (*webhook.FetchError)(nil)
		if !errors.As(err, &failure) || failure.Failure != webhook.FetchGone || !strings.Contains(err.Error(), "numbers") {
			t.Errorf("%q gives %v", id, err)
		}
	}
}
