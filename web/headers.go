package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"time"
)

// What a browser may do with our pages, and with the HTML of a mail: that comes from a stranger's chat, so it gets its own
// inline styles and nothing else, in a document without an origin.
const (
	pagePolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	mailPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"
	partPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
)

// secure sets what every answer says. It holds people's chats: nobody keeps a copy on the way.
func secure(h http.Header) {
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// Where the one style sheet and the one script are.
const (
	stylePath  = "/plain.css"
	scriptPath = "/link.js"
)

var styleTag, scriptTag = tagOf(style), tagOf(script)

func tagOf(content []byte) string {
	sum := sha256.Sum256(content)
	return `"` + hex.EncodeToString(sum[:8]) + `"`
}

// serveStyle serves the style sheet, and serveScript the script. They are the same for everybody.
func serveStyle(w http.ResponseWriter, r *http.Request) {
	serveFile(w, r, "style.css", styleTag, style)
}
func serveScript(w http.ResponseWriter, r *http.Request) {
	serveFile(w, r, "link.js", scriptTag, script)
}

func serveFile(w http.ResponseWriter, r *http.Request, name, tag string, content []byte) {
	secure(w.Header())
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("ETag", tag)
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}
