package graph

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/graph/generated"
)

//go:embed playground
var playgroundFiles embed.FS

// Playground is a page on which people try queries on the API at the endpoint, a path. It has some to begin with, and the
// whole schema to read. It needs nothing from the internet.
//
// The token, if there is one, is put into the page, for whoever opens it: give one in a demonstration only.
func Playground(endpoint string, token postchat.Secret) http.Handler {
	style, script := playgroundFile("style.css"), playgroundFile("script.js")
	var page bytes.Buffer
	err := template.Must(template.New("page").Parse(playgroundFile("page.html"))).Execute(&page, map[string]any{
		"Endpoint": endpoint,
		"Token":    token.Reveal(),
		"Schema":   schemaText(generated.NewExecutableSchema(generated.Config{}).Schema()),
		"Style":    template.CSS(style), //nolint:gosec // our own file
		"Script":   template.JS(script), //nolint:gosec // our own file
	})
	if err != nil {
		panic(err) // a broken build
	}
	policy := fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
		hashSource(style), hashSource(script))
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		_, _ = w.Write(page.Bytes()) // the caller may have gone
	})
}

// schemaText is the schema as people read it, without what every schema has.
func schemaText(schema *ast.Schema) string {
	var text strings.Builder
	formatter.NewFormatter(&text, formatter.WithIndent("  ")).FormatSchema(schema)
	return text.String()
}

func playgroundFile(name string) string {
	content, err := playgroundFiles.ReadFile("playground/" + name)
	if err != nil {
		panic(err) // a broken build
	}
	return string(content)
}

// hashSource allows one inline script or style in a content security policy.
func hashSource(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
