package auth

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/postchat/postchat"
)

// Limits of a password: NIST SP 800-63B-4 asks for at least 15 characters where nothing else is asked for and calls 8 the
// least of all; 12 is what most people still type. The most is far beyond what people type, and bounds our work.
const (
	MinPassword = 12  // characters, as people count them
	maxPassword = 256 // bytes
)

// guessable are what is tried first: long enough, and still in every attacker's list. Compared in lower case, with all but
// letters and digits dropped.
var guessable = []string{
	"password", "passwort", "wachtwoord", "motdepasse", "postchat", "livechat", "qwertyuiop", "qwertzuiop", "azertyuiop",
	"1q2w3e4r5t6y", "qwerty123456", "letmein", "welcome", "changeme", "administrator", "iloveyou", "abcdefghijkl",
	"01234567890", "1234567890", "0987654321", "9876543210",
}

// maxBeside is how many characters beside something guessable do not make a password yet.
const maxBeside = 5

// checkPassword reports on the field why nobody should have the password: too short, too long, or the first thing that is
// tried for somebody with these names.
func checkPassword(field, password string, names ...string) error {
	switch {
	case utf8.RuneCountInString(password) < MinPassword:
		return postchat.Invalidf(field, "must have at least %d characters", MinPassword).Named(postchat.ErrorPasswordShort)
	case len(password) > maxPassword:
		return postchat.Invalidf(field, "must have at most %d bytes", maxPassword).Named(postchat.ErrorPasswordLong)
	case strings.ContainsRune(password, 0) || !utf8.ValidString(password):
		return postchat.Invalidf(field, "must be text")
	}
	plain := bare(password)
	for _, name := range names {
		local, _, _ := strings.Cut(name, "@")
		for _, known := range []string{bare(name), bare(local)} {
			if len(known) > 2 && isAlmost(plain, known) {
				return postchat.Invalidf(field, "must not be your name or e-mail with little beside it").Named(postchat.ErrorPasswordGuessable)
			}
		}
	}
	for _, known := range guessable {
		if isAlmost(plain, known) {
			return postchat.Invalidf(field, "must not be what everybody tries first").Named(postchat.ErrorPasswordGuessable)
		}
	}
	if kinds(plain) < 4 {
		return postchat.Invalidf(field, "must not be the same few characters over and over").Named(postchat.ErrorPasswordGuessable)
	}
	return nil
}

// isAlmost reports whether nearly nothing of the password is left beside what is known, however often it is in there.
func isAlmost(password, known string) bool {
	rest := strings.ReplaceAll(password, known, "")
	return len(rest) < len(password) && utf8.RuneCountInString(rest) <= maxBeside
}

// bare is the text in lower case without blanks and signs; without any letter or digit, as it is.
func bare(text string) string {
	kept := strings.Map(func(r rune) rune {
		if r < 0x80 && (r < '0' || r > '9') && (r < 'a' || r > 'z') {
			return -1
		}
		return r
	}, strings.ToLower(text))
	if kept == "" {
		return text
	}
	return kept
}

func kinds(text string) int {
	seen := map[rune]bool{}
	for _, r := range text {
		seen[r] = true
	}
	return len(seen)
}

// prepared is the password as it is hashed: in one Unicode form, as keyboards differ (RFC 8265, section 4.2).
func prepared(password string) []byte { return norm.NFC.Bytes([]byte(password)) }
