package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// Limits of a request's JSON, the variables above all. They are found to be kept before anything is made of it.
const (
	maxNesting = 32     // lists and objects inside each other
	maxValues  = 20_000 // in lists and objects, all together
)

// call is the body of a request: one call of the API.
type call struct {
	Query         string          `json:"query"`
	OperationName string          `json:"operationName,omitempty"`
	Variables     json.RawMessage `json:"variables,omitempty"`
	Extensions    json.RawMessage `json:"extensions,omitempty"`
	// DocumentID and ID are two ways to name a document that the server knows; see Documents.
	DocumentID string `json:"documentId,omitempty"`
	ID         string `json:"id,omitempty"`
}

// readCall reads a body that is one JSON object with the members of a GraphQL request, under exactly their names and in their
// types. The library behind would forgive more, and repeat the body where it does not.
func readCall(body []byte) (*call, bool) {
	if !isModest(body) {
		return nil, false
	}
	var members map[string]json.RawMessage
	decoder := json.NewDecoder(bytes.NewReader(body))
	if err := decoder.Decode(&members); err != nil {
		return nil, false
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, false
	}
	for name, value := range members {
		if !slices.Contains([]string{"query", "operationName", "variables", "extensions", "documentId", "id"}, name) {
			return nil, false
		}
		if isObject := value[0] == '{' || string(value) == "null"; (name == "variables" || name == "extensions") && !isObject {
			return nil, false
		}
	}
	c := new(call)
	return c, json.Unmarshal(body, c) == nil
}

// isModest reports whether a JSON text is within the limits. It reads every byte at most once and makes nothing.
func isModest(text []byte) bool {
	nesting, values, quoted := 0, 0, false
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case quoted && b == '\\':
			i++
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == '{' || b == '[':
			nesting++
			values++
		case b == '}' || b == ']':
			nesting--
		case b == ',':
			values++
		}
		if nesting > maxNesting || values > maxValues {
			return false
		}
	}
	return true
}

// isSubscription reports whether the call runs a subscription. Of a document that cannot be parsed, or does not have the operation,
// it is false: whoever executes it says what is wrong.
func (c *call) isSubscription() bool {
	if len(c.Query) > maxQuery {
		return false
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: c.Query}, maxTokens)
	if err != nil {
		return false
	}
	operation := doc.Operations.ForName(c.OperationName)
	return operation != nil && operation.Operation == ast.Subscription
}

// body is the call as those behind the gate read it.
func (c *call) body() io.ReadCloser {
	c.DocumentID, c.ID = "", ""
	text, _ := json.Marshal(c) // of texts, and JSON that was read before
	return io.NopCloser(bytes.NewReader(text))
}

// hasQuery reports whether the call says what to execute.
func (c *call) hasQuery() bool { return strings.TrimSpace(c.Query) != "" }
