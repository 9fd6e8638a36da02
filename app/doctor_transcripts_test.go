package app

import (
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestTheDoctorNamesSourcesWhoseVendorsKeepTheirTranscripts(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, reason string
		want         []string
	}{
		{name: "for a while", reason: postchat.ReasonFetchFailed, want: []string{
			"note     transcripts    Acme chat: 2 transcripts awaited, 1 asked for in vain: the chat vendor does not give the transcript yet",
			"(there is no answer)", "Nothing is wrong.",
		}},
		{name: "until somebody acts", reason: postchat.ReasonFetchDenied, want: []string{
			"problem  transcripts    Acme chat: 2 transcripts awaited, 1 asked for in vain: the transcript cannot be fetched until somebody",
			"what to do:", "1 problem found",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := newShell(t)
			contains(t, s.run("token", "create", "x").stdout, "pct_")
			contains(t, s.run("doctor").stdout, "ok       transcripts    no vendor keeps one that it was asked for")
			s.failToFetch(t, test.reason)
			contains(t, s.run("doctor").stdout, test.want...)
		})
	}
}

// failToFetch leaves two chats in the shell's database whose transcripts are awaited; one was asked for in vain.
func (s *shell) failToFetch(t *testing.T, reason string) {
	t.Helper()
	key, err := folder(s.data).key()
	if err != nil {
		t.Fatal(err)
	}
	store, err := db.Open(t.Context(), db.Options{URL: folder(s.data).path(databaseFile), Key: key})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	sample := stores.Sample(t, store)
	var ids []string
	for _, room := range []string{"room-1", "room-2"} {
		event := sample.Close(room)
		event.Fetch = true
		r, err := store.Record(t.Context(), sample.Arrival(event, room))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, r.FollowUpID)
	}
	claimed, err := store.ClaimTranscripts(t.Context(), db.Lease{Owner: "test", Until: postchat.Now().Add(time.Minute)}, ids[:1])
	if err != nil || len(claimed) != 1 {
		t.Fatalf("claimed %d, %v", len(claimed), err)
	}
	result := db.Fetched{Reason: reason, Words: "there is no answer", Next: postchat.Now().Add(time.Minute)}
	if counted, err := store.SaveFetched(t.Context(), "test", claimed[0], result); err != nil || !counted {
		t.Fatalf("saved %t, %v", counted, err)
	}
}
