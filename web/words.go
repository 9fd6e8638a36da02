package web

import (
	"embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"golang.org/x/text/language"
)

//go:embed words/*.json
var wordFiles embed.FS

// spoken are the languages of the pages that are made on the server. The first is for those who want none of them.
var spoken = []language.Tag{language.English, language.Dutch, language.German}

var spokenMatcher = language.NewMatcher(spoken)

// words are what the pages say in one language.
type words struct {
	// Tag is the language's, as HTML has it.
	Tag      string
	messages map[string]message
}

// message is what is said under a key, with the {names} of what is put in. Where it counts something it differs for one.
type message struct{ one, other string }

// UnmarshalJSON reads a text, or an object with a text for each way in which the language counts.
func (m *message) UnmarshalJSON(text []byte) error {
	if text[0] == '"' {
		err := json.Unmarshal(text, &m.other)
		m.one = m.other
		return err
	}
	var ways struct{ One, Other string }
	err := json.Unmarshal(text, &ways)
	*m = message{one: ways.One, other: ways.Other}
	return err
}

// allWords are the words of all languages, in the order of spoken.
var allWords = readWords()

func readWords() []*words {
	all := make([]*words, len(spoken))
	for i, tag := range spoken {
		all[i] = &words{Tag: tag.String()}
		file, err := wordFiles.ReadFile("words/" + tag.String() + ".json")
		if err == nil {
			err = json.Unmarshal(file, &all[i].messages)
		}
		if err != nil {
			panic(err) // a broken build
		}
	}
	return all
}

// wordsFor are those of the language that a person has chosen; empty where that is nobody, or they have not: then those of what the
// browser asks for.
func wordsFor(r *http.Request, chosen string) *words {
	_, i := language.MatchStrings(spokenMatcher, chosen, r.Header.Get("Accept-Language"))
	return allWords[i]
}

// Has reports whether something is said under the key.
func (w *words) Has(key string) bool { return w.messages[key] != message{} }

// Say is what is said under the key, with a value in place of each name: pairs are the names, each followed by its value. The
// value of count chooses the plural.
func (w *words) Say(key string, pairs ...any) string {
	m := w.messages[key]
	text := m.other
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == "count" && pairs[i+1] == 1 {
			text = m.one
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%s}", pairs[i]), fmt.Sprint(pairs[i+1]))
	}
	return text
}
