package graph_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

const (
	createPanelToken = `mutation($source: ID!) { createPanelToken(input: {source: $source}) { token expiresAt } }`
	createPanelCode  = `mutation($source: ID!, $nonce: String!) { createPanelCode(input: {source: $source, nonce: $nonce}) { code expiresAt } }`
	redeemPanelCode  = `mutation($source: ID!, $nonce: String!, $code: String!) {
		redeemPanelCode(input: {source: $source, nonce: $nonce, code: $code}) { token expiresAt } }`
	listSessions = `{ sessions { id current source { name } } }`
)

// panelMade is what comes of making and redeeming.
type panelMade struct {
	CreatePanelToken, RedeemPanelCode struct {
		Token     string
		ExpiresAt time.Time
	}
	CreatePanelCode struct{ Code string }
}

func TestAnOperatorSitsDownAtAWindowAndGetsUp(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		o := &office{Campaign: s, t: t, api: a, store: store, clock: clock}
		id := o.closes("lead")
		dana := a.setUp(store)
		clock.Move(time.Second) // sessions are listed by when they were made
		var made panelMade
		dana.must(&made, createPanelToken, object{"source": s.Source.ID})
		if !made.CreatePanelToken.ExpiresAt.Equal(clock.Now().Add(12 * time.Hour)) {
			t.Errorf("it ends at %s", made.CreatePanelToken.ExpiresAt)
		}
		window := a.as(made.CreatePanelToken.Token)
		var me any
		window.must(&me, `{ viewer { name permissions person { email } campaigns { name } source { name } } sources { name } followUps { nodes { number } } }`, nil)
		compare(t, me, `{"viewer": {"name": "Dana K.", "permissions": ["READ", "FOLLOW_UP"], "person": {"email": "dana@acme.example"},
			"campaigns": [{"name": "Acme website"}], "source": {"name": "Acme chat"}}, "sources": [{"name": "Acme chat"}], "followUps": {"nodes": [{"number": 1}]}}`)
		window.must(nil, mutation("submitFollowUp"), object{"input": o.submits(id)})
		window.refused(createPanelToken, object{"source": s.Source.ID}, "CONFLICT")

		var list struct {
			Sessions []struct {
				ID      string
				Current bool
				Source  *struct{ Name string }
			}
		}
		dana.must(&list, listSessions, nil)
		if len(list.Sessions) != 2 || list.Sessions[0].Source == nil || list.Sessions[0].Source.Name != "Acme chat" || list.Sessions[1].Source != nil {
			t.Fatalf("the sessions are %+v", list)
		}
		dana.must(nil, `mutation($id: ID!) { endSession(input: {id: $id}) { sessions { id } } }`, object{"id": list.Sessions[0].ID})
		if status, _ := window.post(`{"query": "{ __typename }"}`); status != http.StatusUnauthorized {
			t.Errorf("an ended window is answered %d", status)
		}

		// A pop-up that cannot hand a token over shows a code instead.
		nonce := object{"source": s.Source.ID, "nonce": strings.Repeat("n", 22)}
		dana.must(&made, createPanelCode, nonce)
		nobody := a.as("").tab()
		nobody.origin = "" // it comes without a cookie
		nonce["code"] = made.CreatePanelCode.Code
		nobody.must(&made, redeemPanelCode, nonce)
		window = a.as(made.RedeemPanelCode.Token)
		window.must(nil, listSessions, nil)
		window.must(nil, `mutation { signOut(input: {}) { ended } }`, nil)
		if status, _ := window.post(`{"query": "{ __typename }"}`); status != http.StatusUnauthorized {
			t.Errorf("who got up is answered %d", status)
		}
		dana.must(nil, listSessions, nil)

		var actions []string
		for _, e := range o.log() {
			if e.ActorKind != postchat.ActorPerson || e.ActorName != "Dana K." {
				t.Errorf("the entry is %+v", e)
			}
			actions = append(actions, e.Action+" "+e.ObjectName)
		}
		want := "session.sign_out Dana K., window.sign_in Acme chat, window.code Acme chat, session.end Dana K., follow_up.submit #1, window.sign_in Acme chat, person.set_up Dana K."
		if got := strings.Join(actions, ", "); got != want {
			t.Errorf("the log has %s, want %s", got, want)
		}
		text, _ := json.Marshal(o.log())
		for _, never := range []string{"pcp_", made.CreatePanelCode.Code, strings.Repeat("n", 22)} {
			if strings.Contains(string(text), never) {
				t.Errorf("%q is in the audit log:\n%s", never, text)
			}
		}
	})
}

// What a page of somebody else's may try with the browser of a person who is signed in.
func TestAForeignPageGetsNoTokenOfAWindow(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		dana := a.setUp(store)
		source := object{"source": s.Source.ID}
		foreign, unsaid := *dana, *dana
		foreign.origin = "https://evil.example"
		foreign.denied(http.StatusForbidden, createPanelToken, source)
		foreign.denied(http.StatusForbidden, createPanelCode, object{"source": s.Source.ID, "nonce": strings.Repeat("e", 22)})
		unsaid.origin = ""
		unsaid.denied(http.StatusUnauthorized, createPanelToken, source)
		sandboxed := *dana
		sandboxed.origin = "null"
		sandboxed.denied(http.StatusForbidden, createPanelToken, source)
		for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPut} {
			request, _ := http.NewRequestWithContext(t.Context(), method, a.url+"?query=mutation%7BcreatePanelToken%28input%3A%7Bsource%3A%22"+s.Source.ID+"%22%7D%29%7Btoken%7D%7D", nil)
			request.Header.Set("Origin", a.url)
			if status, _ := sendBy(t, dana.client, request); status != http.StatusMethodNotAllowed {
				t.Errorf("%s is answered %d", method, status)
			}
		}
		// Without the cookie nobody is asked for more than the code, and a guess is one of a million.
		nobody := a.as("").tab()
		nobody.denied(http.StatusUnauthorized, createPanelToken, source)
		guess := object{"source": s.Source.ID, "nonce": strings.Repeat("g", 22), "code": "123456"}
		nobody.origin = ""
		var answers []string
		for _, change := range []object{{}, {"source": nowhere}, {"nonce": strings.Repeat("h", 22)}, {"code": ""}, {"code": strings.Repeat("9", 10_000)}} {
			with := maps.Clone(guess)
			maps.Copy(with, change)
			_, answer := nobody.post(redeemPanelCode, with)
			answers = append(answers, answer)
		}
		for _, answer := range answers {
			if answer != answers[0] || !strings.Contains(answer, `"code":"INVALID"`) {
				t.Errorf("the answers tell what is wrong: %s", answer)
			}
		}
		if sessions, err := s.Scope.Sessions(t.Context(), danaID(t, s)); err != nil || len(sessions) != 1 {
			t.Errorf("there are %d sessions, %v", len(sessions), err)
		}
	})
}

func danaID(t *testing.T, s *stores.Campaign) string {
	t.Helper()
	people, err := s.Scope.People(t.Context())
	if err != nil || len(people) == 0 {
		t.Fatal(err)
	}
	return people[0].ID
}

func TestRetiringASourceClosesItsWindows(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		var made panelMade
		a.setUp(store).must(&made, createPanelToken, object{"source": s.Source.ID})
		window := a.as(made.CreatePanelToken.Token)
		window.must(nil, listSessions, nil)
		a.must(nil, `mutation($id: ID!) { retireSource(input: {id: $id}) { source { id } } }`, object{"id": s.Source.ID})
		o := &office{Campaign: s, t: t}
		if e := o.log()[0]; e.Action != "source.retire" || e.Detail != "windows signed out: 1" {
			t.Errorf("the entry is %+v", e)
		}
		a.must(nil, `mutation($id: ID!) { restoreSource(input: {id: $id}) { source { id } } }`, object{"id": s.Source.ID})
		if status, _ := window.post(`{"query": "{ __typename }"}`); status != http.StatusUnauthorized {
			t.Errorf("the window is answered %d", status)
		}
	})
}

func TestAWindowHearsOfItsOwnSourceUntilItIsClosed(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now, often)
		window := a.as(newWindow(t, s.Scope, s.ID)) // whose chats belong to the same campaign
		watched := window.subscribe(watchFollowUps, nil)
		watched.begin()
		record(t, store, s.Arrival(s.Close("room-1"), "1"))
		sources, err := s.Scope.Sources(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		ours := s.Arrival(s.Close("room-2"), "2")
		ours.Source = sources[slices.IndexFunc(sources, func(source postchat.Source) bool { return source.Name == "Window chat" })]
		record(t, store, ours)
		if _, seen := watched.until(2); len(seen) != 1 {
			t.Errorf("it hears of %v", seen)
		}
		if _, err := s.Scope.EndWindowsOf(t.Context(), ours.Source.ID); err != nil {
			t.Fatal(err)
		}
		record(t, store, s.Arrival(s.Close("room-3"), "3"))
		watched.refusedWith("DENIED")
	})
}
