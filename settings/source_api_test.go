package settings_test

import (
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/settings"
	"github.com/postchat/postchat/test/stores"
)

func TestTheLogTellsHowAVendorIsReadAndNeverTheToken(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		e := editor(s)
		source, _, err := e.CreateSource(t.Context(), settings.NewSource{Name: "Woot", Vendor: postchat.VendorChatwoot, DefaultCampaignID: s.ID})
		if err != nil {
			t.Fatal(err)
		}
		for _, change := range []struct {
			api  postchat.SourceAPI
			want string
		}{
			{postchat.SourceAPI{BaseURL: "https://Chat.acme.example/", Account: "2", Token: "one"},
				"source.update api: none -> https://chat.acme.example account 2"},
			{postchat.SourceAPI{BaseURL: "https://chat.acme.example", Account: "2", Token: "two"}, "source.update api: a new token"},
			{postchat.SourceAPI{BaseURL: "https://chat.acme.example", Account: "3"},
				"source.update api: https://chat.acme.example account 2 -> https://chat.acme.example account 3"},
			{postchat.SourceAPI{}, "source.update api: https://chat.acme.example account 3 -> none"},
		} {
			clock.Move(1)
			if _, err := e.UpdateSource(t.Context(), settings.SourceChange{ID: source.ID, API: &change.api}); err != nil {
				t.Fatal(err)
			}
			if got := newest(t, s); got != change.want {
				t.Errorf("the log says %q, want %q", got, change.want)
			}
		}
	})
}
