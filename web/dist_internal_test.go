package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestABuiltPageFindsItsFiles(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, at, base string }{
		{"at the root", "/try", "./"},
		{"below it", "/panel/in_1", "./../"},
		{"deeper", "/panel/in_1/sign-in", "./../../"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			page, err := builtPage{entry: "panel"}.html(test.at)
			if err != nil {
				t.Fatal(err)
			}
			base, script := strings.Index(string(page), `<base href="`+test.base+`">`), strings.Index(string(page), "./assets/")
			if base < 0 || script < base {
				t.Errorf("the base is not %s before the first script:\n%s", test.base, page)
			}
			behindProxy, err := url.Parse("https://example.com/chats" + test.at)
			if err != nil {
				t.Fatal(err)
			}
			if root := behindProxy.JoinPath("..", test.base).Path; strings.TrimSuffix(root, "/") != "/chats" {
				t.Errorf("the base leads to %s, not to the server's root", root)
			}
		})
	}
}

func TestNoTextEndsTheDataOfABuiltPage(t *testing.T) {
	t.Parallel()
	page, err := builtPage{entry: "try", data: map[string]string{"name": "</script><script>alert(1)</script><!--"}}.html("/try")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(string(page), "</script>"); strings.Contains(string(page), "alert(1)</script>") || got != 2 {
		t.Errorf("%d elements end in a page of two scripts:\n%s", got, page)
	}
}

func TestABuiltPageIsFramedByItsAncestorsOnly(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name      string
		ancestors []string
		policy    string // its end
	}{
		{"nobody", nil, "; frame-ancestors 'none'"},
		{"two", []string{"https://a.example", "https://b.example:8443"}, "; frame-ancestors https://a.example https://b.example:8443"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			w := sent(t, builtPage{entry: "panel", ancestors: test.ancestors}, "")
			if got := w.Header().Get("Content-Security-Policy"); !strings.HasPrefix(got, "default-src 'none'; ") || !strings.HasSuffix(got, test.policy) {
				t.Errorf("the policy is %q, want %q at its end", got, test.policy)
			}
			if got := w.Header().Get("Cross-Origin-Opener-Policy"); got != "" {
				t.Errorf("%q cuts it off from the pages that it opens", got)
			}
		})
	}
}

func TestABuiltPageIsAskedForAnew(t *testing.T) {
	t.Parallel()
	first := sent(t, builtPage{entry: "try"}, "")
	if got := first.Header().Get("Cache-Control"); got != "private, no-cache" {
		t.Errorf("it may be kept as %q", got)
	}
	if again := sent(t, builtPage{entry: "try"}, first.Header().Get("ETag")); again.Code != http.StatusNotModified {
		t.Errorf("the copy that a browser has: %d, want 304", again.Code)
	}
	if other := sent(t, builtPage{entry: "try", data: 1}, first.Header().Get("ETag")); other.Code != http.StatusOK {
		t.Errorf("a copy with other data: %d, want 200", other.Code)
	}
}

// sent is the page as a browser gets it that has the copy with a tag.
func sent(t *testing.T, page builtPage, tag string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/try", nil)
	r.Header.Set("If-None-Match", tag)
	w := httptest.NewRecorder()
	if err := page.send(w, r); err != nil {
		t.Fatal(err)
	}
	return w
}
