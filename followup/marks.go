package followup

import (
	"slices"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/sensitive"
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

// SuggestedCovers are the pieces of a transcript's messages that the mail does not show unless somebody lifts them, those that were lifted
// too. There are none where the campaign does not want numbers covered, and none in private notes that are not in the mail.
func SuggestedCovers(campaign postchat.Campaign, source postchat.Source, t postchat.Transcript, s postchat.Submission) []sensitive.Suggestion {
	if !campaign.CoverNumbers {
		return nil
	}
	all := sensitive.Suggestions(t, s.Lifted)
	if source.IncludePrivate || len(all) == 0 {
		return all
	}
	private := make(map[string]bool)
	for _, m := range t.Keyed() {
		private[m.Key] = m.Private
	}
	return slices.DeleteFunc(all, func(c sensitive.Suggestion) bool { return private[c.Message] })
}
