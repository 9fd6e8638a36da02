package postchat

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxListItems bounds a list before doubles are folded.
const maxListItems = 1000

// ParseAddressList reads a list of addresses as people type it: each as ParseAddress says, with any number of ; or , or
// line ends between them and around them. Double quotes hold a separator, but not a line end. An empty text is an empty
// list, never nil.
//
// The order is kept. Of addresses with the same Key the first stays, with the first name that any of them has.
//
// Every item that is no address is reported, with its position counted from 1; nothing is returned then. The error joins
// one Error of kind Invalid, and of the rule ErrorAddress, for each. A text over 64 KiB or with more than 1,000 items is refused whole.
func ParseAddressList(text string) ([]Address, error) {
	if len(text) > maxAddressText {
		return nil, Invalidf("", "the list of addresses is longer than 64 KiB")
	}
	items := splitItems(text)
	if len(items) > maxListItems {
		return nil, Invalidf("", "the list has %d addresses; at most %d can be in one list", len(items), maxListItems)
	}
	list := newAddressSet(len(items))
	var p problems
	for i, item := range items {
		a, err := parseItem(item)
		if err != nil {
			bad := Invalidf("", "item %d, %s, %v%s", i+1, excerpt(item), err, hint(err, len(items)))
			p.errs = append(p.errs, bad.Named(ErrorAddress))
			continue
		}
		list.add(a)
	}
	if err := p.err(); err != nil {
		return nil, err
	}
	return list.list, nil
}

// addressSet is a list without doubles: of addresses with the same Key the first stays, with the first name that any has.
type addressSet struct {
	list   []Address
	places map[string]int
}

func newAddressSet(size int) *addressSet {
	return &addressSet{list: make([]Address, 0, size), places: make(map[string]int, size)}
}

func (s *addressSet) add(a Address) {
	place, double := s.places[a.Key()]
	switch {
	case !double:
		s.places[a.Key()] = len(s.list)
		s.list = append(s.list, a)
	case s.list[place].Name == "":
		s.list[place].Name = a.Name
	}
}

// FormatAddressList joins the addresses by "; ", as people type them. ParseAddressList reads it back to the same list, less
// doubles.
func FormatAddressList(list []Address) string {
	texts := make([]string, len(list))
	for i, a := range list {
		texts[i] = a.String()
	}
	return strings.Join(texts, "; ")
}

// hint helps with the likeliest cause of an item without @ among others: Doe, Jane <jane@example.com>.
func hint(err error, items int) string {
	if items > 1 && errors.Is(err, errNoAt) {
		return "; a name that holds a , or ; must be in double quotes"
	}
	return ""
}

func splitItems(text string) []string {
	var items []string
	for more := true; more; {
		var item string
		if item, text, more = cutItem(text); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// cutItem cuts text at its first separator, as strings.Cut does, and trims the padding of the item before it.
func cutItem(text string) (item, rest string, found bool) {
	var q quotes
	for i, r := range text {
		plain := q.next(r) == plainText
		if isLineEnd(r) || plain && (r == ';' || r == ',') {
			return strings.TrimFunc(text[:i], isPadding), text[i+utf8.RuneLen(r):], true
		}
	}
	return strings.TrimFunc(text, isPadding), "", false
}

// isLineEnd reports whether r ends a line: the newline functions of the Unicode Standard, section 5.8.
func isLineEnd(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// isPadding says what is cut from the ends of an address: white space, and the invisible format characters that chat
// programs and word processors put around what is copied from them.
func isPadding(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// quotes follows double quotes, and backslashes inside them, through a text.
type quotes struct{ open, escaped bool }

type quoting int

const (
	plainText  quoting = iota // outside quotes
	quotedText                // inside quotes
	quoteMark                 // a quote, or the backslash before a character taken as it is
)

// next takes the next character and says what it is.
func (q *quotes) next(r rune) quoting {
	switch {
	case q.escaped:
		q.escaped = false
		return quotedText
	case q.open && r == '\\':
		q.escaped = true
		return quoteMark
	case r == '"':
		q.open = !q.open
		return quoteMark
	case q.open:
		return quotedText
	}
	return plainText
}
