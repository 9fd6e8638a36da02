package postchat

import (
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// maxFrameOrigins bounds how many origins may frame a source's window.
const maxFrameOrigins = 20

// ParseOrigin reads an origin (RFC 6454) as people type it, such as https://chat.example.com or http://localhost:3000, and returns
// it as browsers write it: in lower case, with the host in ASCII and without the port that its scheme has anyway. What says more
// than an origin does is Invalid, and so are wild cards: each origin that is let in is named.
func ParseOrigin(text string) (string, error) {
	u, err := url.Parse(CleanLine(text))
	switch {
	case strings.Contains(text, "*"):
		return "", Invalidf("", "must be one origin; * is not taken, name each origin")
	case err != nil || u.Host == "" || u.Opaque != "":
		return "", Invalidf("", "must be an origin such as https://chat.example.com")
	case u.Scheme != "https" && u.Scheme != "http":
		return "", Invalidf("", "must begin with https:// (or http://)")
	case u.User != nil:
		return "", Invalidf("", "must not hold a user or a password")
	case u.Path != "" && u.Path != "/" || u.RawQuery != "" || u.ForceQuery || strings.Contains(text, "#"):
		return "", Invalidf("", "must end after the host and the port, as in %s://%s", u.Scheme, u.Host)
	}
	host, err := originHost(u.Hostname())
	if err != nil {
		return "", err
	}
	port, err := originPort(u)
	return u.Scheme + "://" + host + port, err
}

// originHost is a host as it stands in an origin.
func originHost(name string) (string, error) {
	if ip, err := netip.ParseAddr(name); err == nil && ip.Zone() == "" {
		if ip.Is4() {
			return ip.String(), nil
		}
		return "[" + ip.String() + "]", nil
	}
	ascii, err := idna.Lookup.ToASCII(strings.TrimSuffix(name, "."))
	for label := range strings.SplitSeq(ascii, ".") {
		if err != nil || label == "" || len(label) > maxLabel {
			return "", Invalidf("", "has a host that is none: %s", Shorten(name, 80))
		}
	}
	return ascii, nil
}

// originPort is the port of a URL as it stands in an origin, with its colon; empty for the scheme's own.
func originPort(u *url.URL) (string, error) {
	port := u.Port()
	if port == "" && !strings.HasSuffix(u.Host, ":") {
		return "", nil
	}
	number, err := strconv.ParseUint(port, 10, 16)
	if err != nil || number == 0 {
		return "", Invalidf("", "has a port that is none; it must be between 1 and 65535")
	}
	if own := map[string]uint64{"https": 443, "http": 80}[u.Scheme]; number == own {
		return "", nil
	}
	return ":" + strconv.FormatUint(number, 10), nil
}

// CleanOrigins brings origins into the form of ParseOrigin. What is none stays as it is, to be refused by Validate.
func CleanOrigins(origins []string) []string {
	cleaned := make([]string, len(origins))
	for i, origin := range origins {
		cleaned[i] = CleanLine(origin)
		if parsed, err := ParseOrigin(origin); err == nil {
			cleaned[i] = parsed
		}
	}
	return cleaned
}

// origins checks a list of origins, each once and in the form of ParseOrigin.
func (p *problems) origins(field string, origins []string) {
	if len(origins) > maxFrameOrigins {
		p.add(field, "must have at most %d origins", maxFrameOrigins)
		return
	}
	seen := map[string]bool{}
	for i, origin := range origins {
		at := fmt.Sprintf("%s[%d]", field, i)
		parsed, err := ParseOrigin(origin)
		switch {
		case err != nil:
			p.add(at, "%s", err)
		case parsed != origin:
			p.add(at, "must be written as %s", parsed)
		case seen[origin]:
			p.add(at, "is there twice")
		}
		seen[origin] = true
	}
}

// SuggestedFrameOrigins are origins that the source could name as FrameOrigins and does not: that of the API from which transcripts
// are read, where the vendor has its agents' app at the same place.
func (s Source) SuggestedFrameOrigins() []string {
	if s.Vendor != VendorChatwoot || s.API == nil {
		return nil
	}
	u, err := url.Parse(s.API.BaseURL)
	if err != nil {
		return nil
	}
	origin, err := ParseOrigin(u.Scheme + "://" + u.Host)
	if err != nil || slices.Contains(s.FrameOrigins, origin) {
		return nil
	}
	return []string{origin}
}
