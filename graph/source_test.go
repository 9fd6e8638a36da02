package graph_test

import (
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

const rotateSecret = `mutation($input: RotateSourceSecretInput!) { rotateSourceSecret(input: $input) { secret source { secrets { expiresAt } } } }`

func TestASecretIsRotatedWithoutLosingAChat(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		valid := func() []postchat.Secret {
			source, err := s.Scope.Source(t.Context(), s.Source.ID)
			if err != nil {
				t.Fatal(err)
			}
			return source.ValidSecrets(clock.Now())
		}
		var rotated struct {
			RotateSourceSecret struct {
				Secret string
				Source struct {
					Secrets []struct{ ExpiresAt *time.Time }
				}
			}
		}
		a.must(&rotated, rotateSecret, object{"input": object{"source": s.Source.ID, "keepOldFor": 3600}})
		secrets := rotated.RotateSourceSecret.Source.Secrets
		if len(secrets) != 2 || secrets[0].ExpiresAt != nil || !secrets[1].ExpiresAt.Equal(clock.Now().Add(time.Hour)) {
			t.Errorf("the secrets are %+v", secrets)
		}
		if v := valid(); len(v) != 2 || v[0].Reveal() != rotated.RotateSourceSecret.Secret || v[1] != s.Source.Secrets[0].Value {
			t.Errorf("%d secrets are valid: want the new one and the old one", len(v))
		}
		clock.Move(time.Hour)
		if v := valid(); len(v) != 1 {
			t.Errorf("%d secrets are valid after an hour, want the new one alone", len(v))
		}

		for range 4 {
			a.must(nil, rotateSecret, object{"input": object{"source": s.Source.ID}})
		}
		a.refused(rotateSecret, object{"input": object{"source": s.Source.ID}}, "CONFLICT")
		a.must(nil, rotateSecret, object{"input": object{"source": s.Source.ID, "keepOldFor": 0}})
		if v := valid(); len(v) != 1 {
			t.Errorf("%d secrets are valid after the old ones were withdrawn", len(v))
		}
	})
}

func TestASourceShowsWhatItsVendorSent(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		record(t, store, s.Arrival(s.Close("room-1", "lead"), "one"))
		clock.Move(time.Second)
		record(t, store, s.Arrival(s.Close("room-1", "lead"), "one"))
		broken := s.Arrival(s.Close("room-2"), "not JSON")
		broken.Event, broken.Problem = nil, "The body is not JSON."
		record(t, store, broken)
		if err := store.CountRefused(t.Context(), s.Source, 3, "no valid token", time.Date(2026, 11, 25, 9, 30, 0, 0, time.UTC)); err != nil {
			t.Fatal(err)
		}
		if err := store.CountIgnored(t.Context(), s.Source, "LivechatSessionTaken", time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)); err != nil {
			t.Fatal(err)
		}
		var shown map[string]any
		a.must(&shown, `query($id: ID!) { source(id: $id) {
			all: events { nodes { type outcome problem repeats body chat { visitor { name } } } }
			newest: events(first: 1) { nodes { outcome } }
			ignored { type count lastAt }
			refused { count problem lastAt }
		} }`, object{"id": s.Source.ID})
		compare(t, shown, `{"source": {
			"all": {"nodes": [
				{"type": "", "outcome": "NEEDS_ATTENTION", "problem": "The body is not JSON.", "repeats": 0, "body": "not JSON", "chat": null},
				{"type": "chat.closed", "outcome": "RECORDED", "problem": "", "repeats": 1, "body": "one", "chat": {"visitor": {"name": "Ines Moreau"}}}
			]},
			"newest": {"nodes": [{"outcome": "NEEDS_ATTENTION"}]},
			"ignored": [{"type": "LivechatSessionTaken", "count": 1, "lastAt": "2026-11-25T09:00:00Z"}],
			"refused": {"count": 3, "problem": "no valid token", "lastAt": "2026-11-25T09:30:00Z"}
		}}`)
		a.refused(`{ sources { events(first: 101) { nodes { id } } } }`, nil, "INVALID first")
	})
}

func TestASourceIsChangedInPart(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		const update = `mutation($input: UpdateSourceInput!) { updateSource(input: $input) { source { name hold includePrivate frameOrigins rules { field value } } } }`
		var changed map[string]any
		a.must(&changed, update, object{"input": object{
			"id": s.Source.ID, "hold": 90, "includePrivate": true, "frameOrigins": []string{"https://Chat.Acme.example/"}, "rules": []object{{"field": "PAGE", "value": " acme.example/de ", "campaign": s.ID}},
		}})
		compare(t, changed, `{"updateSource": {"source": {
			"name": "Acme chat", "hold": 90, "includePrivate": true, "frameOrigins": ["https://chat.acme.example"], "rules": [{"field": "PAGE", "value": "acme.example/de"}]
		}}}`)
		a.must(&changed, update, object{"input": object{"id": s.Source.ID, "name": "Acme", "rules": []object{}}})
		compare(t, changed, `{"updateSource": {"source": {"name": "Acme", "hold": 90, "includePrivate": true, "frameOrigins": ["https://chat.acme.example"], "rules": []}}}`)
	})
}

// record records a webhook's arrival, whatever comes of it.
func record(t *testing.T, store *db.Store, arrival postchat.Arrival) postchat.Recorded {
	t.Helper()
	r, err := store.Record(t.Context(), arrival)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestWhatASourceSentIsPagedFilteredAndCounted(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		const health = `query($id: ID!) { source(id: $id) { lastEventAt silentSince eventCounts { outcome count } } }`
		var got map[string]any
		clock.Move(23 * time.Hour)
		a.must(&got, health, object{"id": s.Source.ID})
		compare(t, got, `{"source": {"lastEventAt": null, "silentSince": null, "eventCounts": []}}`)

		send := func(room, body, problem string) {
			t.Helper()
			arrival := s.Arrival(s.Close(room, "lead"), body)
			arrival.ReceivedAt = clock.Now()
			if problem != "" {
				arrival.Event, arrival.Problem = nil, problem
			}
			record(t, store, arrival)
			clock.Move(time.Minute)
		}
		for i := range 3 {
			send("room-"+string(rune('a'+i)), "good "+string(rune('a'+i)), "")
			send("", "bad "+string(rune('a'+i)), "It makes no sense.")
		}
		send("room-a", "good a", "") // a repeat
		type page struct {
			Source struct {
				Events struct {
					Nodes    []struct{ Body string }
					Edges    []struct{ Cursor string }
					PageInfo struct {
						HasNextPage, HasPreviousPage bool
						EndCursor                    string
					}
				}
			}
		}
		const list = `query($id: ID!, $after: String, $outcome: ArrivalOutcome, $first: Int! = 2) { source(id: $id) {
			events(first: $first, after: $after, outcome: $outcome) { nodes { body } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } }
		} }`
		for outcome, want := range map[string]string{
			"": "bad c,good c,bad b,good b,bad a,good a,", "NEEDS_ATTENTION": "bad c,bad b,bad a,", "RECORDED": "good c,good b,good a,", "TEST": "",
		} {
			variables := object{"id": s.Source.ID, "after": ""}
			if outcome != "" {
				variables["outcome"] = outcome
			}
			var bodies string
			for more := true; more; {
				var p page
				a.must(&p, list, variables)
				for _, node := range p.Source.Events.Nodes {
					bodies += node.Body + ","
				}
				info := p.Source.Events.PageInfo
				if info.HasPreviousPage != (variables["after"] != "") || len(p.Source.Events.Edges) != len(p.Source.Events.Nodes) {
					t.Errorf("the page is %+v", p)
				}
				variables["after"], more = info.EndCursor, info.HasNextPage
			}
			if bodies != want {
				t.Errorf("%q: the pages hold %s, want %s", outcome, bodies, want)
			}
		}
		a.refused(list, object{"id": s.Source.ID, "after": "x"}, "INVALID after")

		a.must(&got, health, object{"id": s.Source.ID})
		compare(t, got, `{"source": {"lastEventAt": "2026-11-26T08:05:00Z", "silentSince": null,
			"eventCounts": [{"outcome": "RECORDED", "count": 3}, {"outcome": "NEEDS_ATTENTION", "count": 3}]}}`)
		clock.Move(8 * 24 * time.Hour)
		a.must(&got, health, object{"id": s.Source.ID})
		compare(t, got, `{"source": {"lastEventAt": "2026-11-26T08:05:00Z", "silentSince": "2026-11-26T08:05:00Z", "eventCounts": []}}`)
	})
}

const replayEvent = `mutation($id: ID!) { replayEvent(input: {event: $id}) { event { outcome problem replayedAt chat { visitor { name } followUp { state } } } } }`

func TestAnEventIsReplayedOnceItCanBeRead(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		body := `{"type":"chat.closed","conversation":{"id":"room-1"},"closed_at":"2026-11-24T22:30:00Z","codes":["lead"],"visitor":{"name":"Ines Moreau"}}`
		// As an older version might have left it, the evening before.
		unread := s.Arrival(s.Close("room-1"), body)
		unread.Event, unread.Problem, unread.ReceivedAt, unread.Day = nil, "Postchat 0.1 did not know this.", time.Date(2026, 11, 24, 22, 31, 0, 0, time.UTC), "2026-11-24"
		record(t, store, unread)
		nonsense := s.Arrival(s.Close("room-2"), "not JSON")
		nonsense.Event, nonsense.Problem = nil, "The body is not JSON."
		record(t, store, nonsense)
		cut := s.Arrival(s.Close("room-3"), "{")
		cut.Event, cut.Problem = nil, "the body is larger than 16777216 bytes; its first 65536 were kept"
		record(t, store, cut)
		events, err := s.Scope.RawEvents(t.Context(), s.Source.ID, 3)
		if err != nil {
			t.Fatal(err)
		}
		byProblem := map[string]string{}
		for _, e := range events {
			byProblem[e.Problem] = e.ID
		}

		var got map[string]any
		first := object{"id": byProblem[unread.Problem]}
		clock.Move(time.Hour)
		a.must(&got, replayEvent, first)
		compare(t, got, `{"replayEvent": {"event": {"outcome": "RECORDED", "problem": "", "replayedAt": "2026-11-25T10:00:00Z",
			"chat": {"visitor": {"name": "Ines Moreau"}, "followUp": {"state": "HOLDING"}}}}}`)
		clock.Move(time.Hour)
		again := got
		a.must(&again, replayEvent, first)
		compare(t, again, `{"replayEvent": {"event": {"outcome": "RECORDED", "problem": "", "replayedAt": "2026-11-25T10:00:00Z",
			"chat": {"visitor": {"name": "Ines Moreau"}, "followUp": {"state": "HOLDING"}}}}}`)

		a.must(&got, replayEvent, object{"id": byProblem[nonsense.Problem]})
		event := got["replayEvent"].(object)["event"].(object)
		if event["outcome"] != "NEEDS_ATTENTION" || event["problem"] == "" || event["chat"] != nil || event["replayedAt"] != "2026-11-25T11:00:00Z" {
			t.Errorf("what makes no sense became %v", event)
		}
		a.refused(replayEvent, object{"id": byProblem[cut.Problem]}, "CONFLICT")
		a.refused(replayEvent, object{"id": "x"}, "NOT_FOUND")

		days, err := s.Scope.LedgerDays(t.Context(), "2026-11-01", "2026-11-30")
		if err != nil || len(days) != 1 || days[0].Day != "2026-11-24" || days[0].Finished != 1 {
			t.Errorf("the ledger has %+v, %v; want one chat, on the day on which it came", days, err)
		}
		stores.Balanced(t, s.Scope)
	})
}

func TestASourceIsRetiredAndRestored(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		record(t, store, s.Arrival(s.Close("room-1", "lead"), "one"))
		const retire = `mutation($id: ID!) { retireSource(input: {id: $id}) { source { retired retiredAt events { nodes { outcome } } } } }`
		var got map[string]any
		a.must(&got, retire, object{"id": s.Source.ID})
		clock.Move(time.Hour)
		a.must(&got, retire, object{"id": s.Source.ID})
		compare(t, got, `{"retireSource": {"source": {"retired": true, "retiredAt": "2026-11-25T09:00:00Z", "events": {"nodes": [{"outcome": "RECORDED"}]}}}}`)
		if _, _, err := store.HookSource(t.Context(), s.Source.ID); !postchat.IsKind(err, postchat.NotFound) {
			t.Errorf("a vendor finds the retired source: %v", err)
		}
		a.must(&got, `mutation($id: ID!) { restoreSource(input: {id: $id}) { source { retired retiredAt } } }`, object{"id": s.Source.ID})
		if source, _, err := store.HookSource(t.Context(), s.Source.ID); err != nil || len(source.ValidSecrets(clock.Now())) != 1 {
			t.Errorf("the restored source is %+v, %v", source, err)
		}
		a.refused(retire, object{"id": "x"}, "NOT_FOUND")
	})
}

func TestOneOldSecretIsWithdrawnAtOnce(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		type secrets struct {
			Source struct {
				Secrets []struct {
					ID        string
					ExpiresAt *time.Time
				}
			}
		}
		const list = `query($id: ID!) { source(id: $id) { secrets { id expiresAt } } }`
		const withdraw = `mutation($source: ID!, $secret: ID!) { withdrawSourceSecret(input: {source: $source, secret: $secret}) { source { secrets { id } } } }`
		var before secrets
		a.must(&before, list, object{"id": s.Source.ID})
		only := before.Source.Secrets[0].ID
		a.refused(withdraw, object{"source": s.Source.ID, "secret": only}, "CONFLICT")
		a.must(nil, rotateSecret, object{"input": object{"source": s.Source.ID}})
		a.must(nil, rotateSecret, object{"input": object{"source": s.Source.ID}})
		a.must(nil, withdraw, object{"source": s.Source.ID, "secret": only})
		var after secrets
		a.must(&after, list, object{"id": s.Source.ID})
		source, err := s.Scope.Source(t.Context(), s.Source.ID)
		if err != nil || len(after.Source.Secrets) != 2 || len(source.ValidSecrets(clock.Now())) != 2 {
			t.Errorf("the secrets are %+v, %v", after, err)
		}
		for _, secret := range source.Secrets {
			if secret.Value == s.Source.Secrets[0].Value {
				t.Error("the withdrawn secret is there")
			}
		}
		a.refused(withdraw, object{"source": s.Source.ID, "secret": only}, "NOT_FOUND input.secret")
	})
}

func TestASecretMayBeBroughtOrBelongIntoTheAddress(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		const (
			create = `mutation($input: CreateSourceInput!) { answer: createSource(input: $input) { secret hookUrl source { id hookUrl } } }`
			rotate = `mutation($input: RotateSourceSecretInput!) { answer: rotateSourceSecret(input: $input) { secret hookUrl source { id hookUrl } } }`
		)
		type answer struct {
			Answer struct {
				Secret, HookURL string
				Source          struct{ ID, HookURL string }
			}
		}
		var made, brought, kept answer
		a.must(&made, create, object{"input": object{"name": "By address", "vendor": vendorByAddress, "defaultCampaign": s.ID}})
		plain := "https://postchat.acme.example/hooks/" + made.Answer.Source.ID
		if got := made.Answer; got.Secret == "" || got.HookURL != plain+"/"+got.Secret || got.Source.HookURL != plain+"/{secret}" {
			t.Errorf("with a secret that was made: %+v", got)
		}

		const own = "the vendor's own secret"
		change := object{"source": made.Answer.Source.ID, "secret": own, "keepOldFor": nil}
		a.must(&brought, rotate, object{"input": change})
		if got := brought.Answer; got.Secret != "" || got.HookURL != plain {
			t.Errorf("with a secret that was brought: %+v", got)
		}
		a.refused(rotate, object{"input": change}, "CONFLICT")
		a.refused(rotate, object{"input": object{"source": made.Answer.Source.ID, "secret": "short"}}, "INVALID input.secret")
		a.refused(create, object{"input": object{"name": "B", "vendor": "rocketchat", "defaultCampaign": s.ID, "secret": "short"}}, "INVALID input.secret")
		clock.Move(40 * 24 * time.Hour)
		source, err := s.Scope.Source(t.Context(), made.Answer.Source.ID)
		if err != nil {
			t.Fatal(err)
		}
		if v := source.ValidSecrets(clock.Now()); len(v) != 2 || v[0] != own || v[1].Reveal() != made.Answer.Secret {
			t.Errorf("%d secrets are valid, want both for good", len(v))
		}
		a.must(&kept, create, object{"input": object{"name": "Rocket", "vendor": "rocketchat", "defaultCampaign": s.ID}})
		if got := kept.Answer; got.Secret == "" || strings.Contains(got.HookURL, got.Secret) || got.HookURL != got.Source.HookURL {
			t.Errorf("of a vendor that sends its secret in a header: %+v", got)
		}
	})
}

func TestHowToReadFromAVendorIsSetAndItsTokenNeverRead(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		const token = "a-token-for-chatwoot"
		var made struct {
			CreateSource struct{ Source struct{ ID string } }
		}
		a.must(&made, `mutation($input: CreateSourceInput!) { createSource(input: $input) { source { id } } }`,
			object{"input": object{"name": "Woot", "vendor": "chatwoot", "defaultCampaign": s.ID,
				"api": object{"baseUrl": "https://Chat.Acme.example/", "account": "2", "token": token}}})
		id := made.CreateSource.Source.ID
		stored := func() *postchat.SourceAPI {
			source, err := s.Scope.Source(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			return source.API
		}
		const update = `mutation($input: UpdateSourceInput!) { updateSource(input: $input) { source { keepsTranscripts api { baseUrl account hasToken } } } }`
		for _, step := range []struct {
			name string
			api  any
			want string
		}{
			{"as it was made", nil, `{"baseUrl": "https://chat.acme.example", "account": "2", "hasToken": true}`},
			{"another account keeps the token", object{"baseUrl": "https://chat.acme.example", "account": "3"},
				`{"baseUrl": "https://chat.acme.example", "account": "3", "hasToken": true}`},
		} {
			var shown map[string]any
			a.must(&shown, update, object{"input": object{"id": id, "api": step.api}})
			compare(t, shown, `{"updateSource": {"source": {"keepsTranscripts": true, "api": `+step.want+`}}}`)
			if api := stored(); api == nil || api.Token != token {
				t.Errorf("%s: the token that is stored is another", step.name)
			}
		}
		a.refused(update, object{"input": object{"id": id, "api": object{"baseUrl": "https://evil.example", "account": "3"}}}, "INVALID input.api.token")
		a.refused(update, object{"input": object{"id": id, "api": object{"baseUrl": "https://chat.acme.example?x", "account": "3"}}}, "INVALID input.api.baseUrl")
		a.refused(update, object{"input": object{"id": s.Source.ID, "api": object{"baseUrl": "https://chat.acme.example", "account": "3", "token": "t"}}}, "INVALID input.api")

		var checks map[string]any
		a.must(&checks, `query($one: ID!, $other: ID!) { one: sourceApiCheck(source: $one) { ok problem } other: sourceApiCheck(source: $other) { ok problem } }`,
			object{"one": id, "other": s.Source.ID})
		compare(t, checks, `{"one": {"ok": true, "problem": ""}, "other": {"ok": false, "problem": "There is no access token."}}`)

		var gone map[string]any
		a.must(&gone, update, object{"input": object{"id": id, "api": object{"baseUrl": ""}}})
		compare(t, gone, `{"updateSource": {"source": {"keepsTranscripts": true, "api": null}}}`)
		if stored() != nil {
			t.Error("it is still stored")
		}
		entries, _, err := s.Scope.AuditLog(t.Context(), db.AuditFilter{}, db.AuditPage{First: 20})
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			if strings.Contains(entry.Detail, token) {
				t.Errorf("the audit log says %q", entry.Detail)
			}
		}
	})
}
