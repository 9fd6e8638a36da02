package postchat_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/postchat/postchat"
)

func TestHowToReadFromAVendor(t *testing.T) {
	const good = postchat.Secret("a-good-token")
	for _, test := range []struct {
		name string
		api  postchat.SourceAPI
		want []string // the fields at fault
	}{
		{"an address, an account and a token are fine", postchat.SourceAPI{"https://chat.example.com", "2", good}, nil},
		{"a path, a port and http are too", postchat.SourceAPI{"http://chat.example.com:3000/support", "2", good}, nil},
		{"an address of numbers is too", postchat.SourceAPI{"http://[2001:db8::1]:3000", "2", good}, nil},
		{"nothing is not", postchat.SourceAPI{}, []string{"api.baseUrl", "api.account", "api.token"}},
		{"another scheme is not", postchat.SourceAPI{"ftp://chat.example.com", "2", good}, []string{"api.baseUrl"}},
		{"a file is not", postchat.SourceAPI{"file:///etc/passwd", "2", good}, []string{"api.baseUrl"}},
		{"a name without a scheme is not", postchat.SourceAPI{"chat.example.com", "2", good}, []string{"api.baseUrl"}},
		{"a port alone is not", postchat.SourceAPI{"https://:443", "2", good}, []string{"api.baseUrl"}},
		{"a password is not", postchat.SourceAPI{"https://me:secret@chat.example.com", "2", good}, []string{"api.baseUrl"}},
		{"a query is not", postchat.SourceAPI{"https://chat.example.com?a=b", "2", good}, []string{"api.baseUrl"}},
		{"an empty query is not", postchat.SourceAPI{"https://chat.example.com?", "2", good}, []string{"api.baseUrl"}},
		{"a fragment is not", postchat.SourceAPI{"https://chat.example.com/#x", "2", good}, []string{"api.baseUrl"}},
		{"an empty fragment is not", postchat.SourceAPI{"https://chat.example.com/#", "2", good}, []string{"api.baseUrl"}},
		{"an account that leads elsewhere is not", postchat.SourceAPI{"https://chat.example.com", "../admin", good}, []string{"api.account"}},
		{"nor is one of dots", postchat.SourceAPI{"https://chat.example.com", "..", good}, []string{"api.account"}},
		{"a token of two lines is not", postchat.SourceAPI{"https://chat.example.com", "2", "a\r\nb"}, []string{"api.token"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			source := postchat.Source{Name: "S", Vendor: postchat.VendorChatwoot, DefaultCampaignID: "c", API: &test.api}
			var got []string
			for _, problem := range postchat.Problems(source.Validate()) {
				got = append(got, problem.Field)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got problems on %q, want %q", got, test.want)
			}
		})
	}
}

func TestHowToReadFromAVendorIsCleaned(t *testing.T) {
	api := postchat.SourceAPI{BaseURL: " HTTPS://Chat.Example.COM/Support// ", Account: " 2 ", Token: " tok \n"}
	api.Clean()
	if api != (postchat.SourceAPI{"https://chat.example.com/Support", "2", "tok"}) {
		t.Errorf("got %q %q", api.BaseURL, api.Account)
	}
	for other, same := range map[string]bool{
		"https://chat.example.com": true, "https://chat.example.com/x": true, "http://chat.example.com": false,
		"https://chat.example.com:8443": false, "https://evil.example": false,
	} {
		if api.SameServer(postchat.SourceAPI{BaseURL: other}) != same {
			t.Errorf("%s: same server is not %v", other, same)
		}
	}
	if text := fmt.Sprintf("%v %+v %#v %s", api, api, api, api); strings.Contains(text, "tok") {
		t.Errorf("the token is printed: %s", text)
	}
}
