package app

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	ownformat "github.com/postchat/postchat/webhook/postchat"
	"github.com/postchat/postchat/webhook/rocketchat"
)

// tell runs through all chapters and says how to go on.
func (s *story) tell(ctx context.Context) error {
	if err := s.prepare(ctx); err != nil {
		return err
	}
	s.closed = map[string]time.Time{}
	s.printf(demoHead, s.server.config.BaseURL(), s.campaign.Name)
	s.showTable()
	for i, c := range chapters() {
		if err := s.chapter(ctx, i+1, c); err != nil {
			return fmt.Errorf("chapter %d of the demo: %w", i+1, err)
		}
	}
	rocket, own := s.sources[postchat.VendorRocketChat], s.sources[postchat.VendorPostchat]
	s.printf(demoEnd, s.server.config.BaseURL(), s.parts.token.Reveal(),
		s.hookURL(rocket), rocketchat.TokenHeader, rocket.secret.Reveal(), time.Now().UTC().Format(millis),
		s.hookURL(own), own.secret.Reveal())
	return nil
}

const (
	demoHead = `Postchat demo: a chat ends, and the right department has it in the mail, with the reason why.

It runs on this machine alone, at %s, with its data in a temporary folder.
Mails are kept in an outbox: "accepted" means kept here, nobody was mailed.

The follow-up addresses of the campaign %q:

`
	demoEnd = `It goes on serving. Ctrl-C stops it and throws everything away.

  Look around            %[1]s/follow-ups
  Play a chat yourself   %[1]s/try
  Read the mails         %[1]s/outbox
  Try the GraphQL API    %[1]s/playground
  Use it from a program  %[1]s/graphql
            with a token %[2]s

Post a chat of your own, as Rocket.Chat would (another _id for another chat):

  curl %[3]s \
    -H '%[4]s: %[5]s' \
    -H 'Content-Type: application/json' \
    -d '{"type": "LivechatSession", "_id": "mine-1", "closedAt": "%[6]s", "tags": ["sale"],
         "visitor": {"_id": "me", "name": "Me"},
         "messages": [{"_id": "1", "u": {"_id": "me", "name": "Me"}, "msg": "Is the blue one still there?"}]}'

Our own format goes to %[7]s,
signed with %[8]s; docs/webhook.md says how.
`
)

// showTable shows the campaign's follow-up addresses as they are.
func (s *story) showTable() {
	for _, code := range s.campaign.Codes {
		to := postchat.FormatAddressList(code.Addresses)
		if to == "" {
			to = "(no address)"
		}
		s.printf("  %-12s%s\n", code.Label, to)
	}
	s.printf("  %-12s%s   for chats without a code\n\n", "standard", postchat.FormatAddressList(s.campaign.Standard))
}

// chapter posts one chat and shows what became of it.
func (s *story) chapter(ctx context.Context, number int, c chapter) error {
	s.printf("%2d  %s\n", number, c.title)
	s.fact("posted", c.way())
	s.fact("chat", fmt.Sprintf("%s: %q", c.chat.visitor.Name, postchat.Shorten(c.chat.lines[0].text, 72)))
	status, outcome, err := s.post(ctx, c)
	if err != nil {
		return err
	}
	if c.forged {
		s.fact("answer", fmt.Sprintf("%d %s, and nothing of it is kept", status, http.StatusText(status)))
		s.printf("\n")
		return nil
	}
	if status != http.StatusOK {
		return fmt.Errorf("the chat was answered %d %s", status, outcome)
	}
	source := s.sources[c.vendor].ID
	f, err := s.settled(ctx, source, c.chat.id)
	if err != nil {
		return err
	}
	if c.again {
		return s.repeated(ctx, *f)
	}
	return s.show(ctx, *f)
}

// way is how the chat is posted.
func (c chapter) way() string {
	switch {
	case c.forged:
		return "in our own format, signed with another secret"
	case c.vendor == postchat.VendorPostchat:
		return "in our own format, signed"
	case c.again:
		return "by Rocket.Chat, which did not hear our answer"
	}
	return "by Rocket.Chat, with its secret token"
}

// post sends the chat over HTTP as its vendor does, and returns the answer.
func (s *story) post(ctx context.Context, c chapter) (status int, answer string, err error) {
	source := s.sources[c.vendor]
	if s.closed[c.chat.id].IsZero() {
		s.closed[c.chat.id] = time.Now()
	}
	closed := s.closed[c.chat.id]
	header := http.Header{"Content-Type": {"application/json"}}
	var body []byte
	if c.vendor == postchat.VendorRocketChat {
		if body, err = c.chat.rocketChatBody(closed); err == nil {
			header.Set(rocketchat.TokenHeader, source.secret.Reveal())
		}
	} else if body, err = c.chat.ownBody(closed); err == nil {
		secret := source.secret
		if c.forged {
			secret = ownformat.NewSecret()
		}
		err = ownformat.Sign(header, secret, "msg_"+c.chat.id, time.Now(), body)
	}
	if err != nil {
		return 0, "", err
	}
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.hookURL(source), bytes.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	request.Header = header
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}} // and no proxy: it is this machine
	response, err := client.Do(request)
	if err != nil {
		return 0, "", err
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(io.LimitReader(response.Body, 64<<10))
	var own struct{ Outcome string }
	if json.Unmarshal(text, &own) == nil && own.Outcome != "" {
		return response.StatusCode, own.Outcome, err
	}
	return response.StatusCode, strings.TrimSpace(string(text)), err
}

// hookURL is where the vendor of a source posts to. Those of the demo sign, or send a header.
func (s *story) hookURL(source newSource) string {
	return webhook.Address(s.server.config.BaseURL(), source.ID, "")
}

// fact is a line of a chapter.
func (s *story) fact(name, text string) { s.printf("    %-9s%s\n", name, text) }

// show tells who got the chat, why, and where the mail can be read.
func (s *story) show(ctx context.Context, f postchat.FollowUp) error {
	mails, err := s.scope.Mails(ctx, f.ID)
	if err != nil {
		return err
	}
	deliveries, err := s.scope.Deliveries(ctx, f.ID)
	if err != nil {
		return err
	}
	if f.Decision == nil || len(mails) != 1 {
		return fmt.Errorf("follow-up #%d has %d mails", f.Number, len(mails))
	}
	s.fact("codes", codesText(f.Decision.Codes))
	if note := f.Submission.Note; note != "" {
		s.fact("note", note+map[bool]string{true: "  (urgent)"}[f.Submission.Urgent])
	}
	states := map[string]postchat.DeliveryState{}
	width := 0
	for _, d := range deliveries {
		states[d.Recipient.Key()] = d.State
		width = max(width, len(d.Recipient.String()))
	}
	for i, r := range f.Decision.Recipients {
		reasons := make([]string, len(r.Reasons))
		for j, reason := range r.Reasons {
			reasons[j] = reason.String()
		}
		s.fact(map[bool]string{true: "mailed"}[i == 0],
			fmt.Sprintf("%-*s  %s  %s", width, r.Address, states[r.Address.Key()], strings.Join(reasons, "; ")))
	}
	s.fact("read it", fmt.Sprintf("%s/follow-ups/%d", s.server.config.BaseURL(), f.Number))
	s.printf("\n")
	return nil
}

// repeated tells that a repeat changed nothing.
func (s *story) repeated(ctx context.Context, f postchat.FollowUp) error {
	mails, err := s.scope.Mails(ctx, f.ID)
	if err != nil {
		return err
	}
	if len(mails) != 1 {
		return fmt.Errorf("follow-up #%d has %d mails after a repeat", f.Number, len(mails))
	}
	s.fact("answer", fmt.Sprintf("200 OK, as before: it is follow-up #%d still, and nobody gets a second mail", f.Number))
	s.printf("\n")
	return nil
}

// codesText lists the codes with what became of those that led nowhere.
func codesText(codes []postchat.CodeVerdict) string {
	if len(codes) == 0 {
		return "none"
	}
	texts := make([]string, len(codes))
	for i, code := range codes {
		texts[i] = code.Label
		switch code.Outcome {
		case postchat.CodeRouted:
		case postchat.CodeNoAddress:
			texts[i] += " (has no address)"
		case postchat.CodeRetired:
			texts[i] += " (retired)"
		case postchat.CodeUnknown:
			texts[i] += " (unknown)"
		}
	}
	return strings.Join(texts, ", ")
}
