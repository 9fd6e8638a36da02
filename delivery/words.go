package delivery

import (
	"strings"
	"unicode"

	"github.com/postchat/postchat"
)

// MaxWords is how many characters of a server's words are kept.
const MaxWords = 300

const hidden = "[secret]"

// Words makes what a mail server or provider said fit to be kept and shown: one line of clean text, at most MaxWords
// characters long, without invisible characters that could turn the text round, and with each of the secrets blotted out.
func Words(text string, secrets ...postchat.Secret) string {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, postchat.CleanLine(text))
	for _, s := range secrets {
		if s != "" {
			text = strings.ReplaceAll(text, s.Reveal(), hidden)
		}
	}
	return postchat.Shorten(text, MaxWords)
}
