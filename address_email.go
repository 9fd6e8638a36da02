package postchat

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// Limits of an e-mail address, in octets of its ASCII form. The host's 253 (RFC 1035) follow from the first.
const (
	maxEmail = 254 // RFC 5321, section 4.5.3.1.3, less the angle brackets
	maxLocal = 64  // RFC 5321, section 4.5.3.1.1
	maxLabel = 63  // RFC 1035, section 2.3.4

	// maxTypedEmail bounds an e-mail as typed, before punycode, whose cost grows with the square of the length.
	maxTypedEmail = 1024
)

var (
	errNoAt      = errors.New("has no @")
	errLongEmail = fmt.Errorf("has an e-mail address of more than %d octets", maxEmail)
)

// parseEmail reads an e-mail address without a name and returns its ASCII form: the part before the @ as typed, the host in
// lower case. What it reads has passed checkVisible.
func parseEmail(text string) (string, error) {
	if scheme := "mailto:"; len(text) >= len(scheme) && strings.EqualFold(text[:len(scheme)], scheme) {
		text = strings.TrimSpace(text[len(scheme):])
		if strings.ContainsAny(text, "?%") {
			return "", errors.New("is a mailto: link with more in it than an address; only the address is wanted")
		}
	}
	if len(text) > maxTypedEmail {
		return "", errLongEmail
	}
	local, host, found := strings.Cut(text, "@")
	switch {
	case !found:
		return "", errNoAt
	case strings.Contains(host, "@"):
		return "", errors.New("has more than one @; addresses need a ; or , or new line between them")
	case strings.Contains(text, `"`):
		return "", errors.New("has double quotes in the address; they can be around a name only")
	case strings.ContainsFunc(text, unicode.IsSpace):
		return "", errors.New("has a blank in the address; a name goes in front, as in Jane <jane@example.com>")
	}
	if err := checkLocal(local); err != nil {
		return "", err
	}
	host, err := parseHost(host)
	if err != nil {
		return "", err
	}
	if email := local + "@" + host; len(email) <= maxEmail {
		return email, nil
	}
	return "", errLongEmail
}

// checkLocal checks the part before the @: a dot-atom (RFC 5322, section 3.2.3), less what ParseAddress refuses.
func checkLocal(local string) error {
	switch {
	case local == "":
		return errors.New("has nothing before the @")
	case local[0] == '-':
		return errors.New("begins with a -, which programs can take for an option")
	case local[0] == '.', local[len(local)-1] == '.', strings.Contains(local, ".."):
		return errors.New("has a dot too many before the @")
	case strings.Contains(local, "=?"):
		return errors.New("has an encoded word (=?) in the address")
	case strings.ContainsAny(local, "%!"):
		return errors.New("has a % or ! before the @, which mail servers can take for a route to another host")
	}
	for _, r := range local {
		if r >= utf8.RuneSelf {
			return fmt.Errorf("has %c before the @; too many mail servers know only plain Latin letters (ASCII) there", r)
		}
		if !isLDH(r) && !strings.ContainsRune("#$&'*+/=^_`{|}~?.", r) {
			return fmt.Errorf("has %c before the @, where it cannot be", r)
		}
	}
	if len(local) > maxLocal {
		return fmt.Errorf("has more than %d octets before the @", maxLocal)
	}
	return nil
}

// parseHost returns a host's ASCII form: letters, digits and hyphens in labels (RFC 1123, section 2.1), at least two of
// them, the last beginning with a letter so that it cannot be read as an IP address (RFC 3696, section 2).
func parseHost(host string) (string, error) {
	switch {
	case host == "":
		return "", errors.New("has nothing after the @")
	case host[0] == '[':
		return "", errors.New("has an IP address after the @; the name of a host is wanted")
	}
	// The words for a broken label are plainer than IDNA's, whose result is as good as it gets after an error.
	ascii, idnaErr := idna.Lookup.ToASCII(host)
	labels := strings.Split(ascii, ".")
	for _, label := range labels {
		if err := checkLabel(label); err != nil {
			return "", err
		}
	}
	switch top := labels[len(labels)-1]; {
	case idnaErr != nil:
		return "", errors.New("has a host that the rules for international domain names (IDNA) do not allow")
	case len(labels) < 2:
		return "", errors.New("has no dot after the @; a whole host name is wanted, such as example.com")
	case top[0] < 'a':
		return "", errors.New("has a host whose last part begins with a digit")
	}
	return ascii, nil
}

func checkLabel(label string) error {
	if label == "" {
		return errors.New("has a dot too many after the @")
	}
	for _, r := range label {
		if !isLDH(r) {
			return fmt.Errorf("has %c after the @, where it cannot be", r)
		}
	}
	if label[0] == '-' || label[len(label)-1] == '-' {
		return errors.New("has a hyphen at the end of a part of its host")
	}
	if len(label) > maxLabel {
		return fmt.Errorf("has a part of its host of more than %d octets", maxLabel)
	}
	return nil
}

// isLDH reports a letter, digit or hyphen of ASCII.
func isLDH(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-'
}
