package postchat

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Address is one mailbox: an optional display name and an e-mail address in ASCII form (international hosts in punycode).
// ParseAddress and ParseAddressList make it; Validate checks one that came another way.
type Address struct {
	Name  string `json:"name,omitempty"`
	Email string `json:"email"`
}

// maxAddressText bounds what is read at all, in octets: one address or a list.
const maxAddressText = 64 << 10

// ParseAddress reads one address as people type or paste it: jane@example.com or Jane Doe <jane@example.com>.
//
// It is kind to what pastes bring: white space and invisible characters at the ends, mailto: before the e-mail, blanks
// inside the angle brackets, a name that only repeats the e-mail (dropped). A name may be in double quotes, where a
// backslash takes the next character as it is; it must be where it holds one of , ; : @ < > and has at most 120 characters.
// Runs of white space in it become one blank. Round brackets are part of a name, never a comment.
//
// It refuses, on purpose, more than RFC 5322 does: quoted and non-ASCII parts before the @ (too few servers take RFC 6531),
// % and ! there (old servers take them for routes), a leading - (programs take it for an option), encoded words (=?...?=),
// comments after the address, groups, source routes, IP addresses and hosts without a dot, hosts that IDNA's lookup profile
// (UTS 46, not transitional) refuses, invisible and bidirectional characters, and line ends even at the ends of the text.
//
// The error is an Error of kind Invalid without a field. Its message shows the start of the text, with hidden characters
// made visible.
func ParseAddress(text string) (Address, error) {
	a, err := parseOne(text)
	if err != nil {
		return Address{}, Invalidf("", "%s %v", excerpt(text), err)
	}
	return a, nil
}

// Validate reports an address that ParseAddress cannot have returned: one from JSON, a file or a database that is no
// address, or whose e-mail is not in the form in which addresses are compared.
func (a Address) Validate() error {
	parsed, err := ParseAddress(a.String())
	if err != nil {
		return err
	}
	switch {
	case parsed.Email != a.Email:
		return Invalidf("", "the e-mail %s must be written %s", excerpt(a.Email), excerpt(parsed.Email))
	case parsed.Name != a.Name:
		return Invalidf("", "the name %s must be written %s", excerpt(a.Name), excerpt(parsed.Name))
	}
	return nil
}

// String returns jane@example.com, or Jane Doe <jane@example.com> with the name in double quotes where RFC 5322 wants them.
// ParseAddress reads it back to an equal address.
func (a Address) String() string {
	switch {
	case a.Name == "":
		return a.Email
	case strings.ContainsAny(a.Name, `()<>[]:;@\,"`):
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(a.Name) + `" <` + a.Email + ">"
	}
	return a.Name + " <" + a.Email + ">"
}

// Key returns what makes two addresses the same: the e-mail in lower case. RFC 5321, section 2.4, lets a server tell
// Jane@example.com from jane@example.com, but hardly any does, while people type both for one mailbox: two mails to one
// person are the likelier harm. Mail still goes to the address as typed.
func (a Address) Key() string { return strings.ToLower(a.Email) }

func parseOne(text string) (Address, error) {
	if len(text) > maxAddressText {
		return Address{}, errors.New("is longer than 64 KiB")
	}
	if strings.ContainsFunc(text, isLineEnd) {
		return Address{}, errors.New("holds a line end; one address in one line is wanted here")
	}
	item, _, more := cutItem(text)
	if more {
		return Address{}, errors.New("holds a , or ; that is not in double quotes; one address is wanted here")
	}
	if item == "" {
		return Address{}, errors.New("holds no address")
	}
	return parseItem(item)
}

// parseItem reads one address that has no padding at its ends and no line end or separator outside double quotes.
// Its errors finish a sentence that begins with the item.
func parseItem(item string) (Address, error) {
	if err := checkVisible(item); err != nil {
		return Address{}, err
	}
	name, plain, rest, err := cutName(item)
	if err != nil {
		return Address{}, err
	}
	inside, angled := strings.CutPrefix(rest, "<")
	if !angled {
		email, err := parseEmail(item)
		return Address{Email: email}, err
	}
	inside, after, closed := strings.Cut(inside, ">")
	if !closed {
		return Address{}, errors.New("has a < without its >")
	}
	if after != "" {
		return Address{}, errors.New("goes on after the >; the next address needs a ; or , or new line before it")
	}
	email, err := parseEmail(strings.TrimSpace(inside))
	if err != nil {
		return Address{}, err
	}
	if repeated, err := parseEmail(strings.Trim(name, "'")); err == nil && strings.EqualFold(repeated, email) {
		return Address{Email: email}, nil
	}
	return Address{Name: name, Email: email}, checkName(name, plain)
}

// cutName cuts an item in front of its first < outside double quotes. It returns the name before that without quotes and
// with its white space folded, the part of the name that was typed outside quotes, and the rest from the < on.
// Where there is no such <, rest is empty.
func cutName(item string) (name, plain, rest string, err error) {
	var all, outside strings.Builder
	var q quotes
	for i, r := range item {
		switch q.next(r) {
		case quoteMark:
			continue
		case plainText:
			if r == '<' {
				return strings.Join(strings.Fields(all.String()), " "), outside.String(), item[i:], nil
			}
			outside.WriteRune(r)
		case quotedText:
		}
		all.WriteRune(r)
	}
	if q.open {
		return "", "", "", errors.New(`has a double quote (") that is never closed`)
	}
	return "", "", "", nil
}

// checkName applies the rules for names; plain is the part that was typed outside double quotes.
func checkName(name, plain string) error {
	if i := strings.IndexAny(plain, ":@>"); i >= 0 {
		return fmt.Errorf("has a %c in its name; such a name must be in double quotes", plain[i])
	}
	if strings.Contains(name, "=?") {
		return errors.New("has an encoded word (=?) in its name; the name must be written as it reads")
	}
	if utf8.RuneCountInString(name) > maxNameLength {
		return fmt.Errorf("has a name of more than %d characters", maxNameLength)
	}
	return nil
}

// checkVisible refuses hidden characters, but for white space.
func checkVisible(text string) error {
	if !utf8.ValidString(text) {
		return errors.New("is not valid UTF-8")
	}
	for _, r := range text {
		switch {
		case !isHidden(r), unicode.IsSpace(r):
		case unicode.IsControl(r):
			return fmt.Errorf("holds the control character %U", r)
		default:
			return fmt.Errorf("holds the invisible character %U", r)
		}
	}
	return nil
}

// isHidden reports what people cannot see, what changes how its neighbours are shown, and white space other than a blank.
func isHidden(r rune) bool {
	return !unicode.IsPrint(r) || r == '\u2800' || // a Braille cell without dots
		unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// excerpt quotes the start of a text, at most 60 characters of it, with hidden characters and broken bytes made visible.
func excerpt(text string) string {
	const length = 60
	var shown strings.Builder
	for _, r := range Shorten(text, length) {
		if isHidden(r) {
			fmt.Fprintf(&shown, "[%U]", r)
		} else {
			shown.WriteRune(r)
		}
	}
	return "“" + Shorten(shown.String(), length) + "”"
}
