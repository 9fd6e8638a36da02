package graph

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/postchat/postchat/graph/generated"
)

// notListed is the code of a call that does not name a document that the server knows, where it executes only those.
const notListed = "DOCUMENT_NOT_LISTED"

// Documents are the only queries, mutations and subscriptions that a server executes, by the hexadecimal SHA-256 hashes that their
// clients call them by. Nil lets every document pass.
type Documents map[string]string

var isHash = regexp.MustCompile(`^[0-9a-f]{64}$`).MatchString

// ReadDocuments reads a JSON object of hashes and documents, as graphql-codegen's client preset writes it into
// persisted-documents.json with the hash algorithm sha256. Every document must fit the schema.
func ReadDocuments(r io.Reader) (Documents, error) {
	documents := Documents{}
	if err := json.NewDecoder(r).Decode(&documents); err != nil {
		return nil, fmt.Errorf("read a JSON object of documents: %w", err)
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for hash, document := range documents {
		if !isHash(hash) {
			return nil, fmt.Errorf("the document %.80q must be listed by its SHA-256 hash, 64 hexadecimal digits", hash)
		}
		if _, problems := gqlparser.LoadQuery(schema, document); problems != nil { //nolint:staticcheck // the rules are those of the executor
			return nil, fmt.Errorf("document %s: %w", hash, problems)
		}
	}
	return documents, nil
}

// resolve gives the call the document that it names. It returns an error, and the call is not to be executed, where it names none,
// one that is not listed, or sends a text that is not the listed one.
func (d Documents) resolve(c *call) *gqlerror.Error {
	if d == nil {
		return nil
	}
	document, listed := d[c.hash()]
	if !listed || c.hasQuery() && c.Query != document {
		return &gqlerror.Error{
			Message:    "This server executes only documents that it knows. Name one by its hash, as documentId or in extensions.persistedQuery.",
			Extensions: map[string]any{"code": notListed},
		}
	}
	c.Query = document
	return nil
}

// hash is what the call names its document by: as documentId or id, with or without the name of the algorithm, or as Apollo's
// automatic persisted queries do.
func (c *call) hash() string {
	var extensions struct {
		PersistedQuery struct {
			Hash string `json:"sha256Hash"`
		} `json:"persistedQuery"`
	}
	if len(c.Extensions) > 0 && json.Unmarshal(c.Extensions, &extensions) != nil {
		return ""
	}
	for _, name := range []string{c.DocumentID, c.ID, extensions.PersistedQuery.Hash} {
		if name != "" {
			return strings.TrimPrefix(name, "sha256:")
		}
	}
	return ""
}
