package webhook_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// The one source of most tests, and when it all happens: late in the evening in UTC, after midnight in Amsterdam.
const (
	sourceID = "my-shop"
	secret   = postchat.Secret("hush")
)

var evening = time.Date(2026, 3, 4, 23, 30, 0, 0, time.UTC)

func oneSource() postchat.Source {
	return postchat.Source{
		ID: sourceID, AccountID: "acme", Vendor: "plain", DefaultCampaignID: "everybody",
		Rules:   []postchat.Rule{{Field: postchat.RuleDepartment, Value: "sales", CampaignID: "sales"}},
		Secrets: []postchat.SourceSecret{{Value: secret}},
	}
}

// fakeRecorder is a store in memory that remembers what it was asked. Its functions, where set, answer in its place.
type fakeRecorder struct {
	mu       sync.Mutex
	sources  map[string]postchat.Source
	asked    int // for a source
	arrivals []postchat.Arrival
	ignored  []string
	refused  []string

	hookSource   func(ctx context.Context) error
	record       func(ctx context.Context, a postchat.Arrival) (postchat.Recorded, error)
	countIgnored func() error
}

func newFakeRecorder(sources ...postchat.Source) *fakeRecorder {
	f := &fakeRecorder{sources: map[string]postchat.Source{}}
	for _, s := range sources {
		f.sources[s.ID] = s
	}
	return f
}

func (f *fakeRecorder) HookSource(ctx context.Context, id string) (postchat.Source, map[string]*time.Location, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked++
	if f.hookSource != nil {
		if err := f.hookSource(ctx); err != nil {
			return postchat.Source{}, nil, err
		}
	}
	source, known := f.sources[id]
	if !known {
		return postchat.Source{}, nil, fmt.Errorf("find source: %w", postchat.NotFoundf("there is no source %s", id))
	}
	return source, map[string]*time.Location{"sales": time.FixedZone("Amsterdam", 3600)}, nil
}

func (f *fakeRecorder) Record(ctx context.Context, a postchat.Arrival) (postchat.Recorded, error) {
	f.mu.Lock()
	f.arrivals = append(f.arrivals, a)
	f.mu.Unlock()
	if f.record != nil {
		return f.record(ctx, a)
	}
	if a.Problem != "" {
		return postchat.Recorded{Outcome: postchat.ArrivalNeedsAttention}, nil
	}
	return postchat.Recorded{Outcome: postchat.ArrivalRecorded, ChatID: "c1", FollowUpID: "f1"}, nil
}

func (f *fakeRecorder) CountIgnored(_ context.Context, source postchat.Source, eventType string, _ time.Time) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.ignored = append(f.ignored, source.ID+" "+eventType)
	if f.countIgnored != nil {
		return f.countIgnored()
	}
	return nil
}

func (f *fakeRecorder) CountRefused(_ context.Context, source postchat.Source, count int, problem string, _ time.Time) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.refused = append(f.refused, fmt.Sprintf("%s %d %s", source.ID, count, problem))
	return nil
}

// only returns the one arrival that there must be.
func (f *fakeRecorder) only(t *testing.T) postchat.Arrival {
	t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.arrivals) != 1 {
		t.Fatalf("%d arrivals were recorded, want one", len(f.arrivals))
	}
	return f.arrivals[0]
}

func (f *fakeRecorder) none(t *testing.T) {
	t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.arrivals)+len(f.ignored) > 0 {
		t.Errorf("recorded %d arrivals and counted %q, want nothing kept", len(f.arrivals), f.ignored)
	}
}

// plain is an adapter whose header Token holds the secret: it proves everything. Its body is the department of a chat.
type plain struct {
	parse func(body []byte) (postchat.Event, error)
}

func (plain) Vendor() postchat.Vendor { return "plain" }

func (plain) Authenticate(c webhook.Credentials, secrets []postchat.Secret, _ time.Time) (func([]byte) error, error) {
	if webhook.IsOneOf(secrets, c.Header.Get("Token")) {
		return nil, nil
	}
	return nil, errors.New("wrong token")
}

func (p plain) Parse(_ http.Header, body []byte) (postchat.Event, error) {
	if p.parse != nil {
		return p.parse(body)
	}
	return postchat.Event{Kind: postchat.EventClosed, Type: "closed", Chat: postchat.Chat{
		ConversationID: "conv-1", CloseKey: "k", ClosedAt: evening.Add(-time.Minute), Department: string(body),
	}}, nil
}

func (plain) Answer(w http.ResponseWriter, a webhook.Answer) {
	if a.Problem != nil {
		_, _ = fmt.Fprintf(w, "%s: %v", a.Outcome, a.Problem)
		return
	}
	_, _ = fmt.Fprint(w, a.Outcome)
}

// signed is plain, but the secret stands at the end of the body: only the whole body proves anything.
type signed struct{ plain }

func (signed) Vendor() postchat.Vendor { return "signed" }

func (signed) Authenticate(_ webhook.Credentials, secrets []postchat.Secret, _ time.Time) (func([]byte) error, error) {
	return func(body []byte) error {
		for _, s := range secrets {
			if strings.HasSuffix(string(body), s.Reveal()) {
				return nil
			}
		}
		return errors.New("wrong signature")
	}, nil
}

// unsigned is plain, but the secret stands in the address.
type unsigned struct{ plain }

func (unsigned) Vendor() postchat.Vendor { return "unsigned" }

func (unsigned) Authenticate(c webhook.Credentials, secrets []postchat.Secret, _ time.Time) (func([]byte) error, error) {
	if webhook.IsOneOf(secrets, c.Token) {
		return nil, nil
	}
	return nil, errors.New("wrong token")
}

// newReceiver mounts a receiver with all adapters over the recorder.
func newReceiver(f *fakeRecorder, change func(*webhook.Config)) http.Handler {
	c := webhook.Config{
		Recorder: f, Adapters: []webhook.Adapter{plain{}, signed{}, unsigned{}}, Now: func() time.Time { return evening }, MaxBody: 1 << 20,
	}
	if change != nil {
		change(&c)
	}
	mux := http.NewServeMux()
	receiver := webhook.NewReceiver(c)
	mux.Handle("/hooks/{source}", receiver)
	mux.Handle("/hooks/{source}/{token}", receiver)
	return mux
}

// post sends a body with a token to the source of the tests.
func post(h http.Handler, token postchat.Secret, body io.Reader) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodPost, "/hooks/"+sourceID, body)
	request.Header.Set("Token", token.Reveal())
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request)
	return w
}
