package followup

import (
	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// mark reports the marks of an operator's part that are not about the transcript. Else it notes who made the new ones, and completes the
// part with those that stand where it says nothing of them. A chat that has not closed has no transcript, and so nothing to be marked.
func mark(scope *db.Scope, part *postchat.Submission, before postchat.Submission, t postchat.Transcript) error {
	if err := part.MarksFit(t); err != nil {
		return err
	}
	part.SignMarks(before, scope.Actor().Name)
	return nil
}
