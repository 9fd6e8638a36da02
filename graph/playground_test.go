package graph_test

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/postchat/postchat/graph"
)

func TestThePlaygroundNeedsNothingButItself(t *testing.T) {
	t.Parallel()
	recorder := httptest.NewRecorder()
	graph.Playground("/graphql", `pct_"><script>`).ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/playground", nil))
	page, policy := recorder.Body.String(), recorder.Header().Get("Content-Security-Policy")

	for _, element := range []string{"style", "script"} {
		inline := regexp.MustCompile(`(?s)<` + element + `>(.*?)</` + element + `>`).FindStringSubmatch(page)
		if inline == nil {
			t.Fatalf("the page has no %s", element)
		}
		sum := sha256.Sum256([]byte(inline[1]))
		if !strings.Contains(policy, element+"-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
			t.Errorf("the policy does not allow the page's own %s: %s", element, policy)
		}
	}
	if remote := regexp.MustCompile(`(?i)\b(src|href)\s*=|@import|url\(`).FindString(page); remote != "" {
		t.Errorf("the page loads something: %s", remote)
	}
	if !strings.Contains(page, `data-endpoint="/graphql"`) || !strings.Contains(page, `data-token="pct_&#34;&gt;&lt;script&gt;"`) {
		t.Error("the page does not know where the API is, or with which token")
	}
	if !strings.Contains(page, "input SaveFollowUpAddressesInput") || strings.Contains(page, "__InputValue") {
		t.Error("the page does not show our schema, or more than that")
	}
}
