package postchat_test

import (
	"strings"
	"testing"

	"github.com/postchat/postchat"
)

func TestOriginsAreReadAsPeopleTypeThem(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"https://chat.example.com":        "https://chat.example.com",
		" https://Chat.Example.COM/ ":     "https://chat.example.com",
		"HTTPS://chat.example.com:443":    "https://chat.example.com",
		"http://chat.example.com:80/":     "http://chat.example.com",
		"http://chat.example.com:443":     "http://chat.example.com:443",
		"https://chat.example.com:08443":  "https://chat.example.com:8443",
		"https://bücher.example":          "https://xn--bcher-kva.example",
		"https://chat.example.com.":       "https://chat.example.com",
		"http://localhost:3000":           "http://localhost:3000",
		"http://127.0.0.1:8080":           "http://127.0.0.1:8080",
		"https://[2001:DB8::1]:8443":      "https://[2001:db8::1]:8443",
		"https://[2001:db8:0:0:0:0:0:1]/": "https://[2001:db8::1]",
	} {
		got, err := postchat.ParseOrigin(typed)
		if got != want || err != nil {
			t.Errorf("%q is read as %q (%v), want %q", typed, got, err, want)
		}
		if again, err := postchat.ParseOrigin(got); again != got || err != nil {
			t.Errorf("%q is read as %q (%v)", got, again, err)
		}
	}
}

func TestWhatIsNoOriginIsRefusedInClearWords(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"":                                     "such as https://chat.example.com",
		"chat.example.com":                     "such as https://chat.example.com",
		"null":                                 "such as https://chat.example.com",
		"'self'":                               "such as https://chat.example.com",
		"https://":                             "such as https://chat.example.com",
		"https:chat.example.com":               "such as https://chat.example.com",
		"//chat.example.com":                   "must begin with https://",
		"ftp://chat.example.com":               "must begin with https://",
		"javascript://chat.example.com":        "must begin with https://",
		"https://*.example.com":                "* is not taken",
		"*":                                    "* is not taken",
		"https://dana:secret@chat.example.com": "a user or a password",
		"https://chat.example.com/app/accounts/1":   "as in https://chat.example.com",
		"https://chat.example.com?x":                "as in https://chat.example.com",
		"https://chat.example.com?":                 "as in https://chat.example.com",
		"https://chat.example.com#":                 "as in https://chat.example.com",
		"https://chat.example.com:0":                "between 1 and 65535",
		"https://chat.example.com:":                 "between 1 and 65535",
		"https://chat.example.com:65536":            "between 1 and 65535",
		"https://chat.example.com; script-src *":    "* is not taken",
		"https://chat.example.com; img-src x":       "such as https://chat.example.com",
		"https://chat.example.com,https://b.test":   "must end after the host",
		"https://a.example https://b.example":       "such as https://chat.example.com",
		"https://chat;sandbox":                      "host that is none",
		"https://chat.example.com'self'":            "host that is none",
		"https://[fe80::1%25eth0]":                  "host that is none",
		"https://" + strings.Repeat("a", 64) + ".x": "host that is none",
	} {
		if got, err := postchat.ParseOrigin(typed); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is read as %q (%v), want %q", typed, got, err, want)
		}
	}
}

func TestTheOriginsOfASource(t *testing.T) {
	t.Parallel()
	source := postchat.Source{Name: "Acme chat", Vendor: postchat.VendorPostchat, DefaultCampaignID: "c"}
	for _, test := range []struct {
		name    string
		origins []string
		want    string
	}{
		{"none", nil, ""},
		{"two", []string{"https://chat.example.com", "http://localhost:3000"}, ""},
		{"one twice", []string{"https://chat.example.com", "https://chat.example.com"}, "frameOrigins[1]: is there twice"},
		{"one with a path", []string{"https://a.example", "https://b.example/x"}, "frameOrigins[1]: must end after the host"},
		{"one not cleaned", []string{"https://A.example"}, "frameOrigins[0]: must be written as https://a.example"},
		{"too many", make([]string, 21), "frameOrigins: must have at most 20"},
	} {
		source.FrameOrigins = test.origins
		err := source.Validate()
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
	if got := postchat.CleanOrigins([]string{" https://A.example/", "x y "}); got[0] != "https://a.example" || got[1] != "x y" {
		t.Errorf("cleaned they are %q", got)
	}
}

func TestAChatAppThatIsWhereItsAPIIsIsSuggested(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		source postchat.Source
		want   string
	}{
		{"the app of an API", postchat.Source{Vendor: postchat.VendorChatwoot, API: &postchat.SourceAPI{BaseURL: "https://Chat.Acme.example:443/support"}}, "https://chat.acme.example"},
		{"one that is named already", postchat.Source{
			Vendor: postchat.VendorChatwoot, API: &postchat.SourceAPI{BaseURL: "https://chat.acme.example"}, FrameOrigins: []string{"https://chat.acme.example"},
		}, ""},
		{"no API", postchat.Source{Vendor: postchat.VendorChatwoot}, ""},
		{"an API that is no address", postchat.Source{Vendor: postchat.VendorChatwoot, API: &postchat.SourceAPI{BaseURL: "://x"}}, ""},
		{"another vendor's", postchat.Source{Vendor: postchat.VendorRocketChat, API: &postchat.SourceAPI{BaseURL: "https://chat.acme.example"}}, ""},
	} {
		if got := strings.Join(test.source.SuggestedFrameOrigins(), " "); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
