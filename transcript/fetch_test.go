package transcript_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

func TestATranscriptIsFetchedAfterTheCloseAndTheHoldCountsFromTheClose(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello", "How much is it?")
		closed := y.clock.Now()
		id := y.closes("room-1")
		f := y.expect(id, postchat.FollowUpAwaitingTranscript, "How much is it?")
		if !f.SendsAt().IsZero() {
			y.t.Errorf("nobody can tell when it is sent, and it says %s", f.SendsAt())
		}
		y.vendor.facts = postchat.Chat{
			Codes: []string{"lead"}, Department: "Sales", Inbox: "Website", Visitor: postchat.Visitor{Phone: "+31 20 555 0100"},
			Operators: []postchat.Operator{{Name: "Noor"}},
		}
		y.after(3 * time.Second)
		f = y.expect(id, postchat.FollowUpHolding, "Hello", "How much is it?")
		if !f.RunAt.Equal(closed.Add(hold)) || f.Fetching != nil {
			y.t.Errorf("it goes on at %s (%+v), want %s", f.RunAt, f.Fetching, closed.Add(hold))
		}
		chat := y.chat(f)
		if !slices.Equal(chat.Codes, []string{"lead"}) || chat.Department != "Sales" || chat.Inbox != "Website" || chat.Partial ||
			chat.Visitor.Name != "Ines Moreau" || chat.Visitor.Phone != "+31 20 555 0100" || chat.Operators[0].Name != "Noor" {
			y.t.Errorf("the chat is %+v", chat)
		}
	})
}

func TestAHoldThatIsOverWhenTheTranscriptComesIsOver(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		id := y.closes("room-1")
		y.after(time.Minute)
		f := y.expect(id, postchat.FollowUpHolding, "Hello")
		if f.RunAt.After(y.clock.Now()) {
			y.t.Errorf("it goes on at %s, want at once", f.RunAt)
		}
	})
}

func TestOnlyWhatIsNewSinceTheEarlierChatsIsStored(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello", "Bye")
		first := y.closes("room-1")
		y.after(time.Second)
		y.settles(first)

		y.says("room-1", "Me again", "And bye")
		y.clock.Move(time.Hour)
		next := y.closes("room-1")
		y.after(time.Second)
		y.expect(first, postchat.FollowUpSent, "Hello", "Bye")
		f := y.expect(next, postchat.FollowUpHolding, "Me again", "And bye")
		if chat := y.chat(f); chat.Segment != 2 || !chat.StartedAt.Equal(chat.Transcript[0].At) {
			y.t.Errorf("the next chat is part %d and began at %s", chat.Segment, chat.StartedAt)
		}
		if want := []string{"room-1>", "room-1>2"}; !slices.Equal(y.vendor.asked, want) {
			y.t.Errorf("asked %q, want %q", y.vendor.asked, want)
		}
	})
}

func TestAChatThatClosesAgainInItsHoldIsOneChat(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello", "Bye")
		id := y.closes("room-1")
		y.after(time.Second)
		y.says("room-1", "One more thing")
		y.clock.Move(time.Second)
		again := y.clock.Now()
		if r := y.record(y.closing("room-1"), postchat.ArrivalRevised); r.FollowUpID != id {
			y.t.Fatal("it became another chat")
		}
		y.expect(id, postchat.FollowUpAwaitingTranscript, "Hello", "Bye", "One more thing")
		y.after(time.Second)
		f := y.expect(id, postchat.FollowUpHolding, "Hello", "Bye", "One more thing")
		if !f.RunAt.Equal(again.Add(hold)) {
			y.t.Errorf("the hold ends at %s, want %s: it starts anew", f.RunAt, again.Add(hold))
		}
	})
}

func TestACloseWithoutAWordGoesToNobodyAndItsFactsToTheChatBefore(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		first := y.closes("room-1")
		y.after(time.Second)
		y.settles(first)
		y.clock.Move(time.Minute)
		y.vendor.said["room-1"] = append(y.vendor.said["room-1"], postchat.Message{ID: "e1", At: y.clock.Now(), Role: postchat.RoleSystem, Text: "Reopened", Event: true})
		next := y.closes("room-1", "lead")
		y.after(time.Second)
		f := y.expect(next, postchat.FollowUpNotForwarded, "Reopened")
		if f.Reason != postchat.ReasonNothingNew || f.ReasonSentence() == "" || !f.RunAt.IsZero() {
			y.t.Errorf("follow-up = %+v", f)
		}
		before := y.expect(first, postchat.FollowUpSent, "Hello")
		if chat := y.chat(before); !slices.Equal(chat.Codes, []string{"lead"}) || !before.Late(*chat) {
			y.t.Errorf("the chat before has the codes %q, late %t", chat.Codes, before.Late(*chat))
		}
		// What is heard later is about the chat before, too.
		edit := postchat.Event{Kind: postchat.EventEdited, Type: "edited", Chat: postchat.Chat{ConversationID: "room-1", Codes: []string{"support"}}}
		y.record(edit, postchat.ArrivalRevised)
		y.expect(next, postchat.FollowUpNotForwarded, "Reopened")
		if chat := y.chat(before); !slices.Equal(chat.Codes, []string{"support"}) {
			y.t.Errorf("the chat before has the codes %q", chat.Codes)
		}
	})
}

func TestACloseWithoutAWordThatAnOperatorSubmittedIsSent(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		y.after(0)
		first := y.closes("room-1")
		y.after(time.Second)
		y.settles(first)
		y.clock.Move(time.Minute)
		next := y.closes("room-1")
		y.submits(next, "Call her back.")
		y.after(time.Second)
		y.expect(next, postchat.FollowUpHolding)
	})
}

func TestAVendorThatFailsIsAskedAgainAndAgainThenTheChatGoesOnWithWhatThereIs(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello", "Bye")
		id := y.closes("room-1")
		y.vendor.fail = webhook.FetchErrorf(webhook.FetchBroken, "there is no answer from chat.example.com")
		var waits []time.Duration
		for {
			y.after(0)
			f, err := y.Scope.FollowUp(y.t.Context(), id)
			if err != nil {
				y.t.Fatal(err)
			}
			if f.State != postchat.FollowUpAwaitingTranscript {
				break
			}
			if f.Reason != postchat.ReasonFetchFailed || f.Fetching.Words != "there is no answer from chat.example.com" {
				y.t.Fatalf("it says %q (%+v)", f.Reason, f.Fetching)
			}
			waits = append(waits, f.RunAt.Sub(y.clock.Now()))
			y.clock.Move(f.RunAt.Sub(y.clock.Now()))
		}
		total := time.Duration(0)
		for i, wait := range waits {
			total += wait
			if i > 0 && i < len(waits)-1 && wait != min(2*waits[i-1], 15*time.Minute) {
				y.t.Errorf("the waits are %v", waits)
			}
		}
		if waits[0] != 2*time.Second || total != giveUp {
			y.t.Errorf("it was given up after %s: %v", total, waits)
		}
		f := y.expect(id, postchat.FollowUpHolding, "Bye")
		if !y.chat(f).Partial || f.RunAt.After(y.clock.Now()) || f.Reason != "" {
			y.t.Errorf("follow-up = %+v, chat = %+v", f, y.chat(f))
		}
		y.settles(id)

		// Nothing is lost: the next chat has what this one lacked.
		y.vendor.fail = nil
		y.says("room-1", "Me again")
		y.clock.Move(time.Minute)
		next := y.closes("room-1")
		y.after(time.Second)
		y.expect(next, postchat.FollowUpHolding, "Hello", "Me again")
	})
}

func TestAVendorThatWantsToBeLeftAloneIs(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello")
		y.says("room-2", "Good day")
		one := y.closes("room-1")
		busy := webhook.FetchErrorf(webhook.FetchBusy, "asked too often")
		busy.RetryAfter = 2 * time.Minute
		y.vendor.fail = busy
		y.after(0)
		f := y.expect(one, postchat.FollowUpAwaitingTranscript, "Hello")
		if wait := f.RunAt.Sub(y.clock.Now()); wait < busy.RetryAfter {
			y.t.Errorf("it is asked again after %s, want %s", wait, busy.RetryAfter)
		}
		y.vendor.fail = nil
		two := y.closes("room-2")
		y.after(time.Minute)
		y.expect(two, postchat.FollowUpAwaitingTranscript, "Good day")
		y.after(time.Minute)
		y.expect(one, postchat.FollowUpHolding, "Hello")
		y.expect(two, postchat.FollowUpHolding, "Good day")
	})
}

func TestWhyATranscriptIsNotThereIsSaidInWords(t *testing.T) {
	tests := []struct {
		name   string
		fail   error
		set    func(y *yard)
		reason string
		words  string
	}{
		{name: "the token is not taken", fail: webhook.FetchErrorf(webhook.FetchDenied, "the token is not valid"),
			reason: postchat.ReasonFetchDenied, words: "the token is not valid"},
		{name: "the conversation is gone", fail: webhook.FetchErrorf(webhook.FetchGone, "there is no such conversation"),
			reason: postchat.ReasonFetchFailed, words: "there is no such conversation"},
		{name: "an error that may hold anything", fail: errors.New("secret"), reason: postchat.ReasonFetchFailed, words: "the vendor could not be asked"},
		{name: "the source is retired", fail: errors.New("secret"), reason: postchat.ReasonRetired, words: "the vendor could not be asked",
			set: func(y *yard) { y.Source.RetiredAt = y.clock.Now() }},
		{name: "nobody speaks the vendor's language", reason: postchat.ReasonFetchDenied, words: `this server does not know how to ask "other"`,
			set: func(y *yard) { y.Source.Vendor = "other" }},
		{name: "too much", reason: postchat.ReasonFetchFailed, words: "what the vendor sent cannot be used: transcript: has 20001 messages; at most 20000 are taken",
			set: func(y *yard) {
				y.vendor.said["room-1"] = slices.Repeat(y.vendor.said["room-1"], postchat.MaxMessages+1)
			}},
		{name: "a panic", reason: postchat.ReasonFetchFailed, words: "the vendor's answer could not be read because of a mistake in Postchat",
			set: func(y *yard) { y.vendor.during = func() { panic("boom") } }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tell(t, func(y *yard) {
				y.says("room-1", "Hello")
				id := y.closes("room-1")
				y.vendor.fail = test.fail
				if test.set != nil {
					test.set(y)
					if err := y.Scope.SaveSource(y.t.Context(), &y.Source); err != nil {
						y.t.Fatal(err)
					}
				}
				y.after(0)
				f := y.expect(id, postchat.FollowUpAwaitingTranscript, "Hello")
				if f.Reason != test.reason || f.Fetching.Words != test.words || f.ReasonSentence() == f.Reason {
					y.t.Errorf("it is %s: %q, in words %q", f.Reason, f.Fetching.Words, f.ReasonSentence())
				}
			})
		})
	}
}

func TestARetiredSourcesTranscriptsAreStillFetched(t *testing.T) {
	tell(t, func(y *yard) {
		y.says("room-1", "Hello", "Bye")
		id := y.closes("room-1")
		y.Source.RetiredAt = y.clock.Now()
		if err := y.Scope.SaveSource(y.t.Context(), &y.Source); err != nil {
			y.t.Fatal(err)
		}
		y.after(time.Second)
		y.expect(id, postchat.FollowUpHolding, "Hello", "Bye")
	})
}

func TestFactsThatAreFetchedChooseTheCampaignWhereNoRuleFittedTheWebhook(t *testing.T) {
	tell(t, func(y *yard) {
		other := postchat.NewCampaign(y.Account.ID, "Other", y.clock.Now())
		if err := y.Scope.SaveCampaign(y.t.Context(), &other); err != nil {
			y.t.Fatal(err)
		}
		y.Source.Rules = []postchat.Rule{{Field: postchat.RuleDepartment, Value: "billing", CampaignID: other.ID}}
		if err := y.Scope.SaveSource(y.t.Context(), &y.Source); err != nil {
			y.t.Fatal(err)
		}
		y.says("room-1", "Hello")
		y.vendor.facts.Department = "Billing"
		id := y.closes("room-1")
		y.after(time.Second)
		f := y.expect(id, postchat.FollowUpHolding, "Hello")
		if f.CampaignID != other.ID || y.chat(f).CampaignID != other.ID {
			y.t.Errorf("the follow-up is of %s and its chat of %s, want %s", f.CampaignID, y.chat(f).CampaignID, other.ID)
		}
	})
}
