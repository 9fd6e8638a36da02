package story_test

import (
	"context"
	"net/http"
	"slices"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/fakechatwoot"
)

// everything is what a webhook of Chatwoot can be told of that is about conversations.
var everything = []string{"conversation_status_changed", "conversation_updated", "message_created"}

// chatwootStories are about a vendor that keeps the transcripts, and whose closed conversations go on.
var chatwootStories = []told{
	{name: "a conversation of Chatwoot is fetched when it was resolved, and mailed whole without the team's notes", tale: func(s *story) {
		w := s.chatwoot(0, signing)
		c := w.Open("Mira Oduya", "We need 40 desk lamps.")
		c.Form("How can we reach you?", "mira@example.org")
		c.Note("Lea Fontaine", "A big one, ask for the colour.")
		c.Agent("Jonas Berg", "You get a quote today.")
		c.Label("lead")
		c.Resolve("Jonas Berg")
		followUp := w.followUp(c)
		l := s.mailed(followUp, "sales")
		s.holds(l, "We need 40 desk lamps.", "How can we reach you?", "You get a quote today.")
		s.lacks(l, "ask for the colour")
		if chat := s.chat(s.becomes(followUp, postchat.FollowUpSent)); len(chat.Transcript) != 5 || chat.Partial || chat.Inbox != "Website" {
			s.Errorf("the chat has %d messages, partial: %t, inbox %q", len(chat.Transcript), chat.Partial, chat.Inbox)
		}
	}},

	{name: "a conversation of Chatwoot that is resolved again is the next chat, with what is new", tale: func(s *story) {
		w := s.chatwoot(0, signing)
		c := w.Open("Mira Oduya", "We need 40 desk lamps.")
		c.Label("lead")
		c.Resolve("Jonas Berg")
		first := w.followUp(c)
		s.holds(s.mailed(first, "sales"), "We need 40 desk lamps.")
		c.Visitor("They have come, but one is broken.")
		c.Label("support")
		c.Resolve("Jonas Berg")
		next := w.followUp(c)
		if next == first {
			s.Fatal("the second close has no follow-up of its own")
		}
		l := s.mailed(next, "support", "nights")
		s.holds(l, "They have come, but one is broken.")
		s.lacks(l, "We need 40 desk lamps.")
		c.Reopen("Jonas Berg")
		c.Resolve("Jonas Berg") // without a word
		s.becomes(w.followUp(c), postchat.FollowUpSent)
		s.becomes(next, postchat.FollowUpSent)
	}},

	{name: "a conversation of Chatwoot that goes on before it was sent is mailed once, when it is resolved for good", tale: func(s *story) {
		w := s.chatwoot(24*time.Hour, signing)
		c := w.Open("Mira Oduya", "We need 40 desk lamps.")
		c.Label("lead")
		c.Resolve("Jonas Berg")
		followUp := w.followUp(c)
		s.becomes(followUp, postchat.FollowUpHolding)
		c.Visitor("And ten for the hall!")
		if f := s.becomes(followUp, postchat.FollowUpHolding); !f.RunAt.IsZero() {
			s.Errorf("it would be sent at %v, though the conversation goes on", f.RunAt)
		}
		c.Resolve("Jonas Berg")
		s.eventually(func() string {
			if f, err := s.scope.FollowUp(context.Background(), followUp); err != nil || f.State != postchat.FollowUpHolding || f.RunAt.IsZero() {
				return "the hold has not begun anew"
			}
			return ""
		})
		s.letTimePass(followUp)
		s.holds(s.mailed(followUp, "sales"), "We need 40 desk lamps.", "And ten for the hall!")
	}},

	{name: "a label that is given in Chatwoot after the resolve is routed by", tale: func(s *story) {
		w := s.chatwoot(24*time.Hour, signing)
		c := w.Open("Mira Oduya", "My lamp is broken.")
		c.Agent("Jonas Berg", "We send another.")
		c.Resolve("Jonas Berg")
		followUp := w.followUp(c)
		s.becomes(followUp, postchat.FollowUpHolding)
		c.Label("support")
		s.letTimePass(followUp)
		s.holds(s.mailed(followUp, "support", "nights"), "My lamp is broken.", "We send another.")
	}},

	{name: "an automation rule of Chatwoot cannot sign, and the token of the address opens", tale: func(s *story) {
		w := s.chatwoot(0, byRule)
		c := w.Open("Mira Oduya", "We need 40 desk lamps.")
		c.Label("lead")
		c.Resolve("Jonas Berg")
		s.holds(s.mailed(w.followUp(c), "sales"), "We need 40 desk lamps.")
	}},

	{name: "a webhook and a rule of Chatwoot tell of one close, and one mail is sent", tale: func(s *story) {
		w := s.chatwoot(0, signing)
		w.Rule(w.hookURL, "conversation_resolved")
		c := w.Open("Mira Oduya", "We need 40 desk lamps.")
		c.Label("lead")
		c.Resolve("Jonas Berg")
		s.mailed(w.followUp(c), "sales")
		s.is("what was answered to the rule", w.answers("automation_event.conversation_resolved"), []string{"OK"})
	}},

	{name: "a wrong signature of Chatwoot is not made up for by the token", tale: func(s *story) {
		w := s.chatwoot(0, nil)
		w.Hook(w.hookURL, "another-secret-than-ours", everything...)
		c := w.Open("Mira Oduya", "We need 40 desk lamps.")
		c.Resolve("Jonas Berg")
		s.is("what was answered", w.answers("conversation_status_changed"), []string{"Unauthorized"})
		s.is("what is kept", s.arrivals(w.source), nil)
	}},

	{name: "a Chatwoot that has a fault is asked again", tale: func(s *story) {
		w := s.chatwoot(0, signing)
		c := w.Open("Mira Oduya", "We need 40 desk lamps.")
		c.Label("lead")
		w.Fail(fakechatwoot.Fault{Status: http.StatusBadGateway})
		c.Resolve("Jonas Berg")
		s.holds(s.mailed(w.followUp(c), "sales"), "We need 40 desk lamps.")
	}},

	{name: "an open conversation of Chatwoot is shown in the campaign that its inbox leads to, and its close adopts what was saved there", tale: func(s *story) {
		w := s.chatwoot(0, signing)
		w.leads("Website")
		c := w.Open("Mira Oduya", "We need 40 desk lamps.")
		open := w.window(c)
		if open.Campaign.ID != s.shop.Campaign.ID || open.Stage != "OPEN" || open.ConversationProblem != "" {
			s.Fatalf("the window is %+v", open)
		}
		if open.Conversation.Visitor.Name != "Mira Oduya" || len(open.Conversation.Transcript) != 1 || open.Conversation.Transcript[0].Text != "We need 40 desk lamps." {
			s.Errorf("of the chat the window shows %+v", open.Conversation)
		}
		s.asks(`mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { panel { version } } }`, map[string]any{"input": map[string]any{
			"conversation": w.conversation(c), "version": open.Version, "codes": []string{"lead"}, "note": "Call her before noon.",
		}}, new(struct{}))
		c.Resolve("Jonas Berg")
		s.holds(s.mailed(w.followUp(c), "sales"), "Call her before noon.", "We need 40 desk lamps.")
	}},
}

// chatwoot is a played Chatwoot with a source of the story's shop, made through the API.
type chatwoot struct {
	*fakechatwoot.Server
	s       *story
	source  postchat.Source
	hookURL string // with the token in it
}

// signingSecret is the one that Chatwoot made for its webhook.
const signingSecret = "made-by-chatwoot-0123456789"

func signing(w *chatwoot) { w.Hook(w.hookURL, signingSecret, everything...) }

func byRule(w *chatwoot) {
	w.Rule(w.hookURL, "conversation_resolved")
	w.Rule(w.hookURL, "conversation_opened")
}

// chatwoot opens a Chatwoot whose source holds chats so long, and lets it tell us.
func (s *story) chatwoot(hold time.Duration, tell func(*chatwoot)) *chatwoot {
	s.Helper()
	w := &chatwoot{Server: fakechatwoot.Start(s.T), s: s}
	var made struct {
		CreateSource struct {
			HookURL string
			Source  struct{ ID string }
		}
	}
	s.asks(`mutation ($input: CreateSourceInput!) { createSource(input: $input) { hookUrl source { id } } }`, map[string]any{"input": map[string]any{
		"name": s.shop.Name + " by Chatwoot", "vendor": "chatwoot", "defaultCampaign": s.shop.Campaign.ID, "hold": int(hold.Seconds()),
		"api": map[string]any{"baseUrl": w.URL(), "account": fakechatwoot.Account, "token": fakechatwoot.Token},
	}}, &made)
	w.hookURL = made.CreateSource.HookURL
	s.asks(`mutation ($input: RotateSourceSecretInput!) { rotateSourceSecret(input: $input) { source { id } } }`, map[string]any{"input": map[string]any{
		"source": made.CreateSource.Source.ID, "secret": signingSecret, "keepOldFor": nil,
	}}, new(struct{}))
	var check struct{ SourceAPICheck struct{ Problem string } }
	s.asks(`query ($id: ID!) { sourceApiCheck(source: $id) { problem } }`, map[string]any{"id": made.CreateSource.Source.ID}, &check)
	source, err := s.scope.Source(s.Context(), made.CreateSource.Source.ID)
	if err != nil || check.SourceAPICheck.Problem != "" {
		s.Fatalf("the source: %v; asked, Chatwoot says %q", err, check.SourceAPICheck.Problem)
	}
	w.source = *source
	if tell != nil {
		tell(w)
	}
	return w
}

// followUp is the id of the conversation's latest follow-up.
func (w *chatwoot) followUp(c *fakechatwoot.Conversation) string {
	w.s.Helper()
	f, err := w.s.scope.FollowUpOfConversation(w.s.Context(), w.source.ID, c.ID())
	if err != nil {
		w.s.Fatalf("the conversation that was resolved: %v", err)
	}
	return f.ID
}

// answers are those to the webhooks about an event, each once.
func (w *chatwoot) answers(event string) []string {
	var answers []string
	for _, d := range w.Sent() {
		if answer := http.StatusText(d.Status); d.Event == event && !slices.Contains(answers, answer) {
			answers = append(answers, answer)
		}
	}
	return answers
}

// leads makes the shop's campaign that of the inbox alone; what comes from elsewhere is another's.
func (w *chatwoot) leads(inbox string) {
	w.s.Helper()
	elsewhere := postchat.NewCampaign(w.s.scope.AccountID(), w.s.shop.Name+" elsewhere", postchat.Now())
	if err := w.s.scope.SaveCampaign(w.s.Context(), &elsewhere); err != nil {
		w.s.Fatal(err)
	}
	w.source.DefaultCampaignID = elsewhere.ID
	w.source.Rules = []postchat.Rule{{Field: postchat.RuleInbox, Value: inbox, CampaignID: w.s.shop.Campaign.ID}}
	if err := w.s.scope.SaveSource(w.s.Context(), &w.source); err != nil {
		w.s.Fatal(err)
	}
}

func (w *chatwoot) conversation(c *fakechatwoot.Conversation) map[string]any {
	return map[string]any{"source": w.source.ID, "id": c.ID()}
}

// window is what the operator's window shows of a conversation that is open.
type window struct {
	Stage, ConversationProblem string
	Version                    int
	Campaign                   struct{ ID string }
	Conversation               struct {
		Visitor    struct{ Name string }
		Transcript []struct{ Text string }
	}
}

func (w *chatwoot) window(c *fakechatwoot.Conversation) window {
	w.s.Helper()
	var answer struct{ Panel window }
	w.s.asks(`query ($conversation: ConversationInput!) { panel(conversation: $conversation) { stage version conversationProblem campaign { id }
		conversation { visitor { name } transcript { text } } } }`, map[string]any{"conversation": w.conversation(c)}, &answer)
	return answer.Panel
}
