package web

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"embed"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"
)

// dist is what `make web` builds of src. It is committed, so that the program is built without Node.js. Names of chunks can
// begin with an underscore, which only all: takes.
//
//go:embed all:dist
var dist embed.FS

// asset is a file of the build that pages load. Its name changes with what is in it.
type asset struct {
	contentType   string
	plain, zipped []byte // zipped is nil where that is no shorter
}

// assets are those files by name, compressed once.
var assets = sync.OnceValue(readAssets)

func readAssets() map[string]asset {
	files, err := dist.ReadDir("dist/assets")
	if err != nil {
		panic(err) // a broken build
	}
	all := make(map[string]asset, len(files))
	for _, file := range files {
		plain := distFile("assets/" + file.Name())
		all[file.Name()] = asset{typeOf(file.Name()), plain, zip(plain)}
	}
	return all
}

func distFile(name string) []byte {
	content, err := dist.ReadFile("dist/" + name)
	if err != nil {
		panic(err) // a broken build
	}
	return content
}

// typeOf does not ask the machine, which may take a script for something else, where it must be a script.
func typeOf(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	}
	return mime.TypeByExtension(path.Ext(name))
}

// zip returns nil where compressing does not pay.
func zip(plain []byte) []byte {
	var zipped bytes.Buffer
	w, _ := gzip.NewWriterLevel(&zipped, gzip.BestCompression) // the level is one that exists
	_, _ = w.Write(plain)                                      // a buffer takes everything
	_ = w.Close()
	if zipped.Len() >= len(plain) {
		return nil
	}
	return zipped.Bytes()
}

// icon is the name of the product's picture among the assets.
var icon = sync.OnceValue(func() string {
	for name := range assets() {
		if strings.HasPrefix(name, "icon-") {
			return name
		}
	}
	panic("web: the build has no icon")
})

// serveAsset serves a file of the build, which a browser may keep for ever.
func serveAsset(w http.ResponseWriter, r *http.Request) {
	secure(w.Header())
	name := r.PathValue("name")
	file, ok := assets()[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Content-Type", file.contentType)
	h.Set("Vary", "Accept-Encoding")
	body := file.plain
	if file.zipped != nil && takesGzip(r) {
		h.Set("Content-Encoding", "gzip")
		body = file.zipped
	}
	h.Set("ETag", tagOf(body))
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(body))
}

// takesGzip reads the header as browsers write it.
func takesGzip(r *http.Request) bool {
	for encoding := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		if strings.TrimSpace(encoding) == "gzip" {
			return true
		}
	}
	return false
}

// builtPolicy is the policy of a page of the build, but for who may frame it. Attributes may hold styles, and nothing else inline is
// allowed: the preview of a mail inherits the policy, and mails have their styles there.
const builtPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; " +
	"font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors "

// builtPage is a page of the build, to be sent.
type builtPage struct {
	// entry is its name in the build, such as "panel".
	entry string
	// data is for the page's script, which finds it, made JSON, in the element with the id "page".
	data any
	// ancestors are the origins that may frame it; nobody where there are none.
	ancestors []string
	// apart cuts it off from the pages that it opens and that open it. Those that tell each other who has signed in are not.
	apart bool
}

// send writes the page. A browser asks each time whether its copy is the newest, and keeps none for others.
func (p builtPage) send(w http.ResponseWriter, r *http.Request) error {
	body, err := p.html(r.URL.Path)
	if err != nil {
		return err
	}
	secure(w.Header())
	h := w.Header()
	if !p.apart {
		h.Del("Cross-Origin-Opener-Policy")
	}
	h.Set("Content-Security-Policy", builtPolicy+cmp.Or(strings.Join(p.ancestors, " "), "'none'"))
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("ETag", tagOf(body))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
	return nil
}

// html is the page for a request at a path. All addresses in it are relative to its base, which leads from the path back to the
// server's root: so the same build works below any path at which a proxy puts the server.
func (p builtPage) html(path string) ([]byte, error) {
	data, err := json.Marshal(p.data) // escapes < and >, so that no text of it ends the element
	if err != nil {
		return nil, fmt.Errorf("encode the data of the page %s: %w", p.entry, err)
	}
	head := fmt.Appendf(nil, "<head>\n    <base href=%q>\n    <script type=\"application/json\" id=\"page\">%s</script>", rootFrom(path), data)
	return bytes.Replace(distFile(p.entry+".html"), []byte("<head>"), head, 1), nil
}

// rootFrom leads from a path back to the server's root, wherever a proxy puts that.
func rootFrom(path string) string {
	return "./" + strings.Repeat("../", max(strings.Count(path, "/")-1, 0))
}
