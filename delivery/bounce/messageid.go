package bounce

import (
	"regexp"
	"strings"
)

// ids are the fields of a returned mail that may hold our Message-ID. Some servers to which mails are handed over put one of
// their own in its place, and keep ours beside it.
var ids = []string{"x-microsoft-original-message-id", "x-google-original-message-id", "message-id"}

// messageIDOf is the Message-ID that a returned mail had when we sent it; empty where it shows none.
func messageIDOf(returned fields) string {
	for _, name := range ids {
		if id := messageID(returned.first(name)); id != "" {
			return id
		}
	}
	return ""
}

// answered is the mail that a mail answers. It stands in for the returned mail's header, which some notices leave out.
func answered(header fields) string {
	if id := messageID(header.first("in-reply-to")); id != "" {
		return id
	}
	// The last one is the mail itself, those before it are what it refers to (RFC 5322, 3.6.4).
	references := header.first("references")
	return messageID(references[strings.LastIndex(references, "<")+1:])
}

var idPattern = regexp.MustCompile(`^[!-;=?A-~]{1,200}@[!-;=?A-~]{1,200}$`)

// messageID reads an id in angle brackets, or without; empty where it is none.
func messageID(value string) string {
	if _, after, found := strings.Cut(value, "<"); found {
		value = after
	}
	value, _, _ = strings.Cut(value, ">")
	if value = strings.TrimSpace(value); !idPattern.MatchString(value) {
		return ""
	}
	return value
}
