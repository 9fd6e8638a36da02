package graph

import (
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/postchat/postchat"
)

// The lists that have cursors. Their names in the cursors keep people from making cursors of their own.
const (
	followUpCursor = "follow-up:"
	versionCursor  = "version:"
	eventCursor    = "event:"
	mailCursor     = "mail:"
)

// cursor says where a follow-up is in a list, the newest first.
func cursor(f postchat.FollowUp) string {
	return writeCursor(followUpCursor, strconv.FormatInt(f.Number, 10))
}

// readCursor returns the number of the follow-up that a cursor was made for; 0 for no cursor.
func readCursor(text *string) (int64, error) { return readNumber(followUpCursor, text) }

// writeCursor says where something is in a list.
func writeCursor(list, at string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(list + at))
}

// readPlace returns what a cursor of the list was made for; empty for no cursor.
func readPlace(list string, text *string) (string, error) {
	if text == nil || *text == "" {
		return "", nil
	}
	decoded, err := base64.RawURLEncoding.DecodeString(*text)
	at, ours := strings.CutPrefix(string(decoded), list)
	if err != nil || !ours || at == "" {
		return "", postchat.Invalidf("after", "is not a cursor of this list")
	}
	return at, nil
}

// readNumber is readPlace for a list whose cursors hold numbers; 0 for no cursor.
func readNumber(list string, text *string) (int64, error) {
	at, err := readPlace(list, text)
	if err != nil || at == "" {
		return 0, err
	}
	number, err := strconv.ParseInt(at, 10, 64)
	if err != nil {
		return 0, postchat.Invalidf("after", "is not a cursor of this list")
	}
	return number, nil
}
