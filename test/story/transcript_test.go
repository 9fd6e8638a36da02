package story_test

import (
	"fmt"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/keeper"
	"github.com/postchat/postchat/test/server"
	"github.com/postchat/postchat/test/vendor"
)

// kept is a vendor that keeps its transcripts, beside the story that is told of it.
type kept struct {
	*story
	keeper *keeper.Keeper
}

// keeps has the vendor know a chat and post what little its webhook says of it.
func (k kept) keeps(c vendor.Chat) vendor.Answer {
	k.Helper()
	k.keeper.Keep(c.Body())
	return k.posts(k.shopChat, c, http.StatusOK)
}

// opens has the vendor post that the conversation went on.
func (k kept) opens(c vendor.Chat) {
	k.Helper()
	k.posts(k.shopChat, raw(keeper.Reopened(c.Conversation.ID, c.ClosedAt.Add(time.Second))), http.StatusOK)
}

// fails has the vendor answer questions about the conversation so.
func (k kept) fails(conversation string, status int) {
	k.keeper.Decide(func(about string, w http.ResponseWriter) bool {
		if about == conversation {
			http.Error(w, "", status)
		}
		return about == conversation
	})
}

// says waits until the follow-up awaits its transcript for that reason, and returns it.
func (k kept) says(followUp, reason string) *postchat.FollowUp {
	k.Helper()
	var f *postchat.FollowUp
	k.eventually(func() string {
		f = k.becomes(followUp, postchat.FollowUpAwaitingTranscript)
		if f.Reason != reason {
			return fmt.Sprintf("the reason is %q, want %q", f.Reason, reason)
		}
		return ""
	})
	return f
}

const notWhole = "The transcript is not whole"

var keeperStories = []struct {
	name string
	shop func(*server.Shop)
	tale func(k kept)
}{
	{name: "a transcript that the vendor keeps is in the mail, and the codes that it tells lead the way", tale: func(k kept) {
		chat := vendor.NewChat("one", "lead")
		l := k.mailed(k.keeps(chat).FollowUp, "sales")
		k.holds(l, chat.Texts()...)
		k.lacks(l, notWhole)
	}},

	{name: "a conversation that goes on after its mail gets a second one, with only what is new", tale: func(k kept) {
		chat := vendor.NewChat("two", "lead")
		k.mailed(k.keeps(chat).FollowUp, "sales")
		k.opens(chat)
		more := chat.Reopened("One more thing: do you deliver?")
		second := k.mailed(k.keeps(more).FollowUp, "sales")
		k.holds(second, "One more thing: do you deliver?")
		k.lacks(second, chat.Texts()[0])
	}},

	{name: "a conversation that goes on inside its hold gets one mail with all of it, when it is closed", shop: holding, tale: func(k kept) {
		chat := vendor.NewChat("three", "lead")
		followUp := k.keeps(chat).FollowUp
		k.becomes(followUp, postchat.FollowUpHolding)
		k.opens(chat)
		if f := k.becomes(followUp, postchat.FollowUpHolding); !f.Reopened() {
			k.Errorf("it is %q", f.Reason)
		}
		more := chat.Reopened("One more thing: do you deliver?")
		k.is("the answer", []string{k.keeps(more).Outcome}, []string{"revised"})
		k.eventually(func() string {
			if f := k.becomes(followUp, postchat.FollowUpHolding); f.Reopened() || f.RunAt.IsZero() {
				return "it still waits for its close"
			}
			return ""
		})
		k.letTimePass(followUp)
		k.holds(k.mailed(followUp, "sales"), more.Texts()...)
	}},

	{name: "a vendor that fails is asked again, and nothing is missing", tale: func(k kept) {
		k.fails("four", http.StatusBadGateway)
		chat := vendor.NewChat("four", "lead")
		followUp := k.keeps(chat).FollowUp
		f := k.says(followUp, postchat.ReasonFetchFailed)
		k.is("the words", []string{f.Fetching.Words}, []string{"the vendor answered 502"})
		k.keeper.Decide(nil)
		k.holds(k.mailed(followUp, "sales"), chat.Texts()...)
	}},

	{name: "a vendor that never answers keeps no chat for ever, and the mail says what it lacks", tale: func(k kept) {
		k.fails("five", http.StatusUnauthorized)
		chat := vendor.NewChat("five", "lead")
		followUp := k.keeps(chat).FollowUp
		k.eventually(func() string { // unless the vendor is being asked just then
			f := k.says(followUp, postchat.ReasonFetchDenied)
			f.Fetching.Since, f.RunAt = f.Fetching.Since.Add(-25*time.Hour), postchat.Now()
			if err := k.scope.UpdateFollowUp(k.Context(), f); err != nil {
				return err.Error()
			}
			return ""
		})
		l := k.mailed(followUp, "standard") // its codes are not known either
		k.holds(l, notWhole, chat.Texts()[len(chat.Texts())-1])
		k.lacks(l, chat.Texts()[0])
	}},

	{name: "an operator who will not wait sends what there is", tale: func(k kept) {
		k.fails("six", http.StatusServiceUnavailable)
		chat := vendor.NewChat("six", "lead")
		followUp := k.keeps(chat).FollowUp
		k.says(followUp, postchat.ReasonFetchFailed)
		k.asks(`mutation($id: ID!) { sendFollowUpNow(input: {followUp: $id, idempotencyKey: "now"}) { followUp { state } } }`, map[string]any{"id": followUp}, &struct{}{})
		k.holds(k.mailed(followUp, "standard"), notWhole)
	}},
}

func TestStoriesOfAVendorThatKeepsTheTranscripts(t *testing.T) {
	for _, database := range databases {
		t.Run(database, func(t *testing.T) {
			t.Parallel()
			k := keeper.Start(t)
			h := newHouse(t, database, "Mailgun", func(o *server.Options) {
				o.Program, o.Env = "./test/keeper/program", slices.Concat(o.Env, k.Settings())
			})
			for _, one := range keeperStories {
				t.Run(one.name, func(t *testing.T) { h.tell(t, one.shop, func(s *story) { one.tale(kept{s, k}) }) })
			}
		})
	}
}
