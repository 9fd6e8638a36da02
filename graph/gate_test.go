package graph_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestOnlyAJSONPostOfOneDocumentIsTaken(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		a := newAPI(t, store, postchat.Now)
		const (
			marker   = "xyzzy"
			document = `{"query": "mutation { createCampaign(input: {name: \"` + marker + `\"}) { campaign { id } } }"}`
		)
		tests := []struct {
			name         string
			method, body string
			header       map[string]string
			status       int
		}{
			{name: "GET", method: http.MethodGet, body: document, status: http.StatusMethodNotAllowed},
			{name: "HEAD", method: http.MethodHead, status: http.StatusMethodNotAllowed},
			{name: "OPTIONS", method: http.MethodOptions, status: http.StatusMethodNotAllowed},
			{name: "PUT", method: http.MethodPut, body: document, status: http.StatusMethodNotAllowed},
			{name: "a form", body: "query=" + marker, header: map[string]string{"Content-Type": "application/x-www-form-urlencoded"}, status: http.StatusUnsupportedMediaType},
			{name: "text", body: document, header: map[string]string{"Content-Type": "text/plain"}, status: http.StatusUnsupportedMediaType},
			{name: "multipart", body: document, header: map[string]string{"Content-Type": "multipart/form-data; boundary=x"}, status: http.StatusUnsupportedMediaType},
			{name: "a type of GraphQL's own", body: document, header: map[string]string{"Content-Type": "application/graphql"}, status: http.StatusUnsupportedMediaType},
			{name: "no type", body: document, header: map[string]string{"Content-Type": ""}, status: http.StatusUnsupportedMediaType},
			{name: "another site's page", body: document, header: map[string]string{"Origin": "https://evil.example"}, status: http.StatusForbidden},
			{name: "a sibling site's page", body: document, header: map[string]string{"Sec-Fetch-Site": "same-site"}, status: http.StatusForbidden},
			{name: "a page without an origin", body: document, header: map[string]string{"Origin": "null"}, status: http.StatusForbidden},
			{name: "a websocket", body: document, header: map[string]string{"Upgrade": "websocket", "Connection": "Upgrade"}, status: http.StatusBadRequest},
			{name: "nothing", body: "", status: http.StatusBadRequest},
			{name: "no JSON", body: marker, status: http.StatusBadRequest},
			{name: "a batch", body: "[" + document + "," + document + "]", status: http.StatusBadRequest},
			{name: "a second document", body: document + document, status: http.StatusBadRequest},
			{name: "something after the document", body: document + marker, status: http.StatusBadRequest},
			{name: "no query", body: `{"variables": {}}`, status: http.StatusBadRequest},
			{name: "an empty query", body: `{"query": " "}`, status: http.StatusBadRequest},
			{name: "a query that is no text", body: `{"query": ["` + marker + `"]}`, status: http.StatusBadRequest},
			{name: "variables that are no object", body: `{"query": "{ __typename }", "variables": ["` + marker + `"]}`, status: http.StatusBadRequest},
			{name: "a member in another case", body: strings.Replace(document, "query", "Query", 1), status: http.StatusBadRequest},
			{name: "a member too many", body: strings.Replace(document, "{", `{"`+marker+`": 1, `, 1), status: http.StatusBadRequest},
			{name: "a body too large", body: `{"query": "` + strings.Repeat(marker, 256<<10/5) + `"}`, status: http.StatusRequestEntityTooLarge},
		}
		for _, test := range tests {
			t.Run(test.name, func(t *testing.T) {
				method := test.method
				if method == "" {
					method = http.MethodPost
				}
				request, err := http.NewRequestWithContext(t.Context(), method, a.url, strings.NewReader(test.body))
				if err != nil {
					t.Fatal(err)
				}
				request.Header.Set("Content-Type", "application/json")
				request.Header.Set("Authorization", "Bearer "+a.token)
				for name, value := range test.header {
					request.Header.Set(name, value)
				}
				status, answer := send(t, request)
				if status != test.status {
					t.Errorf("answered %d %s, want %d", status, answer, test.status)
				}
				if strings.Contains(answer, marker) {
					t.Errorf("the answer repeats the request: %.200s", answer)
				}
				var shape struct {
					Errors []failure
					Data   any
				}
				if method != http.MethodHead && (json.Unmarshal([]byte(answer), &shape) != nil || len(shape.Errors) != 1 || shape.Errors[0].Extensions.Code == "") {
					t.Errorf("the answer has not the shape of GraphQL: %.200s", answer)
				}
			})
		}
		var campaigns struct{ Campaigns []any }
		a.must(&campaigns, `{ campaigns { id } }`, nil)
		if len(campaigns.Campaigns) > 0 {
			t.Errorf("a refused request made %d campaigns", len(campaigns.Campaigns))
		}
		request, _ := http.NewRequestWithContext(t.Context(), http.MethodPost, a.url, strings.NewReader(`{"query": "{ __typename }"}`))
		request.Header.Set("Content-Type", "application/json; charset=utf-8")
		request.Header.Set("Origin", a.url)
		request.SetBasicAuth("", a.token)
		if status, answer := send(t, request); status != http.StatusOK || answer != `{"data":{"__typename":"Query"}}` {
			t.Errorf("a good request from a page of our own is answered %d %s", status, answer)
		}
	})
}

func TestFaultsOfAQueryAreNamedWithoutItsValuesAndWithoutGuesses(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		a := newAPI(t, store, postchat.Now)
		const marker = "xyzzy"
		for _, test := range []struct {
			query, want string
			variables   object
		}{
			{query: `{ campaigns { nam } }`, want: `Cannot query field "nam" on type "Campaign".`},
			{query: `{ campaign(idd: "xyzzy") { name } }`, want: `Unknown argument "idd" on field "Query.campaign".`},
			{query: `{ campaigns }`, want: `Field "campaigns" of type "[Campaign!]!" must have a selection of subfields.`},
			{query: `mutation { updateGoalSettings(input: {campaign: "x", unaddressed: standard}) { campaign { id } } }`,
				want: `Value "standard" does not exist in "Unaddressed" enum.`},
			{query: `{ followUpByNumber(number: "xyzzy") { id } }`, want: `Int cannot represent non-integer`},
			{query: `{ campaigns { ...on Campagne { name } } }`, want: `Unknown type "Campagne".`},
			{query: `mutation { createGoal(input: {campagne: "xyzzy", campaign: "x", name: "n"}) { goal { id } } }`, want: `Field "campagne" is not defined by type "CreateGoalInput".`},
			{query: `{ campaigns { name `, want: `Expected Name`},
			{query: `{ campaigns "xyzzy" }`, want: `Expected Name`},
			{query: `query A { __typename } query B { __typename }`, want: `operation  not found`},
			{query: `query($states: [FollowUpState!]) { followUps(filter: {states: $states}) { nodes { id } } }`,
				variables: object{"states": []string{marker}}, want: `is not a valid FollowUpState`},
			{query: `query($n: Int!) { followUpByNumber(number: $n) { id } }`, variables: object{"n": marker}, want: `cannot use string as Int`},
		} {
			body, _ := json.Marshal(object{"query": test.query, "variables": test.variables})
			_, answer := a.post(string(body))
			var shape struct{ Errors []failure }
			if err := json.Unmarshal([]byte(answer), &shape); err != nil || len(shape.Errors) == 0 {
				t.Fatalf("%s\nanswers %s", test.query, answer)
			}
			first := shape.Errors[0]
			if first.Message != test.want || first.Extensions.Code != "INVALID" {
				t.Errorf("%s\nanswers %q %s, want %q", test.query, first.Message, first.Extensions.Code, test.want)
			}
			if strings.Contains(answer, marker) || strings.Contains(answer, "Did you mean") {
				t.Errorf("%s\nanswers %s", test.query, answer)
			}
		}
	})
}

func TestAnswersHoldABoundedNumberOfErrors(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		a := newAPI(t, store, postchat.Now)
		var query strings.Builder
		query.WriteString("{")
		for i := range 900 {
			query.WriteString(" f" + strings.Repeat("x", i%30) + strings.Repeat("y", i/30))
		}
		query.WriteString(" }")
		if failures := a.ask(nil, query.String(), nil); len(failures) != 100 {
			t.Errorf("900 unknown fields are answered with %d errors", len(failures))
		}
	})
}
