package web_test

import (
	"compress/gzip"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/web"
)

func TestAssetsAreServedAsBuilt(t *testing.T) {
	t.Parallel()
	mux := http.NewServeMux()
	web.Pages{Door: auth.NewDoor(auth.DoorOptions{Log: slog.New(slog.DiscardHandler)})}.Register(mux)
	built, err := fs.ReadDir(os.DirFS("dist/assets"), ".")
	if err != nil || len(built) == 0 {
		t.Fatalf("the build has %d assets (%v)", len(built), err)
	}
	for _, file := range built {
		want, err := os.ReadFile("dist/assets/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, encoding := range []string{"", "gzip, deflate, br, zstd"} {
			r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/assets/"+file.Name(), nil)
			r.Header.Set("Accept-Encoding", encoding)
			w := httptest.NewRecorder()
			mux.ServeHTTP(w, r)
			if got := decoded(t, w); got != string(want) {
				t.Errorf("%s came back as other %d bytes (status %d)", file.Name(), len(got), w.Code)
			}
			if got := w.Header().Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
				t.Errorf("%s may be kept as %q", file.Name(), got)
			}
			if kind, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";"); kind != map[string]string{"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}[ending(file.Name())] {
				t.Errorf("%s is %q", file.Name(), kind)
			}
		}
	}
}

func TestWhatWasNotBuiltIsNotThere(t *testing.T) {
	t.Parallel()
	mux := http.NewServeMux()
	web.Pages{Door: auth.NewDoor(auth.DoorOptions{Log: slog.New(slog.DiscardHandler)})}.Register(mux)
	for _, path := range []string{"/assets/", "/assets/panel.js", "/assets/..%2fpanel.html", "/assets/x/y"} {
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		if w.Code != http.StatusNotFound || strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("GET %s: %d, kept as %q", path, w.Code, w.Header().Get("Cache-Control"))
		}
	}
}

// decoded is the body as a browser reads it.
func decoded(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	if w.Header().Get("Content-Encoding") == "" {
		return w.Body.String()
	}
	r, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func ending(name string) string { return name[strings.LastIndex(name, ".")+1:] }
