package graph_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	gql "github.com/vektah/gqlparser/v2/ast"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/generated"
	"github.com/postchat/postchat/test/stores"
)

// The tests of this file are made from the schema, so that no new field or argument can be forgotten.

// operation is a field of Query or Mutation with an argument for everything that it must be given.
type operation struct {
	schema *gql.Schema
	kind   string // query, mutation or subscription
	field  *gql.FieldDefinition
}

func operations() []operation {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	var all []operation
	for kind, root := range map[string]*gql.Definition{"query": schema.Query, "mutation": schema.Mutation, "subscription": schema.Subscription} {
		for _, field := range root.Fields {
			if !introspection(field) {
				all = append(all, operation{schema, kind, field})
			}
		}
	}
	return all
}

// ask writes the operation as a request's body. Where values has something for a place, such as input.codes[0].code, it stands there;
// elsewhere something plausible does. Without a value, what need not be given is left out.
func (o operation) ask(values map[string]any) string {
	var names, arguments []string
	variables := object{}
	for _, argument := range o.field.Arguments {
		value, given := o.value(argument.Name, argument.Type, values)
		if !given {
			continue
		}
		names = append(names, fmt.Sprintf("$%s: %s", argument.Name, argument.Type))
		arguments = append(arguments, fmt.Sprintf("%s: $%s", argument.Name, argument.Name))
		variables[argument.Name] = value
	}
	head, call := o.kind, o.field.Name
	if len(names) > 0 {
		head, call = head+"("+strings.Join(names, ", ")+")", call+"("+strings.Join(arguments, ", ")+")"
	}
	if o.schema.Types[o.field.Type.Name()].IsCompositeType() {
		call += " { __typename }"
	}
	body, _ := json.Marshal(object{"query": head + " { " + call + " }", "variables": variables})
	return string(body)
}

// try calls the operation and returns the answer; of a subscription, the first.
func (a *api) try(o operation, values map[string]any) string {
	a.t.Helper()
	if o.kind != "subscription" {
		_, answer := a.post(o.ask(values))
		return answer
	}
	s, _ := a.subscribeBy(o.ask(values))
	defer s.hangUp()
	return s.next().data
}

// value is something of the type for the place, and whether anything must stand there.
func (o operation) value(place string, t *gql.Type, values map[string]any) (value any, given bool) {
	if v, ok := values[place]; ok {
		return v, true
	}
	if t.Elem != nil {
		inner, must := o.value(place+"[0]", t.Elem, values)
		if !must || !t.NonNull && !within(place, values) {
			return []any{}, t.NonNull
		}
		return []any{inner}, true
	}
	if !t.NonNull && !within(place, values) {
		return nil, false
	}
	definition := o.schema.Types[t.NamedType]
	switch definition.Kind {
	case gql.Enum:
		return definition.EnumValues[0].Name, true
	case gql.InputObject:
		members := object{}
		for _, field := range definition.Fields {
			if v, given := o.value(place+"."+field.Name, field.Type, values); given {
				members[field.Name] = v
			}
		}
		return members, true
	}
	switch t.NamedType {
	case "Int", "Seconds":
		return 1, true
	case "Boolean":
		return true, true
	case "Time":
		return "2026-11-25T09:00:00Z", true
	case "ID":
		return nowhere, true
	case "_Any":
		id, given := values[place+".id"]
		if !given {
			id = nowhere
		}
		return object{"__typename": "Chat", "id": id}, true
	}
	return "Acme", true
}

// within reports whether values has something below the place.
func within(place string, values map[string]any) bool {
	for at := range values {
		if strings.HasPrefix(at, place+".") || strings.HasPrefix(at, place+"[") {
			return true
		}
	}
	return false
}

// nowhere is an id that nothing has.
const nowhere = "01900000-0000-7000-8000-000000000000"

// places are where the operation takes an id.
func (o operation) places() []string {
	var places []string
	var visit func(place string, t *gql.Type, deep int)
	visit = func(place string, t *gql.Type, deep int) {
		if t.Elem != nil {
			visit(place+"[0]", t.Elem, deep)
			return
		}
		definition := o.schema.Types[t.NamedType]
		switch {
		case t.NamedType == "ID":
			places = append(places, place)
		case t.NamedType == "_Any":
			places = append(places, place+".id")
		case definition.Kind == gql.InputObject && deep < 5:
			for _, field := range definition.Fields {
				visit(place+"."+field.Name, field.Type, deep+1)
			}
		}
	}
	for _, argument := range o.field.Arguments {
		visit(argument.Name, argument.Type, 0)
	}
	return places
}

// theirs are ids of everything that the account has, one of each table.
func theirs(t *testing.T, store *db.Store, account string) map[string]string {
	t.Helper()
	raw := stores.Raw(t, store)
	list := `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name IN ('id', 'account_id')
		GROUP BY m.name HAVING count(*) = 2`
	if raw.Dialect().Name().String() == "pg" {
		list = `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name IN ('id', 'account_id')
			AND data_type = 'text' GROUP BY table_name HAVING count(*) = 2`
	}
	var tables []string
	if err := raw.NewRaw(list).Scan(t.Context(), &tables); err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{"accounts": account}
	for _, table := range tables {
		var id string
		err := raw.NewSelect().Table(table).ColumnExpr("CAST(id AS text)").Where("account_id = ?", account).OrderExpr("id DESC").Limit(1).Scan(t.Context(), &id)
		if err == nil {
			ids[table] = id
		}
	}
	return ids
}

func TestWhatIsAnotherAccountsIsAnsweredLikeWhatDoesNotExist(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		fill(t, store, s)
		ids := theirs(t, store, s.Account.ID)
		for _, table := range append([]string{"sources", "raw_events", "api_tokens", "people", "invitations", "links"}, campaignTables...) {
			if ids[table] == "" {
				t.Errorf("the account has nothing in %s, so that nothing is tried with it", table)
			}
		}
		other, a := store.Account(stores.OtherAccount(t, store).ID), newAPI(t, store, postchat.Now)
		a.as(newToken(t, store, other.AccountID(), postchat.Now)).cannotTell(ids)
		theirs := postchat.NewCampaign(other.AccountID(), "Their shop", postchat.Now())
		if err := other.SaveCampaign(t.Context(), &theirs); err != nil {
			t.Fatal(err)
		}
		a.as(newWindow(t, other, theirs.ID)).cannotTell(ids)
	})
}

// campaignTables hold what belongs to a campaign.
var campaignTables = []string{
	"campaigns", "goals", "success_codes", "follow_up_addresses", "chats", "follow_ups", "drafts", "mails", "deliveries", "delivery_steps",
}

func TestWhatIsAnotherCampaignsIsAnsweredLikeWhatDoesNotExist(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		fill(t, store, s)
		ids := theirs(t, store, s.Account.ID)
		maps.DeleteFunc(ids, func(table, _ string) bool { return !slices.Contains(campaignTables, table) })
		ours := postchat.NewCampaign(s.Account.ID, "Another shop", postchat.Now())
		if err := s.Scope.SaveCampaign(t.Context(), &ours); err != nil {
			t.Fatal(err)
		}
		token, secret := auth.NewToken(s.Account.ID, "another shop's", postchat.Now().AddDate(0, 0, 1), postchat.Now())
		token.CampaignIDs = []string{ours.ID}
		if err := s.Scope.AddToken(t.Context(), &token); err != nil {
			t.Fatal(err)
		}
		a := newAPI(t, store, postchat.Now)
		a.as(secret.Reveal()).cannotTell(ids)
		a.as(newWindow(t, s.Scope, ours.ID)).cannotTell(ids)
	})
}

// sourceTables hold what belongs to a source.
var sourceTables = []string{"sources", "raw_events", "chats", "follow_ups", "drafts", "mails", "deliveries", "delivery_steps"}

func TestWhatIsAnotherSourcesIsInAWindowAnsweredLikeWhatDoesNotExist(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		fill(t, store, s)
		ids := theirs(t, store, s.Account.ID)
		maps.DeleteFunc(ids, func(table, _ string) bool { return !slices.Contains(sourceTables, table) })
		if len(ids) != len(sourceTables) {
			t.Errorf("the account has something only in %v", ids)
		}
		window := newAPI(t, store, postchat.Now).as(newWindow(t, s.Scope, s.ID)) // whose chats belong to the same campaign
		window.cannotTell(ids)
		window.refused(`{ followUpByNumber(number: 1) { id } }`, nil, "NOT_FOUND")
		var lists map[string]any
		window.must(&lists, `{ sources { name } followUps { nodes { id } } chats { nodes { id } } campaigns { name } }`, nil)
		compare(t, lists, `{"sources": [{"name": "Window chat"}], "followUps": {"nodes": []}, "chats": {"nodes": []}, "campaigns": [{"name": "Acme website"}]}`)
	})
}

// newWindow makes a source whose chats belong to the campaign, and a token of an owner in its window.
func newWindow(t *testing.T, scope *db.Scope, campaignID string) string {
	t.Helper()
	now := postchat.Now()
	source := postchat.Source{
		ID: postchat.NewID(now), Name: "Window chat", Vendor: postchat.VendorPostchat, DefaultCampaignID: campaignID, CreatedAt: now,
	}
	person := postchat.Person{
		ID: postchat.NewID(now), Email: postchat.NewID(now) + "@acme.example", Name: "Lee", Role: postchat.RoleOwner, CreatedAt: now,
	}
	token := "pcp_" + postchat.NewID(now)
	session := postchat.Session{
		ID: postchat.NewID(now), PersonID: person.ID, SourceID: source.ID, Hash: auth.Hash(token), CreatedAt: now, SeenAt: now,
	}
	if err := errors.Join(scope.SaveSource(t.Context(), &source), scope.SavePerson(t.Context(), &person), scope.AddWindow(t.Context(), &session)); err != nil {
		t.Fatal(err)
	}
	return token
}

// cannotTell tries each of the ids, by their tables, wherever an operation takes an id: the answer must be that for an id which
// nothing has, byte for byte.
func (a *api) cannotTell(ids map[string]string) {
	a.t.Helper()
	for _, o := range operations() {
		for _, place := range o.places() {
			want := a.try(o, map[string]any{place: nowhere})
			for table, id := range ids {
				if got := a.try(o, map[string]any{place: id}); got != want {
					a.t.Errorf("%s with an id of %s at %s is answered\n%s, with one that does not exist\n%s", o.field.Name, table, place, got, want)
				}
			}
		}
	}
}

func TestEveryRoleMayWhatItsPermissionsSay(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		fill(t, store, s)
		a := newAPI(t, store, postchat.Now)
		for _, role := range postchat.PersonRoles {
			for _, limit := range [][]string{nil, {s.ID}} {
				token, secret := auth.NewToken(s.Account.ID, string(role), postchat.Now().AddDate(0, 0, 1), postchat.Now())
				token.Permissions, token.CampaignIDs = role.Permissions(), limit
				if err := s.Scope.AddToken(t.Context(), &token); err != nil {
					t.Fatal(err)
				}
				viewer := auth.Viewer{Permissions: token.Permissions, CampaignIDs: token.CampaignIDs}
				a.as(secret.Reveal()).mayWhatItsPermissionsSay(fmt.Sprintf("a %s, limited to %d campaigns,", role, len(limit)), viewer)
			}
		}
		window := auth.Viewer{Permissions: postchat.RoleOwner.WindowPermissions(), CampaignIDs: []string{s.ID}}
		a.as(newWindow(t, s.Scope, s.ID)).mayWhatItsPermissionsSay("a window", window)
	})
}

// mayWhatItsPermissionsSay tries every operation as somebody who may what the viewer may.
func (a *api) mayWhatItsPermissionsSay(who string, viewer auth.Viewer) {
	a.t.Helper()
	for _, o := range operations() {
		needs := o.field.Directives.ForName("needs")
		if needs == nil {
			continue
		}
		permission := postchat.Permission(strings.ToLower(needs.Arguments[0].Value.Raw))
		answer := a.try(o, nil)
		refused := strings.Contains(answer, `"code":"DENIED"`)
		if refused == viewer.May(permission) {
			a.t.Errorf("%s of %s is answered %s", o.field.Name, who, answer)
		}
		if refused && shape(answer) != refusal(o) {
			a.t.Errorf("%s is refused with\n%s, not\n%s", o.field.Name, shape(answer), refusal(o))
		}
	}
}

// shape is an answer without the places in the query that it is about.
func shape(answer string) string {
	return regexp.MustCompile(`,"locations":\[[^]]*\]`).ReplaceAllString(answer, "")
}

// refusal is the shape in which an operation is refused to those who may not.
func refusal(o operation) string {
	data := `{"` + o.field.Name + `":null}`
	if o.field.Type.NonNull {
		data = "null"
	}
	return `{"errors":[{"message":"You may not do this. Ask an owner of the account for it.","path":["` + o.field.Name +
		`"],"extensions":{"code":"DENIED"}}],"data":` + data + `}`
}

// fill adds to the sample campaign's account what it has nothing of yet.
func fill(t *testing.T, store *db.Store, s *stores.Campaign) {
	t.Helper()
	a := newAPI(t, store, postchat.Now)
	var goal struct {
		CreateGoal struct{ Goal struct{ ID string } }
	}
	a.must(&goal, `mutation($c: ID!) { createGoal(input: {campaign: $c, name: "Sales"}) { goal { id } } }`, object{"c": s.ID})
	person := &postchat.Person{ID: postchat.NewID(postchat.Now()), Email: "sam@acme.example", Name: "Sam", Role: postchat.RoleStaff, CreatedAt: postchat.Now()}
	if err := s.Scope.SavePerson(t.Context(), person); err != nil {
		t.Fatal(err)
	}
	a.must(nil, `mutation($p: ID!) { createPasswordLink(input: {person: $p}) { link } }`, object{"p": person.ID})
	a.must(nil, `mutation { createInvitation(input: {email: "kim@acme.example", role: VIEWER, idempotencyKey: "1"}) { link } }`, nil)
	record(t, store, s.Arrival(s.Close("room-1", "lead"), "1"))
	a.must(nil, `mutation($s: ID!) { submitFollowUp(input: {idempotencyKey: "inline 3", conversation: {source: $s, id: "room-2"}, codes: ["lead"]}) { sendsAt } }`,
		object{"s": s.Source.ID})
	route(t, store, a, 1)
	claimed, err := store.ClaimQueued(t.Context(), db.Lease{Owner: "test", Until: postchat.Now().Add(time.Minute)}, "smtp", 10)
	if err != nil || len(claimed) == 0 {
		t.Fatalf("claimed %d deliveries, %v", len(claimed), err)
	}
	a.must(nil, `mutation($c: ID!) { sendTestMail(input: {mail: {campaign: $c}, to: "dana@acme.example", idempotencyKey: "test mail"}) { testMail { id } } }`,
		object{"c": s.ID})
	accepted := db.Change{State: postchat.DeliveryAccepted, Transport: "smtp", Words: "250 queued"}
	if _, err := store.Finish(t.Context(), db.Result{Delivery: claimed[0].Delivery, Change: accepted}); err != nil {
		t.Fatal(err)
	}
}
