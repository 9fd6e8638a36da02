package delivery_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a plain answer stays as it is", "550 5.1.1 No such user here", "550 5.1.1 No such user here"},
		{"lines become one", "5.7.1 Refused\r\nsee https://mail.example/why\n", "5.7.1 Refused see https://mail.example/why"},
		{"runs of blanks become one blank", "  too \t many\u2028blanks  ", "too many blanks"},
		{"terminal codes lose their escape character", "\x1b[31mred\x1b[0m\x07", "[31mred[0m"},
		{"bad UTF-8 is marked", "caf\xe9", "caf\ufffd"},
		{"text cannot be turned round", "safe\u202etxt.exe\u2066", "safetxt.exe"},
		{"nothing stays nothing", " \r\n ", ""},
		{"secrets are blotted out", "bad key key-123456 for key-123456!", "bad key [secret] for [secret]!"},
		{"a secret cannot hide behind invisible characters", "key-\u200b123\x00456", "[secret]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := delivery.Words(c.text, "", postchat.Secret("key-123456")); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWordsAreCutToALengthThatFits(t *testing.T) {
	got := delivery.Words(strings.Repeat("é", 5000))
	if n := utf8.RuneCountInString(got); n != delivery.MaxWords || !strings.HasSuffix(got, "é…") {
		t.Errorf("got %d characters ending in %q, want %d ending in an ellipsis", n, got[len(got)-6:], delivery.MaxWords)
	}
}
