package mail

import (
	"bytes"
	"mime"
	"strings"

	"github.com/postchat/postchat"
)

// Limits of a header, in octets.
const (
	maxLine = 76 // what RFC 2047, section 2, allows for lines with encoded words; RFC 5322, section 2.1.1, asks for 78
	maxWord = 64 // what is left for the first word after the name of a field. RFC 2047 allows 75 for an encoded one
	maxAtom = 60 // a longer word or quoted name is encoded instead, as that can be folded
)

// writeField writes a header field whose tokens are separated by blanks, and folds it between them where a line would get
// too long. Tokens hold only printable ASCII: mailboxes and encodeText see to it.
func writeField(b *bytes.Buffer, name string, tokens ...string) {
	b.WriteString(name)
	b.WriteByte(':')
	column := len(name) + 1
	for i, token := range tokens {
		if i > 0 && column+1+len(token) > maxLine {
			b.WriteString("\r\n")
			column = 0
		}
		b.WriteByte(' ')
		b.WriteString(token)
		column += 1 + len(token)
	}
	b.WriteString("\r\n")
}

// mailboxes are the tokens of an address list (RFC 5322, section 3.4).
func mailboxes(list ...postchat.Address) []string {
	tokens := make([]string, 0, 2*len(list))
	for i, address := range list {
		mailbox := address.Email
		if name := oneLine(address.Name); name != "" {
			tokens = append(tokens, encodePhrase(name)...)
			mailbox = "<" + address.Email + ">"
		}
		if i < len(list)-1 {
			mailbox += ","
		}
		tokens = append(tokens, mailbox)
	}
	return tokens
}

// encodePhrase are the tokens of a display name: as it is where its words are atoms, in quotes where it is ASCII, else
// encoded.
func encodePhrase(name string) []string {
	switch {
	case len(name) > maxAtom || strings.Contains(name, "=?") || !isPlainLine(name):
		return encodeWords(name)
	case strings.Trim(name, atomCharacters+" ") == "":
		return strings.Split(name, " ")
	}
	return []string{`"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(name) + `"`}
}

const atomCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~"

// encodeText are the tokens of unstructured text, which is one line. Words are left as they are where they can be; runs of
// other words are encoded together, as a decoder drops the white space between two encoded words (RFC 2047, section 6.2).
func encodeText(text string) []string {
	var tokens, run []string
	for word := range strings.SplitSeq(text, " ") {
		if len(word) > maxAtom || strings.Contains(word, "=?") || !isPlainLine(word) {
			run = append(run, word)
			continue
		}
		if run != nil {
			tokens, run = append(tokens, encodeWords(strings.Join(run, " "))...), nil
		}
		tokens = append(tokens, word)
	}
	if run != nil {
		tokens = append(tokens, encodeWords(strings.Join(run, " "))...)
	}
	return tokens
}

// encodeWords are the encoded words of a text (RFC 2047): Q, UTF-8, each of at most maxWord octets and none ending inside of
// a character. Only letters and digits stand as they are, which is right in a display name too. The standard library's
// encoder leaves ASCII alone, even what looks like an encoded word and would be shown decoded.
func encodeWords(text string) []string {
	const open, end, hex = "=?utf-8?q?", "?=", "0123456789ABCDEF"
	const room = maxWord - len(open) - len(end)
	var words []string
	word := make([]byte, 0, room)
	for _, r := range text {
		letter := string(r)
		width := len(letter) * len("=00")
		if isWordCharacter(r) || r == ' ' {
			width = 1
		}
		if len(word)+width > room {
			words = append(words, open+string(word)+end)
			word = word[:0]
		}
		switch {
		case r == ' ':
			word = append(word, '_')
		case width == 1:
			word = append(word, letter[0])
		default:
			for i := range len(letter) {
				word = append(word, '=', hex[letter[i]>>4], hex[letter[i]&15])
			}
		}
	}
	return append(words, open+string(word)+end)
}

func isWordCharacter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// decodeField is the text of a field's value; what cannot be decoded stays as it is.
func decodeField(value string) string {
	var decoder mime.WordDecoder
	if text, err := decoder.DecodeHeader(value); err == nil {
		return text
	}
	return value
}
