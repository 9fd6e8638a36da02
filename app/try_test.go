package app

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat/test/fakemailgun"
)

// sampler is a person in a browser, and what the API and the page answer them.
type sampler struct {
	t       *testing.T
	browser *http.Client
	url     string
}

// graph runs an operation and reads what is below its one field.
func (p *sampler) graph(into any, query string) {
	p.t.Helper()
	answer := ask(p.t, p.browser, p.url, query, nil)
	var body struct {
		Data   map[string]json.RawMessage
		Errors []any
	}
	if err := json.Unmarshal([]byte(answer), &body); err != nil || len(body.Errors) > 0 {
		p.t.Fatalf("%s\nis answered %s", query, answer)
	}
	for _, field := range body.Data {
		if err := json.Unmarshal(field, into); err != nil {
			p.t.Fatalf("%s\nis answered %s", query, answer)
		}
	}
}

// sends sends a request as a page of the origin does.
func (p *sampler) sends(method, path, body, origin string) (status int, where, answer string) {
	p.t.Helper()
	request, err := http.NewRequestWithContext(p.t.Context(), method, p.url+path, strings.NewReader(body))
	if err != nil {
		p.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Origin", origin)
	response, err := p.browser.Do(request)
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return response.StatusCode, response.Request.URL.Path, strings.TrimSpace(string(text))
}

// until asks until it is told what is wanted.
func (p *sampler) until(want string, ask func() string) {
	p.t.Helper()
	for deadline := time.Now().Add(guard); ; time.Sleep(10 * time.Millisecond) {
		told := ask()
		if strings.Contains(told, want) {
			return
		}
		if time.Now().After(deadline) {
			p.t.Fatalf("it is told %s, and never %s", told, want)
		}
	}
}

func TestTheSampleIsTriedInARealInstallationAndNobodyIsMailed(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		fake := fakemailgun.Start(t)
		server, url := s.serve("-from", "Postchat <chats@mg.example.com>", "-mailgun-domain", "mg.example.com", "-mailgun-api-key", fake.APIKey(),
			"-mailgun-api-base", fake.APIBase())
		p := &sampler{t, newBrowser(t), url}
		if status, where, _ := p.sends(http.MethodGet, "/try", "", ""); status != http.StatusOK || where != "/signin" {
			t.Errorf("a stranger at /try is answered %d at %s", status, where)
		}
		ask(t, p.browser, url, setUpQuery, map[string]any{"token": server.stdout.find(t, `#(pcl_\S+)`)[1], "password": "correct horse battery"})
		if status, _, answer := p.sends(http.MethodGet, "/try", "", ""); status != http.StatusNotFound || !strings.Contains(answer, "/start") {
			t.Errorf("without a sample /try is answered %d %s", status, answer)
		}

		var made struct {
			Sample struct{ Campaign, Source struct{ ID string } }
		}
		p.graph(&made, `mutation { createSample(input: {}) { sample { campaign { id } source { id } } } }`)
		if status, _, page := p.sends(http.MethodGet, "/try", "", ""); status != http.StatusOK || !strings.Contains(page, made.Sample.Source.ID) {
			t.Errorf("/try is answered %d %s", status, page)
		}
		if _, _, page := p.sends(http.MethodGet, "/panel/"+made.Sample.Source.ID, "", ""); !strings.Contains(page, `"frameOrigins":["`+url+`"]`) {
			t.Errorf("the window is framed as %s says", page)
		}
		for _, path := range []string{"/try/seat", "/try/end"} {
			if status, _, _ := p.sends(http.MethodPost, path, "{}", "https://evil.example"); status != http.StatusForbidden {
				t.Errorf("another site's page at %s is answered %d", path, status)
			}
		}
		if status, _, answer := p.sends(http.MethodPost, "/try/seat", "", url); status != http.StatusOK || !strings.Contains(answer, "token") {
			t.Errorf("the seat is %d %s", status, answer)
		}
		p.plays(made.Sample.Source.ID)

		// Neither what is sent again nor a test leaves the house, whomever people type.
		var list struct{ Nodes []struct{ ID string } }
		p.graph(&list, `{ followUps(first: 1) { nodes { id } } }`)
		p.graph(&struct{}{}, `mutation { sendAgain(input: {followUp: "`+list.Nodes[0].ID+`", to: OTHERS, addresses: "dana@acme.example", idempotencyKey: "3"}) { followUp { id } } }`)
		p.until(`"mails":[{"subject":`, func() string { _, _, told := p.sends(http.MethodGet, "/try/chats/try-1", "", ""); return told })
		p.until(`"SENT"`, func() string {
			return ask(t, p.browser, url, `{ followUps(first: 1) { nodes { state mails { id } } } }`, nil)
		})
		test := ask(t, p.browser, url, `mutation { sendTestMail(input: {mail: {campaign: "`+made.Sample.Campaign.ID+
			`"}, to: "dana@acme.example", idempotencyKey: "4"}) { testMail { state transport words } } }`, nil)
		contains(t, test, `"transport":"outbox"`, "nobody was mailed")
		receipt := ask(t, p.browser, url, `{ followUps(first: 1) { nodes { receipt { state transport words } } } }`, nil)
		contains(t, receipt, `"transport":"outbox"`, "nobody was mailed")
		if strings.Contains(receipt, "mailgun") || strings.Contains(receipt, "QUEUED") {
			t.Errorf("the receipt is %s", receipt)
		}
		// What is no sample's does.
		var real struct{ Campaign struct{ ID string } }
		p.graph(&real, `mutation { createCampaign(input: {name: "Acme"}) { campaign { id } } }`)
		p.graph(&struct{}{}, `mutation { sendTestMail(input: {mail: {campaign: "`+real.Campaign.ID+`"}, to: "dana@acme.example", idempotencyKey: "5"}) { testMail { id } } }`)
		if taken := fake.Accepted(); len(taken) != 1 || !strings.Contains(string(taken[0].MIME), "Acme") {
			t.Errorf("the provider has %d mails, want the one test mail of a real campaign: %+v", len(taken), taken)
		}

		p.graph(&struct{}{}, `mutation { removeSample(input: {campaign: "`+made.Sample.Campaign.ID+`"}) { sample { campaign { id } } } }`)
		if status, _, _ := p.sends(http.MethodGet, "/try", "", ""); status != http.StatusNotFound {
			t.Errorf("when the sample is gone /try is answered %d", status)
		}
	})
}

// plays ends a chat with a code, and waits until its mail is in the outbox.
func (p *sampler) plays(source string) {
	p.t.Helper()
	const chat = `{"conversation": "try-1", "closedBy": "visitor", "lines": [{"by": "visitor", "text": "Hello?", "at": "2026-03-04T09:00:00Z"}]}`
	if _, _, answer := p.sends(http.MethodPost, "/try/end", chat, p.url); answer != `{"closed":true}` {
		p.t.Fatalf("the end is answered %s", answer)
	}
	p.graph(&struct{}{}, `mutation { submitFollowUp(input: {conversation: {source: "`+source+`", id: "try-1"}, codes: ["sale"], idempotencyKey: "1"}) { followUp { id } } }`)
	var list struct{ Nodes []struct{ ID string } }
	p.graph(&list, `{ followUps(first: 1) { nodes { id } } }`)
	p.graph(&struct{}{}, `mutation { sendFollowUpNow(input: {followUp: "`+list.Nodes[0].ID+`", idempotencyKey: "2"}) { followUp { id } } }`)
	p.until(`"state":"sent"`, func() string { _, _, told := p.sends(http.MethodGet, "/try/chats/try-1", "", ""); return told })
}
