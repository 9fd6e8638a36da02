package app

import (
	"net/http"
	"strings"
	"testing"
)

func TestMetricsAreForThoseWithAToken(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	token := strings.TrimSpace(s.run("token", "create", "monitor").stdout)
	_, url := s.serve()
	if status, body := get(t, url+"/metrics", nil); status != http.StatusUnauthorized {
		t.Errorf("without a token it is answered %d %q", status, body)
	}
	status, body := get(t, url+"/metrics", http.Header{"Authorization": {"Bearer " + token}})
	if status != http.StatusOK {
		t.Fatalf("with a token it is answered %d %q", status, body)
	}
	contains(t, body, "postchat_ledger_problems 0", `postchat_transport_state{state="open"} 1`, `postchat_transport_state{state="stopped"} 0`,
		`postchat_inbound_mails{kind="auto_reply"} 0`,
		`postchat_transcripts{outcome="given_up"} 0`)
}
