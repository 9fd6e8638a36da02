package webhook_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// clocked is a receiver whose clock the test sets.
func clocked(f *fakeRecorder) (h http.Handler, clock *time.Time) {
	now := evening
	return newReceiver(f, func(c *webhook.Config) { c.Now = func() time.Time { return now } }), &now
}

func expect(t *testing.T, h http.Handler, token postchat.Secret, want int) {
	t.Helper()
	if w := post(h, token, strings.NewReader("x")); w.Code != want {
		t.Errorf("%s: answered %d, want %d", token.Reveal(), w.Code, want)
	}
}

func TestABusySourceIsLookedUpOnceInTwoSeconds(t *testing.T) {
	f := newFakeRecorder(oneSource())
	h, clock := clocked(f)
	for range 100 {
		expect(t, h, secret, http.StatusOK)
	}
	*clock = evening.Add(2*time.Second - time.Nanosecond)
	expect(t, h, secret, http.StatusOK)
	if f.asked != 1 {
		t.Errorf("it was looked up %d times", f.asked)
	}
	*clock = evening.Add(2 * time.Second)
	expect(t, h, secret, http.StatusOK)
	if f.asked != 2 {
		t.Errorf("after two seconds it was looked up %d times", f.asked)
	}
}

func TestANewSecretCountsAtOnceAndAWithdrawnOneAfterTwoSeconds(t *testing.T) {
	for _, vendor := range []postchat.Vendor{"plain", "signed"} {
		t.Run(string(vendor), func(t *testing.T) {
			source := oneSource()
			source.Vendor = vendor
			f := newFakeRecorder(source)
			h, clock := clocked(f)
			send := func(token postchat.Secret, want int) {
				t.Helper()
				if w := post(h, token, strings.NewReader("sales "+token.Reveal())); w.Code != want {
					t.Errorf("%s: answered %d, want %d", token.Reveal(), w.Code, want)
				}
			}
			send("hush", http.StatusOK)
			send("whisper", http.StatusUnauthorized)

			source.Secrets = []postchat.SourceSecret{{Value: "whisper"}}
			f.sources[sourceID] = source
			send("hush", http.StatusOK) // remembered
			send("whisper", http.StatusOK)
			send("hush", http.StatusUnauthorized) // the look for the new one taught it

			source.Secrets = []postchat.SourceSecret{{Value: "murmur"}}
			f.sources[sourceID] = source
			*clock = clock.Add(2 * time.Second)
			send("whisper", http.StatusUnauthorized)
			send("murmur", http.StatusOK)
		})
	}
}

func TestASecretExpiresToTheMomentThoughItsSourceIsRemembered(t *testing.T) {
	source := oneSource()
	source.Secrets = []postchat.SourceSecret{{Value: secret, ExpiresAt: evening.Add(time.Second)}}
	h, clock := clocked(newFakeRecorder(source))
	expect(t, h, secret, http.StatusOK)
	*clock = evening.Add(time.Second)
	expect(t, h, secret, http.StatusUnauthorized)
}

func TestAClockSetBackKeepsNoSourceAlive(t *testing.T) {
	f := newFakeRecorder(oneSource())
	h, clock := clocked(f)
	expect(t, h, secret, http.StatusOK)
	*clock = evening.Add(-time.Hour)
	expect(t, h, secret, http.StatusOK)
	if f.asked != 2 {
		t.Errorf("it was looked up %d times, want again", f.asked)
	}
}

func TestAMissingSourceIsNotRemembered(t *testing.T) {
	f := newFakeRecorder()
	h, _ := clocked(f)
	expect(t, h, secret, http.StatusNotFound)
	f.sources[sourceID] = oneSource()
	expect(t, h, secret, http.StatusOK)
}

func TestAStoreThatFailsWhileASecretIsLookedUpAgainIsNoRefusal(t *testing.T) {
	f := newFakeRecorder(oneSource())
	h, _ := clocked(f)
	expect(t, h, secret, http.StatusOK)
	f.hookSource = func(context.Context) error { return errors.New("database is away") }
	expect(t, h, "whisper", http.StatusServiceUnavailable)
	expect(t, h, secret, http.StatusOK) // remembered
}

func TestThousandsOfSourcesAreServed(t *testing.T) {
	f := newFakeRecorder()
	h, _ := clocked(f)
	for i := range 2500 {
		source := oneSource()
		source.ID = fmt.Sprintf("source-%d", i)
		f.sources[source.ID] = source
		request := httptest.NewRequest(http.MethodPost, "/hooks/"+source.ID, strings.NewReader("x"))
		request.Header.Set("Token", secret.Reveal())
		w := httptest.NewRecorder()
		h.ServeHTTP(w, request)
		if w.Code != http.StatusOK {
			t.Fatalf("%s: answered %d", source.ID, w.Code)
		}
	}
	if got := f.arrivals[2499].Source.ID; got != "source-2499" {
		t.Errorf("the last is of %s", got)
	}
}
