package graph_test

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	gql "github.com/vektah/gqlparser/v2/ast"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// keyed are the types that other services' graphs can refer to, with the tables of their rows.
var keyed = map[string]string{
	"Campaign": "campaigns", "Goal": "goals", "SuccessCode": "success_codes", "Source": "sources", "Chat": "chats", "FollowUp": "follow_ups",
	"Mail": "mails",
}

const entities = `query($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Node { id } } }`

func TestAGatewayFindsEntitiesInTheirOrderWithinTheCallersWalls(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		fill(t, store, s)
		ids := theirs(t, store, s.Account.ID)
		a := newAPI(t, store, postchat.Now)
		stranger := a.as(newToken(t, store, stores.OtherAccount(t, store).ID, postchat.Now))
		type answer struct {
			Entities []*struct {
				Typename string `json:"__typename"`
				ID       string
			} `json:"_entities"`
		}
		for name, table := range keyed {
			representations := []object{{"__typename": name, "id": nowhere}, {"__typename": name, "id": ids[table]}}
			var got, theirs answer
			a.must(&got, entities, object{"representations": representations})
			if e := got.Entities; len(e) != 2 || e[0] != nil || e[1] == nil || e[1].ID != ids[table] || e[1].Typename != name {
				t.Errorf("the entities of %s are %+v", name, e)
			}
			stranger.must(&theirs, entities, object{"representations": representations})
			if e := theirs.Entities; len(e) != 2 || e[0] != nil || e[1] != nil {
				t.Errorf("a stranger gets %+v of %s", e, name)
			}
		}
		for _, bad := range []object{
			{"__typename": "ApiToken", "id": ids["api_tokens"]}, {"__typename": "Chat"}, {"id": ids["chats"]}, {"__typename": "Chat", "id": 7},
		} {
			a.refused(entities, object{"representations": []object{bad}}, "INVALID representations")
		}
	})
}

func TestManyEntitiesTakeAsManyStatementsAsOne(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		seen := &statements{}
		store.Observe(seen)
		a := newAPI(t, store, clock.Now)
		closeChats(t, store, s, 40, func(int) []string { return nil })
		var page pageOfFollowUps
		a.must(&page, listFollowUps, object{"first": 40})
		count := func(n int) int {
			var representations []object
			for _, node := range page.FollowUps.Nodes[:n] {
				representations = append(representations, object{"__typename": "FollowUp", "id": node.ID})
			}
			return len(seen.of(func() { a.must(nil, entities, object{"representations": representations}) }))
		}
		if one, forty := count(1), count(40); one != forty {
			t.Errorf("one entity takes %d statements, forty take %d", one, forty)
		}
	})
}

func TestTheSubgraphsSchemaIsOneForAGateway(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		a := newAPI(t, store, postchat.Now)
		var got struct {
			Service struct{ SDL string } `json:"_service"`
		}
		a.must(&got, `{ _service { sdl } }`, nil)
		sdl := got.Service.SDL
		for name := range keyed {
			if !strings.Contains(sdl, "type "+name+" implements Node @key(fields: \"id\")") {
				t.Errorf("%s has no key", name)
			}
		}
		if strings.Contains(sdl, "_entities") || strings.Contains(sdl, "_Any") {
			t.Error("it has what gateways add by themselves")
		}
		const theirs = "directive @key(fields: String!) on OBJECT\ndirective @link(url: String!, import: [String]) repeatable on SCHEMA\n"
		if _, err := gqlparser.LoadSchema(&gql.Source{Input: theirs + sdl}); err != nil {
			t.Errorf("it is no schema: %v", err)
		}
	})
}
