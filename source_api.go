package postchat

import (
	"net/url"
	"strings"
)

// SourceAPI is how to read from the vendor of a source that keeps the transcripts.
type SourceAPI struct {
	// BaseURL is where the vendor's server is, as people see it in their browser, without a slash at its end.
	BaseURL string
	// Account is the vendor's name or number for the account there.
	Account string
	// Token lets us in. It is sent to BaseURL and nowhere else, and can never be read back.
	Token Secret
}

// String is the address and the account, without the token.
func (a SourceAPI) String() string { return a.BaseURL + " account " + a.Account }

// HasToken reports whether there is a token.
func (a SourceAPI) HasToken() bool { return a.Token != "" }

// Clean brings the texts into the form in which they are stored.
func (a *SourceAPI) Clean() {
	a.BaseURL, a.Account = strings.TrimRight(CleanLine(a.BaseURL), "/"), CleanLine(a.Account)
	a.Token = Secret(strings.TrimSpace(a.Token.Reveal()))
	if u, err := url.Parse(a.BaseURL); err == nil && u.Host != "" {
		u.Scheme, u.Host = strings.ToLower(u.Scheme), strings.ToLower(u.Host)
		a.BaseURL = u.String()
	}
}

// SameServer reports whether both are on one server, so that a token for the one may be sent to the other.
func (a SourceAPI) SameServer(other SourceAPI) bool {
	one, err := url.Parse(a.BaseURL)
	two, otherErr := url.Parse(other.BaseURL)
	return err == nil && otherErr == nil && one.Scheme == two.Scheme && one.Host == two.Host
}

// Limits of what is needed to read from a vendor, in bytes.
const (
	maxAPIURL     = 500
	maxAPIAccount = 100
	maxAPIToken   = 4096
)

// api checks how to read from a vendor. The problems are on the fields baseUrl, account and token below field.
func (p *problems) api(field string, a SourceAPI) {
	p.baseURL(field+".baseUrl", a.BaseURL)
	switch {
	case a.Account == "":
		p.add(field+".account", "must not be empty")
	case len(a.Account) > maxAPIAccount || strings.ContainsAny(a.Account, "/?#%") || strings.Trim(a.Account, ".") == "":
		p.add(field+".account", "must be the vendor's name or number for the account, such as 1")
	}
	token := a.Token.Reveal()
	switch {
	case token == "":
		p.add(field+".token", "must not be empty")
	case len(token) > maxAPIToken || strings.ContainsFunc(token, func(r rune) bool { return r <= ' ' || r > '~' }):
		p.add(field+".token", "must be at most %d visible ASCII characters", maxAPIToken)
	}
}

// baseURL checks the address of a vendor's server: nothing in it may lead elsewhere, or be a secret that is shown.
func (p *problems) baseURL(field, text string) {
	u, err := url.Parse(text)
	switch {
	case text == "":
		p.add(field, "must not be empty")
	case err != nil || u.Host == "" || u.Hostname() == "" || u.Opaque != "" || len(text) > maxAPIURL:
		p.add(field, "must be an address such as https://chat.example.com")
	case u.Scheme != "https" && u.Scheme != "http":
		p.add(field, "must begin with https:// (or http://)")
	case u.User != nil:
		p.add(field, "must not hold a user or a password")
	case u.RawQuery != "" || u.ForceQuery || strings.Contains(text, "#"):
		p.add(field, "must not have a ? or a # in it")
	case strings.HasSuffix(text, "/"):
		p.add(field, "must not end with a slash")
	}
}
