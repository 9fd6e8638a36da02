package postchat

import "time"

// Fetching is how it stands with a transcript that is fetched from the vendor after the close.
type Fetching struct {
	// Since is when the close arrived. The hold counts from it, and so does for how long the vendor is asked.
	Since time.Time `json:"since"`
	// Attempts counts those that failed, and Words says for people why the last one did.
	Attempts int    `json:"attempts,omitempty"`
	Words    string `json:"words,omitempty"`
	// Then is the state that the follow-up goes on with, and ThenReason its Reason there, where that is not to hold: an operator's
	// OK is awaited again after it was taken back.
	Then       FollowUpState `json:"then,omitempty"`
	ThenReason string        `json:"then_reason,omitempty"`
}

// sentence is what is said of a failure, with the last one's words.
func (f *Fetching) sentence(failure string) string {
	if f == nil || f.Words == "" {
		return failure
	}
	return failure + " (" + f.Words + ")"
}

// fetching is how it stands with the follow-up's transcript, never nil: where nothing was said yet the close arrived when the
// follow-up was made.
func (f *FollowUp) fetching() *Fetching {
	if f.Fetching == nil {
		f.Fetching = &Fetching{Since: f.CreatedAt}
	}
	return f.Fetching
}

// AwaitTranscript has the follow-up wait for the transcript of a chat whose close arrived then: the vendor is asked at once. What
// it waited for is waited for again afterwards; an OK stays.
func (f *FollowUp) AwaitTranscript(closed time.Time) {
	then := Fetching{Since: closed}
	switch {
	case f.State == FollowUpAwaitingOK:
		then.Then, then.ThenReason = f.State, f.Reason
	case f.State == FollowUpAwaitingTranscript && f.Fetching != nil:
		then.Then, then.ThenReason = f.Fetching.Then, f.Fetching.ThenReason
	}
	f.State, f.Reason, f.RunAt, f.Fetching = FollowUpAwaitingTranscript, "", closed, &then
}

// FetchFailed notes that the transcript could not be fetched, and when the vendor is asked next. The reason is one of
// ReasonFetchFailed, ReasonFetchDenied and ReasonRetired; words say for people what happened.
func (f *FollowUp) FetchFailed(reason, words string, next time.Time) {
	fetching := f.fetching()
	fetching.Attempts++
	f.Reason, fetching.Words, f.RunAt = reason, words, next
}

// TranscriptCame ends the wait for the transcript, whether it came or is waited for no longer. The hold counts from the close, and
// the undo delay from OK: either may be over.
func (f *FollowUp) TranscriptCame(now time.Time, hold, undoDelay time.Duration) {
	fetching := *f.fetching()
	f.State, f.Reason, f.RunAt, f.Fetching = FollowUpHolding, "", fetching.Since.Add(hold), nil
	switch {
	case !f.SubmittedAt.IsZero():
		f.RunAt = f.SubmittedAt.Add(undoDelay)
	case fetching.Then != "":
		f.State, f.Reason, f.RunAt = fetching.Then, fetching.ThenReason, now
	}
}

// AwaitOKAfterTranscript has the follow-up wait for an operator's OK, for the reason, as soon as its transcript came.
func (f *FollowUp) AwaitOKAfterTranscript(reason string) {
	fetching := f.fetching()
	fetching.Then, fetching.ThenReason = FollowUpAwaitingOK, reason
}

// Reopen stops the follow-up's clock: the conversation went on, and its next close is still the same chat. It reports whether it
// did: not once OK was pressed or the follow-up was sent.
func (f *FollowUp) Reopen() bool {
	if !f.State.Waiting() || !f.SubmittedAt.IsZero() {
		return false
	}
	f.State, f.Reason, f.RunAt, f.Fetching, f.Decision = FollowUpHolding, ReasonReopened, time.Time{}, nil, nil
	return true
}

// Reopened reports whether the follow-up's conversation goes on, so that it waits for the next close.
func (f FollowUp) Reopened() bool { return f.State == FollowUpHolding && f.Reason == ReasonReopened }
