package postchat

import "time"

// Fetching is how it stands with a transcript that is fetched from the vendor after the close, and with what waits for it. Of a
// follow-up whose conversation was opened again only ReopenedAt and Then count.
type Fetching struct {
	// Since is when the close arrived. The hold counts from it, and so does for how long the vendor is asked.
	Since time.Time `json:"since,omitzero"`
	// Attempts counts those that failed, and Words says for people why the last one did.
	Attempts int    `json:"attempts,omitempty"`
	Words    string `json:"words,omitempty"`
	// ReopenedAt is when the conversation was opened again, by the vendor's clock, of a follow-up that waits for its next close.
	ReopenedAt time.Time `json:"reopened_at,omitzero"`
	// Then is the state that the follow-up goes on with, and ThenReason its Reason there, where that is not to hold: an operator's
	// OK is awaited again after it was taken back.
	Then       FollowUpState `json:"then,omitempty"`
	ThenReason string        `json:"then_reason,omitempty"`
}

// With is a sentence on a failure with the last one's words, where there are any.
func (f *Fetching) With(failure string) string {
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

// FetchingSince is when the close arrived for which the transcript is fetched.
func (f FollowUp) FetchingSince() time.Time { return f.fetching().Since }

// AsksAt is when the vendor is asked for the transcript next; zero where it is not awaited.
func (f FollowUp) AsksAt() time.Time {
	if f.State == FollowUpAwaitingTranscript {
		return f.RunAt
	}
	return time.Time{}
}

// Attempt is the number of the next attempt to fetch the transcript, from 1.
func (f FollowUp) Attempt() int { return f.fetching().Attempts + 1 }

// AwaitTranscript has the follow-up wait for the transcript of a chat whose close arrived then: the vendor is asked at once. What
// it waited for is waited for again afterwards; an OK stays.
func (f *FollowUp) AwaitTranscript(closed time.Time) {
	then := f.afterwards()
	then.Since = closed
	f.State, f.Reason, f.RunAt, f.Fetching = FollowUpAwaitingTranscript, "", closed, &then
}

// afterwards is what the follow-up goes on with once its chat is whole, with nothing else.
func (f *FollowUp) afterwards() Fetching {
	switch {
	case f.State == FollowUpAwaitingOK:
		return Fetching{Then: f.State, ThenReason: f.Reason}
	case f.Fetching != nil:
		return Fetching{Then: f.Fetching.Then, ThenReason: f.Fetching.ThenReason}
	}
	return Fetching{}
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
	f.goOn(now, f.fetching().Since.Add(hold))
	if !f.SubmittedAt.IsZero() {
		f.State, f.Reason, f.RunAt = FollowUpHolding, "", f.SubmittedAt.Add(undoDelay)
	}
}

// goOn has the follow-up of a chat that is whole hold until then, or wait again for what it waited for.
func (f *FollowUp) goOn(now, held time.Time) {
	then := f.afterwards()
	f.State, f.Reason, f.RunAt, f.Fetching = FollowUpHolding, "", held, nil
	if then.Then != "" {
		f.State, f.Reason, f.RunAt = then.Then, then.ThenReason, now
	}
}

// AwaitOKAfterTranscript has a follow-up that waits for its transcript wait for an operator's OK afterwards, for the reason.
func (f *FollowUp) AwaitOKAfterTranscript(reason string) {
	fetching := f.fetching()
	fetching.Then, fetching.ThenReason = FollowUpAwaitingOK, reason
}

// SendWithoutTranscript ends the wait for the transcript: the follow-up is due with what there is.
func (f *FollowUp) SendWithoutTranscript(now time.Time) {
	f.State, f.Reason, f.RunAt, f.Fetching = FollowUpHolding, "", now, nil
}

// NothingNew ends the wait where the conversation was closed again without a word: the chat goes to nobody.
func (f *FollowUp) NothingNew(now time.Time) {
	f.State, f.Reason, f.RunAt, f.Fetching, f.RoutedAt = FollowUpNotForwarded, ReasonNothingNew, time.Time{}, nil, now
}

// Untouched reports whether no operator has worked on the follow-up.
func (f FollowUp) Untouched() bool {
	s := f.Submission
	undone := f.Fetching != nil && f.Fetching.Then != ""
	return f.SubmittedAt.IsZero() && !undone && len(s.Codes) == 0 && len(s.Extra) == 0 && s.Note == "" && !s.Urgent
}

// MayMove reports whether what is fetched may show that the chat belongs to another campaign: it was not fetched before, and
// nobody has pressed OK for the campaign that it is in.
func (f FollowUp) MayMove() bool {
	return f.SubmittedAt.IsZero() && f.FetchingSince().Equal(f.CreatedAt)
}

// Closing is a close of a chat that had closed before.
type Closing struct {
	// At is when the chat closed, by the vendor's clock, and Arrived when that was heard.
	At, Arrived time.Time
	// Hold is its source's.
	Hold time.Duration
	// Another says that it has another key than the close before: else it is the same with more to say, or one without a word.
	Another bool
	// Fetch says that the transcript is to be fetched for it.
	Fetch bool
}

// ClosedAgain has a follow-up that was not sent yet know of another close of its chat, or of the same with more to say. It reports
// whether that changes anything.
func (f *FollowUp) ClosedAgain(c Closing) bool {
	another := c.Another
	if f.Reopened() { // a repeat of the close from before is older than that, and leaves it open
		another = c.At.After(f.fetching().ReopenedAt)
	}
	switch {
	case !f.State.Waiting() || !another && (f.Reopened() || c.Fetch):
		return false
	case c.Fetch:
		f.WaitsSince = time.Time{}
		f.AwaitTranscript(c.Arrived)
		return true
	case !f.SubmittedAt.IsZero():
		return false
	case f.State == FollowUpHolding: // its hold starts anew
		f.WaitsSince = time.Time{}
		f.goOn(c.Arrived, c.Arrived.Add(c.Hold))
		return true
	case f.State == FollowUpAwaitingCode, f.State == FollowUpAwaitingOK: // so does the time limit: nobody could judge the chat before
		f.WaitsSince, f.RunAt = c.Arrived, c.Arrived
		return true
	}
	return false
}

// Reopen stops the follow-up's clock: the conversation went on then, by the vendor's clock, and its next close is still the same
// chat. It reports whether it did: not once OK was pressed or the follow-up was sent.
func (f *FollowUp) Reopen(at time.Time) bool {
	if !f.State.Waiting() || !f.SubmittedAt.IsZero() || f.Reopened() && !at.After(f.fetching().ReopenedAt) {
		return false
	}
	then := f.afterwards()
	then.ReopenedAt = at
	f.State, f.Reason, f.RunAt, f.Fetching, f.Decision = FollowUpHolding, ReasonReopened, time.Time{}, &then, nil
	f.WaitsSince = time.Time{}
	return true
}

// Reopened reports whether the follow-up's conversation goes on, so that it waits for the next close.
func (f FollowUp) Reopened() bool { return f.State == FollowUpHolding && f.Reason == ReasonReopened }
