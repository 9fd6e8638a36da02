package mail

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/postchat/postchat"
)

// The most bytes of HTML that the starred messages take at the beginning of a mail, and the largest part of what its messages may take
// in all: the chat itself has the rest.
const (
	maxImportant  = 24 << 10
	importantPart = 3
)

// findStarred finds the messages with which the mail begins among those that it may show.
func (a *author) findStarred() {
	keys := a.in.FollowUp.Submission.Starred
	if len(keys) == 0 {
		return
	}
	shown := 0
	for i, key := range a.in.Chat.Transcript.Keys() {
		if a.in.Chat.Transcript[i].Private && !a.in.IncludePrivate {
			continue
		}
		if slices.Contains(keys, key) {
			a.starred = append(a.starred, &a.messages[shown])
		}
		shown++
	}
}

func (a *author) isStarred(m *postchat.Message) bool {
	return len(a.starred) > 0 && slices.Contains(a.starred, m)
}

// writeImportant completes the view with the starred messages whose HTML takes at most room bytes together, and writes that to b.
func (a *author) writeImportant(v *view, b *bytes.Buffer, room int) error {
	room = min(maxImportant, room/importantPart)
	textRoom := max(room/max(len(a.starred), 1)-messageMarkup, minText)
	for i, m := range a.starred {
		shown, start := a.message(m, textRoom), b.Len()
		shown.Starred = false // as its heading says it
		if err := htmlMessage.Execute(b, shown); err != nil {
			return err
		}
		if b.Len() > room && i > 0 {
			b.Truncate(start)
			a.cut = true
			v.MoreImportant = fmt.Sprintf(a.w.MoreInTranscript, len(a.starred)-i)
			return nil
		}
		v.Important = append(v.Important, shown)
	}
	return nil
}
