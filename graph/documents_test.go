package graph_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph"
	"github.com/postchat/postchat/test/stores"
)

// listed makes a file of documents, as graphql-codegen writes it, and returns it with their hashes.
func listed(documents ...string) (file string, hashes []string) {
	list := map[string]string{}
	for _, document := range documents {
		sum := sha256.Sum256([]byte(document))
		hash := hex.EncodeToString(sum[:])
		list[hash], hashes = document, append(hashes, hash)
	}
	text, _ := json.Marshal(list)
	return string(text), hashes
}

func TestOnlyListedDocumentsAreExecutedWhereThereIsAList(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		const (
			find  = `query Find($n: Int!) { followUpByNumber(number: $n) { number } }`
			watch = `subscription Watch { followUpsChanged { missed } }`
		)
		file, hashes := listed(find, watch)
		documents, err := graph.ReadDocuments(strings.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		s := stores.Sample(t, store)
		record(t, store, s.Arrival(s.Close("room-1"), "1"))
		a := newAPI(t, store, postchat.Now, func(c *graph.Config) { c.Documents = documents })
		const found = `{"data":{"followUpByNumber":{"number":1}}}`
		query, _ := json.Marshal(find)
		for _, test := range []struct{ name, body, want string }{
			{"by documentId", `{"documentId": "%s", "variables": {"n": 1}}`, found},
			{"by documentId with the algorithm", `{"documentId": "sha256:%s", "variables": {"n": 1}}`, found},
			{"by id", `{"id": "%s", "operationName": "Find", "variables": {"n": 1}}`, found},
			{"as Apollo does", `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "%s"}}, "variables": {"n": 1}}`, found},
			{"with the text of the document", `{"documentId": "%s", "variables": {"n": 1}, "query": ` + string(query) + `}`, found},
			{"with another text", `{"documentId": "%s", "query": "{ __typename }"}`, "DOCUMENT_NOT_LISTED"},
			{"with another operation", `{"documentId": "%s", "operationName": "Other", "variables": {"n": 1}}`, "INVALID"},
			{"by the text alone", `{"variables": {"n": 1}, "query": ` + string(query) + `}%.0s`, "DOCUMENT_NOT_LISTED"},
			{"by a hash that is not listed", `{"documentId": "` + strings.Repeat("0", 64) + `"}%.0s`, "DOCUMENT_NOT_LISTED"},
			{"by nothing", `{}%.0s`, "DOCUMENT_NOT_LISTED"},
			{"introspection", `{"query": "{ __schema { types { name } } }"}%.0s`, "DOCUMENT_NOT_LISTED"},
			{"by an empty id", `{"id": ""}%.0s`, "DOCUMENT_NOT_LISTED"},
		} {
			_, answer := a.post(fmt.Sprintf(test.body, hashes[0]))
			if test.want == found && answer != found || !strings.Contains(answer, test.want) {
				t.Errorf("%s it is answered %s", test.name, answer)
			}
		}
		watched, status := a.subscribeBy(`{"documentId": "` + hashes[1] + `"}`)
		if e := watched.next(); status != 200 || e.data != `{"data":{"followUpsChanged":{"missed":false}}}` {
			t.Errorf("a listed subscription is answered %d %+v", status, e)
		}
		if status, answer := a.as("").post(`{"documentId": "` + hashes[0] + `"}`); status != 401 {
			t.Errorf("who is not signed in is answered %d %s", status, answer)
		}
	})
}

func TestWithoutAListOnlyTextsAreExecuted(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		a := newAPI(t, store, postchat.Now)
		_, hashes := listed(`{ __typename }`)
		apollo := `"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "` + hashes[0] + `"}}`
		if status, answer := a.post(`{"query": "{ __typename }", ` + apollo + `}`); status != 200 {
			t.Errorf("a text with its hash is answered %d %s", status, answer)
		}
		for _, body := range []string{`{` + apollo + `}`, `{"documentId": "` + hashes[0] + `"}`} {
			if status, answer := a.post(body); status != 400 || !strings.Contains(answer, `"INVALID"`) {
				t.Errorf("a hash that was sent with its text before is answered %d %s", status, answer)
			}
		}
	})
}

func TestListsOfDocumentsThatCannotBeUsed(t *testing.T) {
	t.Parallel()
	wrong, _ := listed(`{ nothing }`)
	for _, test := range []struct{ name, file, want string }{
		{"no JSON", `query { __typename }`, "JSON object of documents"},
		{"a list", `["{ __typename }"]`, "JSON object of documents"},
		{"hashes of another kind", `{"5f6b0c1e2d3a4b5c6d7e8f901234567890abcdef": "{ __typename }"}`, "SHA-256"},
		{"a document that does not fit the schema", wrong, `Cannot query field "nothing"`},
	} {
		if _, err := graph.ReadDocuments(strings.NewReader(test.file)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s is read with the error %v", test.name, err)
		}
	}
}
