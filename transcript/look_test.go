package transcript_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/transcript"
	"github.com/postchat/postchat/webhook"
)

// withAPI has the source's vendor be asked about chats that run, too.
func (y *yard) withAPI() {
	y.t.Helper()
	y.Source.API = &postchat.SourceAPI{BaseURL: "https://chat.example.com", Account: "1", Token: "token"}
	if err := y.Scope.SaveSource(y.t.Context(), &y.Source); err != nil {
		y.t.Fatal(err)
	}
	y.desk.Look = y.worker.Look
}

// window is what the operator's window shows of a conversation.
func (y *yard) window(conversation string) *followup.Panel {
	y.t.Helper()
	p, err := y.desk.Panel(y.t.Context(), y.Scope, followup.Target{SourceID: y.Source.ID, ConversationID: conversation})
	if err != nil {
		y.t.Fatal(err)
	}
	return p
}

func texts(t postchat.Transcript) (texts []string) {
	for _, m := range t {
		texts = append(texts, m.Text)
	}
	return texts
}

func TestAWindowShowsWhatTheVendorKnowsOfAChatThatRuns(t *testing.T) {
	tell(t, func(y *yard) {
		y.withAPI()
		y.vendor.facts = postchat.Chat{Visitor: postchat.Visitor{Name: "Ines Moreau"}, Inbox: "Website", Codes: []string{"lead"}}
		y.says("room-1", "Hello")
		p := y.window("room-1")
		if p.Stage != followup.StageOpen || p.Conversation == nil || p.Conversation.Visitor.Name != "Ines Moreau" || p.ConversationProblem != "" {
			t.Fatalf("it shows %+v", p)
		}
		if !slices.Equal(p.VendorCodes, []string{"lead"}) || p.Envelope.Recipients[0].Address.Email != "sales@acme.example" {
			t.Errorf("with the vendor's codes %q it would go to %+v", p.VendorCodes, p.Envelope.Recipients)
		}

		y.says("room-1", "Are you there?")
		y.clock.Move(5 * time.Second)
		if got := texts(y.window("room-1").Conversation.Transcript); !slices.Equal(got, []string{"Hello"}) || len(y.vendor.asked) != 1 {
			t.Errorf("a moment later it shows %q, asked %q", got, y.vendor.asked)
		}
		y.clock.Move(5 * time.Second)
		if got := texts(y.window("room-1").Conversation.Transcript); !slices.Equal(got, []string{"Hello", "Are you there?"}) {
			t.Errorf("later it shows %q", got)
		}
	})
}

func TestAWindowIsAboutTheNextChatOnceSomebodyHasSaidSomething(t *testing.T) {
	tell(t, func(y *yard) {
		y.withAPI()
		y.says("room-1", "Hello", "Bye")
		id := y.closes("room-1")
		y.after(time.Second)
		y.settles(id)
		y.clock.Move(time.Minute)
		bot := postchat.Message{ID: "3", At: y.clock.Now(), Role: postchat.RoleBot, Text: "How did we do?"}
		y.vendor.said["room-1"] = append(y.vendor.said["room-1"], bot)
		settled := y.window("room-1")
		if settled.Stage != followup.StageSettled || settled.Conversation != nil {
			t.Errorf("after a program's question it shows %+v", settled)
		}
		y.says("room-1", "One more thing")
		y.clock.Move(time.Minute)
		p := y.window("room-1")
		if p.Stage != followup.StageOpen || p.Earlier == nil || p.Earlier.ID != id || p.Version != settled.Version {
			t.Fatalf("it shows %+v", p)
		}
		if got := texts(p.Conversation.Transcript); !slices.Equal(got, []string{"How did we do?", "One more thing"}) {
			t.Errorf("it shows %q", got)
		}
		target := followup.Target{SourceID: y.Source.ID, ConversationID: "room-1", Version: &settled.Version}
		if _, err := y.desk.SaveDraft(t.Context(), y.Scope, target, postchat.Submission{Note: "Again."}); err != nil {
			t.Fatal(err)
		}
		if p := y.window("room-1"); p.Stage != followup.StageOpen || p.Submission.Note != "Again." || p.Version != settled.Version+1 {
			t.Errorf("with a draft it shows %+v", p)
		}
	})
}

func TestWhatAnOperatorSubmitsIsForTheCampaignThatTheVendorsFactsChoose(t *testing.T) {
	tell(t, func(y *yard) {
		other := postchat.NewCampaign(y.Account.ID, "Other site", y.clock.Now())
		if err := y.Scope.SaveCampaign(t.Context(), &other); err != nil {
			t.Fatal(err)
		}
		y.Source.Rules = []postchat.Rule{{Field: postchat.RuleInbox, Value: "Other", CampaignID: other.ID}}
		y.withAPI()
		y.says("room-1", "Hello")
		y.vendor.facts.Inbox = "other"
		if p := y.window("room-1"); p.CampaignID != other.ID {
			t.Errorf("it shows the campaign %s, want %s", p.CampaignID, other.ID)
		}
		target := followup.Target{SourceID: y.Source.ID, ConversationID: "room-1"}
		_, err := y.desk.Submit(t.Context(), y.Scope, "ok", target, postchat.Submission{Codes: []string{"lead"}})
		if !postchat.Breaks(err, postchat.ErrorUnknownCode) {
			t.Errorf("OK with a code of another campaign gives %v", err)
		}
		done, err := y.desk.Submit(t.Context(), y.Scope, "ok", target, postchat.Submission{Note: "Call."})
		if err != nil || done.Draft.CampaignID != other.ID {
			t.Errorf("OK gives %+v, %v", done.Draft, err)
		}

		limited := y.Scope.Limit([]string{y.ID})
		p, err := y.desk.Panel(t.Context(), limited, followup.Target{SourceID: y.Source.ID, ConversationID: "room-1"})
		if err != nil || p.Conversation != nil || p.CampaignID != y.ID || p.Submission.Note != "" {
			t.Errorf("somebody of another campaign is shown %+v, %v", p, err)
		}
		y.vendor.fail = webhook.FetchErrorf(webhook.FetchGone, "There is no conversation room-2.")
		unknown, err := y.desk.Panel(t.Context(), limited, followup.Target{SourceID: y.Source.ID, ConversationID: "room-2"})
		if err != nil || unknown.ConversationProblem != p.ConversationProblem || p.ConversationProblem == "" {
			t.Errorf("of a conversation that does not exist they are told %q, %v, and of one that does %q",
				unknown.ConversationProblem, err, p.ConversationProblem)
		}
	})
}

func TestAVendorThatCannotBeAskedIsSaidInWordsAndLeftAloneForAWhile(t *testing.T) {
	tell(t, func(y *yard) {
		y.withAPI()
		y.says("room-1", "Hello")
		y.window("room-1")
		y.clock.Move(10 * time.Second)
		y.vendor.fail = webhook.FetchErrorf(webhook.FetchBroken, "There is no answer from chat.example.com.")
		for range 3 {
			p := y.window("room-1")
			if p.ConversationProblem != "There is no answer from chat.example.com." || p.Conversation == nil {
				t.Errorf("it shows %q and %+v", p.ConversationProblem, p.Conversation)
			}
		}
		if len(y.vendor.asked) != 2 {
			t.Errorf("asked %q", y.vendor.asked)
		}
		y.clock.Move(15 * time.Second)
		y.vendor.fail = &webhook.FetchError{Failure: webhook.FetchBusy, Message: "Too many requests.", RetryAfter: time.Minute}
		y.window("room-1")
		y.clock.Move(59 * time.Second)
		if p := y.window("room-2"); p.ConversationProblem == "" || p.Stage != followup.StageOpen || len(y.vendor.asked) != 3 {
			t.Errorf("while its vendor rests it shows %+v; asked %q", p, y.vendor.asked)
		}
		y.clock.Move(time.Second)
		y.vendor.fail = nil
		if p := y.window("room-1"); p.ConversationProblem != "" || p.Conversation == nil {
			t.Errorf("then it shows %+v", p)
		}
	})
}

// slow is a vendor that answers when it is let go.
type slow struct {
	vendor

	let  chan struct{}
	mu   sync.Mutex
	most int
	now  int
}

func (s *slow) Fetch(context.Context, postchat.Source, string, string) (postchat.Chat, error) {
	s.mu.Lock()
	s.now++
	s.most = max(s.most, s.now)
	s.mu.Unlock()
	<-s.let
	s.mu.Lock()
	s.now--
	s.mu.Unlock()
	return postchat.Chat{Subject: "late"}, nil
}

func TestASlowVendorKeepsNoWindowWaitingAndIsAskedOnlyForSoManyAtOnce(t *testing.T) {
	tell(t, func(y *yard) {
		y.withAPI()
		s := &slow{let: make(chan struct{})}
		w := transcript.NewWorker(transcript.Options{
			Store: y.store, Adapters: []webhook.Adapter{s}, Now: y.clock.Now, Log: y.worker.Log,
		}).Impatient()
		source, err := y.Scope.Source(t.Context(), y.Source.ID)
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range []string{"long", "long", "long", "long", "many"} {
			for range 2 {
				if _, err := w.Look(t.Context(), *source, string(rune('a'+i)), ""); err == nil || !strings.Contains(err.Error(), want) {
					t.Errorf("the look at conversation %d gives %v", i, err)
				}
			}
		}
		close(s.let)
		for {
			chat, err := w.Look(t.Context(), *source, "a", "")
			if err == nil {
				s.mu.Lock()
				defer s.mu.Unlock()
				if chat.Subject != "late" || s.most > 4 {
					t.Errorf("then it is %+v; %d were asked at once", chat, s.most)
				}
				return
			}
		}
	})
}

func TestAVendorWithoutAnAPIIsNotAsked(t *testing.T) {
	tell(t, func(y *yard) {
		y.desk.Look = y.worker.Look
		y.says("room-1", "Hello")
		if p := y.window("room-1"); p.Conversation != nil || p.ConversationProblem != "" || len(y.vendor.asked) > 0 {
			t.Errorf("it shows %+v; asked %q", p, y.vendor.asked)
		}
	})
}
