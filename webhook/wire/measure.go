package wire

import (
	"bytes"

	"github.com/postchat/postchat"
)

// Limits of a document. A message of any vendor has fewer than 20 values in 5 objects and lists, so that the longest
// transcript fits.
const (
	maxLevels     = 100
	maxEntries    = postchat.MaxMessages
	maxContainers = 5 * postchat.MaxMessages
	maxValues     = 20 * postchat.MaxMessages
)

// measure refuses a document that would cost far more memory than its bytes: two bytes of a list of zeros become hundreds
// as a list of messages. It looks at brackets, commas and quotes only; whether they are JSON is for others to say.
func measure(body []byte) error {
	var entries [maxLevels + 1]int
	level, containers, values := 0, 0, 0
	for i := 0; i < len(body); i++ {
		switch body[i] {
		case '"':
			i += stringLength(body[i:]) - 1
		case '{', '[':
			if level++; level > maxLevels {
				return postchat.Invalidf("", "the body has more than %d levels", maxLevels)
			}
			if containers++; containers > maxContainers {
				return postchat.Invalidf("", "the body has more than %d objects and lists", maxContainers)
			}
			entries[level] = 0
		case '}', ']':
			level = max(level-1, 0)
		case ',':
			if entries[level]++; entries[level] >= maxEntries {
				return postchat.Invalidf("", "the body has a list with more than %d entries", maxEntries)
			}
			if values++; values >= maxValues {
				return postchat.Invalidf("", "the body has more than %d values", maxValues)
			}
		}
	}
	return nil
}

// stringLength is the length of the JSON string that s begins with, its quotes included; all of s where it never ends.
func stringLength(s []byte) int {
	for end := 1; ; end++ {
		quote := bytes.IndexByte(s[end:], '"')
		if quote < 0 {
			return len(s)
		}
		end += quote
		escapes := 0
		for s[end-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return end + 1
		}
	}
}
