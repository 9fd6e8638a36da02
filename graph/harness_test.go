package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/graph"
	"github.com/postchat/postchat/webhook"
	ownformat "github.com/postchat/postchat/webhook/postchat"
)

// api is the API as a client reaches it, with a token.
type api struct {
	t     *testing.T
	url   string
	token string
	log   *bytes.Buffer
	desk  *followup.Desk
	door  *auth.Door
	// hand is what the mail server does with test mails; nil takes them.
	hand func(*postchat.TestMail)
}

// newAPI serves the API on the store, to a client with a token of the first account. What is told of the API's configuration is
// changed.
func newAPI(t *testing.T, store *db.Store, now func() time.Time, change ...func(*graph.Config)) *api {
	t.Helper()
	account, err := store.FirstAccount(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a := &api{t: t, token: newToken(t, store, account.ID, now), log: &bytes.Buffer{}}
	log := slog.New(slog.NewTextHandler(io.MultiWriter(a.log, t.Output()), nil))
	a.desk = followup.New(followup.Options{
		Store: store, From: postchat.Address{Name: "Postchat", Email: "postchat@acme.example"}, PublicURL: "https://postchat.acme.example",
		Owner: "test", Lease: time.Minute, Poll: 10 * time.Millisecond, Queued: func() {}, Now: now, Log: log,
		Hand: func(_ context.Context, m *postchat.TestMail) {
			m.Transport = "smtp"
			m.Settle(postchat.DeliveryAccepted, "250 taken", now())
			if a.hand != nil {
				a.hand(m)
			}
		},
	})
	a.door = newDoor(store, now, log)
	config := graph.Config{
		Store: store, Desk: a.desk, Door: a.door, Viewer: a.door.Guard().Viewer, Vendors: sampleVendors{}, PublicURL: "https://postchat.acme.example",
		Now: now, Log: log,
		Replayer: webhook.Replayer{Adapters: []webhook.Adapter{ownformat.Adapter{}}, Recorded: a.desk.Nudge, Log: log},
	}
	for _, c := range change {
		c(&config)
	}
	server := httptest.NewServer(graph.NewHandler(config))
	t.Cleanup(server.Close)
	a.url = server.URL
	return a
}

func newDoor(store *db.Store, now func() time.Time, log *slog.Logger) *auth.Door {
	return auth.NewDoor(auth.DoorOptions{
		Store: store, PublicURL: "https://postchat.acme.example", Cost: auth.Cost{Memory: 64, Passes: 1, Threads: 1}, Now: now, Log: log,
	})
}

func newToken(t *testing.T, store *db.Store, accountID string, now func() time.Time) string {
	t.Helper()
	token, secret := auth.NewToken(accountID, "Dana's script", time.Time{}, now())
	if err := store.Account(accountID).AddToken(t.Context(), &token); err != nil {
		t.Fatal(err)
	}
	return secret.Reveal()
}

// as is the same API to a client with another token.
func (a *api) as(token string) *api {
	other := *a
	other.token = token
	return &other
}

// sampleVendors are those of the samples: our own format, Rocket.Chat, and one whose secret is in the address.
type sampleVendors struct{}

const vendorByAddress postchat.Vendor = "by-address"

func (v sampleVendors) NewSecret(vendor postchat.Vendor) (postchat.Secret, error) {
	secret := postchat.Secret("secret-of-" + string(vendor) + "-" + postchat.NewID(postchat.Now()))
	return secret, v.CheckSecret(vendor, secret)
}

func (sampleVendors) CheckSecret(vendor postchat.Vendor, secret postchat.Secret) error {
	if vendor != postchat.VendorPostchat && vendor != postchat.VendorRocketChat && vendor != postchat.VendorChatwoot && vendor != vendorByAddress {
		return postchat.Invalidf("vendor", "is not a vendor that this server speaks with")
	}
	if len(secret.Reveal()) < 16 {
		return postchat.Invalidf("secret", "is too short")
	}
	return nil
}

func (sampleVendors) Names() []postchat.Vendor {
	return []postchat.Vendor{postchat.VendorPostchat, postchat.VendorRocketChat, postchat.VendorChatwoot, vendorByAddress}
}

func (sampleVendors) KeepsTranscripts(vendor postchat.Vendor) bool {
	return vendor == postchat.VendorChatwoot
}

func (sampleVendors) CheckAPI(_ context.Context, source postchat.Source) error {
	if source.API == nil {
		return webhook.FetchErrorf(webhook.FetchDenied, "There is no access token.")
	}
	return nil
}

func (sampleVendors) SecretInAddress(vendor postchat.Vendor) bool { return vendor == vendorByAddress }

// failure is an error of an answer.
type failure struct {
	Message    string
	Path       []any
	Extensions struct{ Code, Field, Rule, ID string }
}

// short is what most tests want to know of an error: its code and the field.
func (f failure) short() string {
	return strings.TrimSpace(f.Extensions.Code + " " + f.Extensions.Field)
}

type object = map[string]any

// post sends a body as it is and returns the status and the answer.
func (a *api) post(body string) (int, string) {
	a.t.Helper()
	request, err := http.NewRequestWithContext(a.t.Context(), http.MethodPost, a.url, strings.NewReader(body))
	if err != nil {
		a.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if a.token != "" {
		request.Header.Set("Authorization", "Bearer "+a.token)
	}
	return send(a.t, request)
}

func send(t *testing.T, request *http.Request) (int, string) {
	t.Helper()
	return sendBy(t, http.DefaultClient, request)
}

func sendBy(t *testing.T, client *http.Client, request *http.Request) (int, string) {
	t.Helper()
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(answer)
}

// ask runs a query or mutation and reads its data into data. It returns the errors.
func (a *api) ask(data any, query string, variables object) []failure {
	a.t.Helper()
	body, err := json.Marshal(object{"query": query, "variables": withKey(query, variables)})
	if err != nil {
		a.t.Fatal(err)
	}
	_, text := a.post(string(body))
	answer := struct {
		Data   any
		Errors []failure
	}{Data: data}
	if err := json.Unmarshal([]byte(text), &answer); err != nil {
		a.t.Fatalf("read the answer %s: %v", text, err)
	}
	return answer.Errors
}

// withKey adds an idempotency key to an input that wants one and has none.
func withKey(query string, variables object) object {
	wants := regexp.MustCompile(`\b(SubmitFollowUp|SendAgain|SettleDelivery|ReleaseFollowUp|SendFollowUpNow|MoveFollowUp)Input!`)
	input, ok := variables["input"].(object)
	if !ok || input["idempotencyKey"] != nil || !wants.MatchString(query) {
		return variables
	}
	keyed, all := maps.Clone(input), maps.Clone(variables)
	keyed["idempotencyKey"] = postchat.NewID(postchat.Now())
	all["input"] = keyed
	return all
}

// must is ask for what must succeed.
func (a *api) must(data any, query string, variables object) {
	a.t.Helper()
	if failures := a.ask(data, query, variables); len(failures) > 0 {
		a.t.Fatalf("%s\nfailed: %+v", query, failures)
	}
}

// refused is ask for what must fail with exactly these codes and fields, in whatever order.
func (a *api) refused(query string, variables object, want ...string) {
	a.t.Helper()
	failures := a.ask(nil, query, variables)
	missing := make(map[string]int)
	for _, w := range want {
		missing[w]++
	}
	for _, f := range failures {
		missing[f.short()]--
	}
	for _, n := range missing {
		if n != 0 {
			a.t.Fatalf("%s\nanswered %+v,\nwant %q", query, failures, want)
		}
	}
}

// compare holds what was answered against the JSON that is wanted.
func compare(t *testing.T, got any, want string) {
	t.Helper()
	var wanted any
	if err := json.Unmarshal([]byte(want), &wanted); err != nil {
		t.Fatal(err)
	}
	gotText, _ := json.MarshalIndent(got, "", "  ")
	wantText, _ := json.MarshalIndent(wanted, "", "  ")
	if !bytes.Equal(gotText, wantText) {
		t.Errorf("got\n%s\nwant\n%s", gotText, wantText)
	}
}

// route has the desk work until the account's newest follow-ups, n of them, have been routed.
func route(t *testing.T, store *db.Store, a *api, n int) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		a.desk.Run(ctx)
	}()
	defer func() {
		stop()
		<-done
	}()
	account, err := store.FirstAccount(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		waiting := []postchat.FollowUpState{postchat.FollowUpHolding}
		rows, _, err := store.Account(account.ID).FollowUps(ctx, db.FollowUpFilter{States: waiting}, db.Page{First: n})
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) == 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d follow-ups were not routed", len(rows))
		}
	}
}
