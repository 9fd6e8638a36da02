package story_test

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// visible is what a reader sees of a page, as text.
func visible(page string) string {
	var text strings.Builder
	hidden := 0
	for tokens := html.NewTokenizer(strings.NewReader(page)); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			return text.String()
		case html.StartTagToken:
			if isHidden(tokens) {
				hidden++
			}
			text.WriteByte(' ')
		case html.EndTagToken:
			if isHidden(tokens) {
				hidden--
			}
			text.WriteByte(' ')
		case html.TextToken:
			if hidden == 0 {
				text.Write(tokens.Text())
			}
		}
	}
}

func isHidden(tokens *html.Tokenizer) bool {
	name, _ := tokens.TagName()
	switch atom.Lookup(name) {
	case atom.Style, atom.Title, atom.Script:
		return true
	}
	return false
}
