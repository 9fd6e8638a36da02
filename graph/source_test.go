package graph_test

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

const rotateSecret = `mutation($input: RotateSourceSecretInput!) { rotateSourceSecret(input: $input) { secret source { secrets { expiresAt } } } }`

func TestASecretIsRotatedWithoutLosingAChat(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		valid := func() []postchat.Secret {
			source, err := s.Scope.Source(t.Context(), s.Source.ID)
			if err != nil {
				t.Fatal(err)
			}
			return source.ValidSecrets(clock.Now())
		}
		var rotated struct {
			RotateSourceSecret struct {
				Secret string
				Source struct {
					Secrets []struct{ ExpiresAt *time.Time }
				}
			}
		}
		a.must(&rotated, rotateSecret, object{"input": object{"source": s.Source.ID, "keepOldFor": 3600}})
		secrets := rotated.RotateSourceSecret.Source.Secrets
		if len(secrets) != 2 || secrets[0].ExpiresAt != nil || !secrets[1].ExpiresAt.Equal(clock.Now().Add(time.Hour)) {
			t.Errorf("the secrets are %+v", secrets)
		}
		if v := valid(); len(v) != 2 || v[0].Reveal() != rotated.RotateSourceSecret.Secret || v[1] != s.Source.Secrets[0].Value {
			t.Errorf("%d secrets are valid: want the new one and the old one", len(v))
		}
		clock.Move(time.Hour)
		if v := valid(); len(v) != 1 {
			t.Errorf("%d secrets are valid after an hour, want the new one alone", len(v))
		}

		for range 4 {
			a.must(nil, rotateSecret, object{"input": object{"source": s.Source.ID}})
		}
		a.refused(rotateSecret, object{"input": object{"source": s.Source.ID}}, "CONFLICT")
		a.must(nil, rotateSecret, object{"input": object{"source": s.Source.ID, "keepOldFor": 0}})
		if v := valid(); len(v) != 1 {
			t.Errorf("%d secrets are valid after the old ones were withdrawn", len(v))
		}
	})
}

func TestASourceShowsWhatItsVendorSent(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		record(t, store, s.Arrival(s.Close("room-1", "lead"), "one"))
		clock.Move(time.Second)
		record(t, store, s.Arrival(s.Close("room-1", "lead"), "one"))
		broken := s.Arrival(s.Close("room-2"), "not JSON")
		broken.Event, broken.Problem = nil, "The body is not JSON."
		record(t, store, broken)
		if err := store.CountIgnored(t.Context(), s.Source, "LivechatSessionTaken", time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)); err != nil {
			t.Fatal(err)
		}
		var shown map[string]any
		a.must(&shown, `query($id: ID!) { source(id: $id) {
			all: lastEvents { type outcome problem repeats chat { visitor { name } } }
			newest: lastEvents(first: 1) { outcome }
			ignored { type count lastAt }
		} }`, object{"id": s.Source.ID})
		compare(t, shown, `{"source": {
			"all": [
				{"type": "", "outcome": "NEEDS_ATTENTION", "problem": "The body is not JSON.", "repeats": 0, "chat": null},
				{"type": "chat.closed", "outcome": "RECORDED", "problem": "", "repeats": 1, "chat": {"visitor": {"name": "Ines Moreau"}}}
			],
			"newest": [{"outcome": "NEEDS_ATTENTION"}],
			"ignored": [{"type": "LivechatSessionTaken", "count": 1, "lastAt": "2026-11-25T09:00:00Z"}]
		}}`)
		a.refused(`{ sources { lastEvents(first: 101) { id } } }`, nil, "INVALID first")
	})
}

func TestASourceIsChangedInPart(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		const update = `mutation($input: UpdateSourceInput!) { updateSource(input: $input) { source { name hold includePrivate rules { field value } } } }`
		var changed map[string]any
		a.must(&changed, update, object{"input": object{
			"id": s.Source.ID, "hold": 90, "includePrivate": true, "rules": []object{{"field": "PAGE", "value": " acme.example/de ", "campaign": s.ID}},
		}})
		compare(t, changed, `{"updateSource": {"source": {
			"name": "Acme chat", "hold": 90, "includePrivate": true, "rules": [{"field": "PAGE", "value": "acme.example/de"}]
		}}}`)
		a.must(&changed, update, object{"input": object{"id": s.Source.ID, "name": "Acme", "rules": []object{}}})
		compare(t, changed, `{"updateSource": {"source": {"name": "Acme", "hold": 90, "includePrivate": true, "rules": []}}}`)
	})
}

// record records a webhook's arrival, whatever comes of it.
func record(t *testing.T, store *db.Store, arrival postchat.Arrival) postchat.Recorded {
	t.Helper()
	r, err := store.Record(t.Context(), arrival)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
