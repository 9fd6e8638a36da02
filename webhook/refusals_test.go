package webhook_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat/webhook"
)

func TestRefusedRequestsAreCountedWithWhyAndSeldomWritten(t *testing.T) {
	t.Parallel()
	recorder := newFakeRecorder(oneSource())
	now := evening
	receiver := newReceiver(recorder, func(c *webhook.Config) { c.Now = func() time.Time { return now } })
	refuse := func() {
		t.Helper()
		if got := post(receiver, "not the secret", strings.NewReader("{}")); got.Code != http.StatusUnauthorized {
			t.Fatalf("answered %d, want 401", got.Code)
		}
	}
	for range 3 {
		refuse()
	}
	now = now.Add(time.Minute)
	refuse()
	want := []string{sourceID + " 1 wrong token", sourceID + " 3 wrong token"}
	if !slices.Equal(recorder.refused, want) {
		t.Errorf("counted %q, want %q: the first at once, and the rest of the burst with the next", recorder.refused, want)
	}
}
