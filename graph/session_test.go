package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// tab is a browser's tab with one of our pages: it keeps cookies, and says where requests come from.
type tab struct {
	*api
	client *http.Client
	origin string
}

// tab opens a new browser.
func (a *api) tab() *tab {
	a.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		a.t.Fatal(err)
	}
	return &tab{a, &http.Client{Jar: jar}, a.url}
}

// post sends a query or mutation and returns the status and the answer.
func (b *tab) post(query string, variables object) (int, string) {
	b.t.Helper()
	body, _ := json.Marshal(object{"query": query, "variables": variables})
	request, err := http.NewRequestWithContext(b.t.Context(), http.MethodPost, b.url, strings.NewReader(string(body)))
	if err != nil {
		b.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if b.origin != "" {
		request.Header.Set("Origin", b.origin)
	}
	if b.token != "" {
		request.Header.Set("Authorization", "Bearer "+b.token)
	}
	return sendBy(b.t, b.client, request)
}

// must is post for what must succeed; it reads the answer's data.
func (b *tab) must(data any, query string, variables object) {
	b.t.Helper()
	status, text := b.post(query, variables)
	answer := struct {
		Data   any
		Errors []failure
	}{Data: data}
	if err := json.Unmarshal([]byte(text), &answer); err != nil || status != http.StatusOK || len(answer.Errors) > 0 {
		b.t.Fatalf("%s\nis answered %d %s", query, status, text)
	}
}

// denied is post for what must be refused with the status.
func (b *tab) denied(status int, query string, variables object) {
	b.t.Helper()
	got, text := b.post(query, variables)
	if got != status || !strings.Contains(text, `"code":"DENIED"`) {
		b.t.Errorf("%s\nis answered %d %s", query, got, text)
	}
}

const (
	secretWords = "correct horse battery"
	otherWords  = "seven old bicycles"
	whoAmI      = `{ viewer { name permissions person { email role campaigns { name } } campaigns { name } } }`
	signIn      = `mutation($email: String!, $password: String!) { signIn(input: {email: $email, password: $password}) {
		viewer { name person { id campaigns { name goals { name } } } campaigns { name } } } }`
)

// setUp makes Dana the owner, in a new browser. The api's token is no longer used there.
func (a *api) setUp(store *db.Store) *tab {
	a.t.Helper()
	account, err := store.FirstAccount(a.t.Context())
	if err != nil {
		a.t.Fatal(err)
	}
	link, err := a.door.SetUpLink(a.t.Context(), account.ID)
	if err != nil {
		a.t.Fatal(err)
	}
	b := a.as("").tab()
	b.must(nil, `mutation($token: String!, $password: String!) {
		setUp(input: {token: $token, email: "dana@acme.example", name: "Dana K.", password: $password}) { viewer { name person { role } } } }`,
		object{"token": behind(link), "password": secretWords})
	return b
}

// behind is what stands behind the # of a link.
func behind(link string) string {
	_, secret, _ := strings.Cut(link, "#")
	return secret
}

// hire has the tab's viewer invite somebody, and them accept in a new browser.
func (b *tab) hire(email, role string, campaigns []string) *tab {
	b.t.Helper()
	var invited struct {
		CreateInvitation struct{ Link string }
	}
	b.must(&invited, `mutation($email: String!, $role: PersonRole!, $campaigns: [ID!]) {
		createInvitation(input: {email: $email, role: $role, campaigns: $campaigns, idempotencyKey: "1"}) { link invitation { id sentAt words campaigns { name } } } }`,
		object{"email": email, "role": role, "campaigns": campaigns})
	other := b.as("").tab()
	other.must(nil, `mutation($token: String!, $password: String!) {
		acceptInvitation(input: {token: $token, name: "Sam", password: $password}) { viewer { name campaigns { name } } } }`,
		object{"token": behind(invited.CreateInvitation.Link), "password": secretWords})
	return other
}

func TestPeopleComeInAndGoOut(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		dana := newAPI(t, store, clock.Now).setUp(store)
		var me any
		dana.must(&me, whoAmI, nil)
		compare(t, me, `{"viewer": {"name": "Dana K.", "permissions": ["READ", "FOLLOW_UP", "CAMPAIGN", "ACCOUNT", "PEOPLE"],
			"person": {"email": "dana@acme.example", "role": "OWNER", "campaigns": null}, "campaigns": null}}`)

		sam := dana.hire("sam@acme.example", "MANAGER", []string{s.ID})
		sam.must(&me, whoAmI, nil)
		compare(t, me, `{"viewer": {"name": "Sam", "permissions": ["READ", "FOLLOW_UP", "CAMPAIGN"],
			"person": {"email": "sam@acme.example", "role": "MANAGER", "campaigns": [{"name": "Acme website"}]}, "campaigns": [{"name": "Acme website"}]}}`)
		sam.denied(http.StatusOK, `{ people { name } }`, nil)
		var list any
		dana.must(&list, `{ people { name role campaigns { name } } invitations { email } }`, nil)
		compare(t, list, `{"people": [{"name": "Dana K.", "role": "OWNER", "campaigns": null},
			{"name": "Sam", "role": "MANAGER", "campaigns": [{"name": "Acme website"}]}], "invitations": []}`)

		// A second browser, and the list of both.
		clock.Move(time.Minute)
		phone := dana.as("").tab()
		var come struct {
			SignIn struct {
				Viewer struct{ Person struct{ ID string } }
			}
		}
		phone.must(&come, signIn, object{"email": "DANA@acme.example", "password": secretWords})
		var sessions struct {
			Sessions []struct {
				ID, Browser, Network string
				Current              bool
			}
		}
		dana.must(&sessions, `{ sessions { id browser network current createdAt seenAt expiresAt } }`, nil)
		if len(sessions.Sessions) != 2 || sessions.Sessions[0].Current || !sessions.Sessions[1].Current || sessions.Sessions[0].Network != "127.0.0.0/24" {
			t.Fatalf("the sessions are %+v", sessions)
		}
		dana.must(nil, `mutation($id: ID!) { endSession(input: {id: $id}) { sessions { id } } }`, object{"id": sessions.Sessions[0].ID})
		phone.denied(http.StatusUnauthorized, whoAmI, nil)
		phone.must(nil, signIn, object{"email": "dana@acme.example", "password": secretWords})
		dana.must(nil, `mutation($old: String!, $new: String!) { changePassword(input: {oldPassword: $old, newPassword: $new}) { sessions { current } } }`,
			object{"old": secretWords, "new": otherWords})
		phone.denied(http.StatusUnauthorized, whoAmI, nil)
		dana.must(nil, `mutation { updateProfile(input: {name: " Dana  Kimura ", language: "nl"}) { person { name language } } }`, nil)
		dana.must(nil, `mutation { signOut(input: {everywhere: true}) { ended } }`, nil)
		dana.denied(http.StatusUnauthorized, whoAmI, nil)

		// The lost password.
		var link struct {
			CreatePasswordLink struct{ Link string }
		}
		phone.must(nil, signIn, object{"email": "dana@acme.example", "password": otherWords})
		phone.must(&link, `mutation($id: ID!) { createPasswordLink(input: {person: $id}) { link } }`, object{"id": come.SignIn.Viewer.Person.ID})
		dana.must(nil, `mutation($token: String!, $password: String!) { setPassword(input: {token: $token, password: $password}) { viewer { name } } }`,
			object{"token": behind(link.CreatePasswordLink.Link), "password": secretWords})
		dana.must(nil, whoAmI, nil)
	})
}

func TestASignInGoesOnInTheNameOfWhoCame(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		dana := newAPI(t, store, postchat.Now).setUp(store)
		dana.hire("sam@acme.example", "OPERATOR", []string{s.ID})
		var come any
		dana.as("").tab().must(&come, signIn[:strings.Index(signIn, "person")]+`person { campaigns { name goals { name } } } } } }`,
			object{"email": "sam@acme.example", "password": secretWords})
		compare(t, come, `{"signIn": {"viewer": {"name": "Sam", "person": {"campaigns": [{"name": "Acme website", "goals": []}]}}}}`)
	})
}

func TestTheAnswersOfFailedSignInsAreTheSameToTheByte(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		a := newAPI(t, store, postchat.Now)
		a.setUp(store)
		answers := map[string]string{}
		for _, try := range [][2]string{
			{"dana@acme.example", otherWords}, {"nobody@acme.example", otherWords}, {"no e-mail", otherWords}, {"", ""},
			{"dana@acme.example", ""}, {"dana@acme.example", strings.Repeat("x", 10_000)}, {strings.Repeat("x", 10_000), secretWords},
		} {
			status, answer := a.as("").tab().post(signIn, object{"email": try[0], "password": try[1]})
			answers[fmt.Sprint(status, answer)] = fmt.Sprintf("%.30s %.30s", try[0], try[1])
		}
		if len(answers) != 1 {
			t.Errorf("the answers differ: %v", answers)
		}
		for answer := range answers {
			if !strings.Contains(answer, `"code":"DENIED"`) || strings.Contains(answer, "xxx") {
				t.Errorf("the answer is %s", answer)
			}
		}
		var last string
		for range 40 {
			_, last = a.as("").tab().post(signIn, object{"email": "dana@acme.example", "password": otherWords})
		}
		if !strings.Contains(last, `"code":"BUSY"`) || !strings.Contains(last, `"retryAfter":`) {
			t.Errorf("the 40th attempt is answered %s", last)
		}
	})
}

func TestNobodyIsToldMoreThanWhatIsPublic(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		nobody := newAPI(t, store, postchat.Now).as("").tab()
		for _, query := range []string{
			whoAmI, `{ __schema { types { name } } }`, `{ __typename }`, `mutation { signOut(input: {}) { ended } }`,
			`mutation { signIn(input: {email: "", password: ""}) { viewer { name } } createCampaign(input: {name: "x"}) { campaign { id } } }`,
			`mutation { ...f } fragment f on Mutation { signIn(input: {email: "", password: ""}) { viewer { name } } }`,
		} {
			nobody.denied(http.StatusUnauthorized, query, nil)
		}
	})
}

func TestCookiesOpenNothingToPagesOfOthers(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		a := newAPI(t, store, postchat.Now)
		dana := a.setUp(store)
		foreign, nowhere, doubled := *dana, *dana, *dana
		foreign.origin = "https://evil.example"
		foreign.denied(http.StatusForbidden, whoAmI, nil)
		nowhere.origin = ""
		nowhere.denied(http.StatusUnauthorized, whoAmI, nil)
		doubled.api = a // with its token
		doubled.denied(http.StatusUnauthorized, whoAmI, nil)
		var me any
		a.must(&me, whoAmI, nil)
		compare(t, me, `{"viewer": {"name": "Dana's script", "permissions": ["READ", "FOLLOW_UP", "CAMPAIGN", "ACCOUNT", "PEOPLE"],
			"person": null, "campaigns": null}}`)
		a.refused(`mutation { signOut(input: {}) { ended } }`, nil, "CONFLICT")
	})
}

func TestATokenMayWhatItsScopesSay(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		dana := newAPI(t, store, postchat.Now).setUp(store)
		create := func(input object) (object, string) {
			t.Helper()
			var made struct {
				CreateAPIToken struct {
					Secret   string
					APIToken object
				}
			}
			dana.must(&made, `mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret apiToken { id permissions campaigns { name } } } }`,
				object{"input": input})
			id := made.CreateAPIToken.APIToken
			delete(id, "id")
			return id, made.CreateAPIToken.Secret
		}
		shown, secret := create(object{"name": "CRM", "permissions": []string{"FOLLOW_UP", "FOLLOW_UP"}, "campaigns": []string{s.ID}})
		compare(t, shown, `{"permissions": ["FOLLOW_UP", "READ"], "campaigns": [{"name": "Acme website"}]}`)
		crm := dana.as(secret)
		var me any
		crm.must(&me, `{ viewer { name permissions campaigns { name } } }`, nil)
		compare(t, me, `{"viewer": {"name": "CRM", "permissions": ["READ", "FOLLOW_UP"], "campaigns": [{"name": "Acme website"}]}}`)
		crm.refused(`mutation($c: ID!) { createGoal(input: {campaign: $c, name: "x"}) { goal { id } } }`, object{"c": s.ID}, "DENIED")

		_, secret = create(object{"name": "staff", "permissions": []string{"PEOPLE"}})
		staff := dana.as(secret)
		const makeToken = `mutation($p: [Permission!]!) { createApiToken(input: {name: "x", permissions: $p}) { secret } }`
		staff.must(nil, makeToken, object{"p": []string{"PEOPLE"}})
		staff.refused(makeToken, object{"p": []string{"CAMPAIGN"}}, "DENIED")
		staff.refused(`mutation { createInvitation(input: {email: "x@acme.example", role: OPERATOR, idempotencyKey: "1"}) { link } }`, nil, "DENIED")
		staff.must(nil, `mutation { createInvitation(input: {email: "x@acme.example", role: VIEWER, idempotencyKey: "1"}) { link } }`, nil)
	})
}

// ofPeopleAlone are the mutations that only people can make succeed, signed in or on their way in.
var ofPeopleAlone = []string{"setUp", "signIn", "signOut", "endSession", "changePassword", "setPassword", "updateProfile", "acceptInvitation",
	"createPanelToken", "createPanelCode", "redeemPanelCode"}

func TestWhatPeopleDoAloneIsInTheAuditLog(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		o := &office{Campaign: stores.Sample(t, store), t: t, store: store, clock: clock}
		dana := newAPI(t, store, clock.Now).setUp(store)
		clock.Move(time.Second)
		dana.hire("sam@acme.example", "VIEWER", nil)
		for _, query := range []string{
			`mutation { signIn(input: {email: "dana@acme.example", password: "` + secretWords + `"}) { viewer { name } } }`,
			`mutation { changePassword(input: {oldPassword: "` + secretWords + `", newPassword: "` + otherWords + `"}) { sessions { id } } }`,
			`mutation { updateProfile(input: {language: "nl"}) { person { name } } }`,
			`mutation { signOut(input: {}) { ended } }`,
			`mutation { signIn(input: {email: "dana@acme.example", password: "` + otherWords + `"}) { viewer { name } } }`,
		} {
			clock.Move(time.Second)
			dana.must(nil, query, nil)
		}
		dana.as("").tab().denied(http.StatusOK, signIn, object{"email": "typed-by-mistake@acme.example", "password": "hunter2 hunter2"})
		var actions []string
		for _, e := range o.log() {
			if e.ActorKind != postchat.ActorPerson || e.ActorID == "" || e.ActorName == "" || e.ObjectID == "" {
				t.Errorf("the entry is %+v", e)
			}
			actions = append(actions, e.Action)
		}
		want := "session.sign_in session.sign_out person.update person.change_password session.sign_in invitation.accept invitation.create person.set_up"
		if got := strings.Join(actions, " "); got != want {
			t.Errorf("the log has %s, want %s", got, want)
		}
		text, _ := json.Marshal(o.log())
		for _, never := range []string{"typed-by-mistake", "hunter2", secretWords, otherWords, "pcl_", "pcs_"} {
			if strings.Contains(string(text), never) {
				t.Errorf("%q is in the audit log:\n%s", never, text)
			}
		}
	})
}
