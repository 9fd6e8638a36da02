package outbound_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"github.com/postchat/postchat/webhook/outbound"
)

func TestAReaderIsNotFilledPageByPage(t *testing.T) {
	t.Parallel()
	page := `{"text": "` + strings.Repeat("x", 15<<20) + `"}`
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(page)) }))
	defer server.Close()
	reader := outbound.Reader{
		Vendor: "The vendor", Base: server.URL, Header: http.Header{},
		Client: outbound.NewClient([]netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}),
	}
	defer reader.Client.CloseIdleConnections()
	for i := range 5 {
		var into struct {
			Text string `json:"text"`
		}
		err := reader.Get(t.Context(), "/page", nil, &into)
		switch {
		case i < 4 && err != nil:
			t.Fatalf("page %d: %v", i+1, err)
		case i == 4 && (err == nil || err.Error() != "The vendor answered with more than 64 MiB in all."):
			t.Errorf("the page that is too much gives %v", err)
		}
	}
}
