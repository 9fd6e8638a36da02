package rocketchat

import (
	"encoding/json"
	"strings"

	"github.com/postchat/postchat/webhook/wire"
)

// block is an element of a message that an app built: some text, a row of buttons, a form. Only its texts matter here.
type block struct {
	Type      wire.Text   `json:"type"`
	Title     blockText   `json:"title"`
	Label     blockText   `json:"label"`
	Text      blockText   `json:"text"`
	Fields    []blockText `json:"fields"`
	Elements  []block     `json:"elements"`
	Accessory *block      `json:"accessory"`
}

// blockText is a text in a block: {"type": "mrkdwn", "text": "..."}, a list of these, or the text alone.
type blockText string

// UnmarshalJSON implements json.Unmarshaler. It never fails.
func (t *blockText) UnmarshalJSON(raw []byte) error {
	*t = ""
	switch raw[0] {
	case '"':
		var text wire.Text
		_ = text.UnmarshalJSON(raw)
		*t = blockText(text)
	case '{':
		var one struct {
			Text wire.Text `json:"text"`
		}
		_ = json.Unmarshal(raw, &one) // a Text takes whatever comes
		*t = blockText(one.Text)
	case '[':
		var list []blockText
		_ = json.Unmarshal(raw, &list) // and so does this
		for _, one := range list {
			*t += one
		}
	}
	return nil
}

// readable is the message's text as people read it. Where an app wrote only blocks, Rocket.Chat puts their JSON there.
func readable(text string) string {
	if !strings.HasPrefix(text, "[{") {
		return text
	}
	var blocks []block
	if wire.Decode([]byte(text), &blocks) != nil {
		return text
	}
	var lines []string
	for _, b := range blocks {
		if b.Type == "" {
			return text
		}
		lines = b.appendTexts(lines)
	}
	if len(lines) == 0 {
		return text
	}
	return strings.Join(lines, "\n")
}

func (b block) appendTexts(lines []string) []string {
	for _, text := range append([]blockText{b.Title, b.Label, b.Text}, b.Fields...) {
		if text != "" {
			lines = append(lines, string(text))
		}
	}
	for _, e := range b.Elements {
		lines = e.appendTexts(lines)
	}
	if b.Accessory != nil {
		lines = b.Accessory.appendTexts(lines)
	}
	return lines
}
