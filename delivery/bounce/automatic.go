package bounce

import (
	"regexp"
	"slices"
	"strings"
)

// automaticFields are set by those who answer by machine, before and beside RFC 3834.
var automaticFields = []string{"x-autoreply", "x-autorespond", "x-autoresponse", "x-auto-response-suppress", "list-id"}

// automaticPrecedences are those of mails that no person wrote.
var automaticPrecedences = []string{"auto_reply", "auto-reply", "bulk", "junk", "list"}

var submittedWord = regexp.MustCompile(`^[A-Za-z-]+`) // Remarks and parameters may follow (RFC 3834, 5).

// isAutomatic reports whether a mail says that no person wrote it (RFC 3834, 5 and 3.1.8). What its subject says proves
// nothing: people write about holidays too.
func isAutomatic(header fields, p *parts) bool {
	if word := submittedWord.FindString(header.first("auto-submitted")); word != "" && !strings.EqualFold(word, "no") {
		return true
	}
	if slices.Contains(automaticPrecedences, strings.ToLower(header.first("precedence"))) {
		return true
	}
	// Mailgun, too, notes the envelope's sender in a field.
	for _, name := range []string{"return-path", "x-envelope-from"} {
		if header.first(name) == "<>" {
			return true
		}
	}
	return p.receipt || slices.ContainsFunc(automaticFields, func(name string) bool { return header.first(name) != "" })
}
