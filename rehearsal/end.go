package rehearsal

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/postchat/postchat"
	ownformat "github.com/postchat/postchat/webhook/postchat"
)

// Ending is the end of a pretend chat, as the page's script tells it.
type Ending struct {
	// Conversation is an id that the script made up. It begins with "try-", so that no real conversation is meant.
	Conversation string `json:"conversation"`
	// ClosedBy is visitor or operator.
	ClosedBy string `json:"closedBy"`
	Lines    []Line `json:"lines"`
}

// Line is what somebody said.
type Line struct {
	By   string `json:"by"` // visitor or operator
	Text string `json:"text"`
	At   string `json:"at"` // as RFC 3339 has it
}

// Ended is what came of an end.
type Ended struct {
	// Closed is false where the operator is to stay in the chat, for Reason.
	Closed bool   `json:"closed"`
	Rule   string `json:"rule,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// Limits of a pretend chat.
const (
	prefix   = "try-"
	maxLines = 500
	maxText  = 4000 // characters
)

// check reports what is wrong with an end.
func (e Ending) check() error {
	if err := postchat.ValidateConversationID("conversation", e.Conversation); err != nil {
		return err
	}
	switch {
	case !strings.HasPrefix(e.Conversation, prefix):
		return postchat.Invalidf("conversation", "must begin with %s", prefix)
	case !played(e.ClosedBy):
		return postchat.Invalidf("closedBy", "must be visitor or operator")
	case len(e.Lines) > maxLines:
		return postchat.Invalidf("lines", "must be at most %d", maxLines)
	}
	for i, line := range e.Lines {
		if _, err := time.Parse(time.RFC3339, line.At); err != nil || !played(line.By) || utf8.RuneCountInString(line.Text) > maxText {
			return postchat.Invalidf(fmt.Sprintf("lines[%d]", i), "must be said by visitor or operator, at a time, in at most %d characters", maxText)
		}
	}
	return nil
}

func played(role string) bool {
	return role == string(postchat.RoleVisitor) || role == string(postchat.RoleOperator)
}

type object = map[string]any

// close ends the chat as its vendor would: where an operator closes it, the hook is asked first.
func (r *Rehearsal) close(ctx context.Context, stage Stage, ending Ending) (Ended, error) {
	if err := ending.check(); err != nil {
		return Ended{}, err
	}
	if ending.ClosedBy == string(postchat.RoleOperator) {
		var may struct {
			CanClose bool   `json:"can_close"`
			Rule     string `json:"rule"`
			Reason   string `json:"reason"`
		}
		question := object{"conversation": object{"id": ending.Conversation}, "closed_by": ending.ClosedBy, "page": stage.Cast.Page}
		if err := r.post(ctx, stage, "/can-close", question, &may); err != nil {
			return Ended{}, err
		}
		if !may.CanClose {
			return Ended{Rule: may.Rule, Reason: may.Reason}, nil
		}
	}
	var recorded struct{ Outcome string }
	if err := r.post(ctx, stage, "", r.event(stage.Cast, ending), &recorded); err != nil {
		return Ended{}, err
	}
	return Ended{Closed: true}, nil
}

// event is the chat in our own format.
func (r *Rehearsal) event(cast Cast, ending Ending) object {
	names := map[string]string{string(postchat.RoleVisitor): cast.Visitor.Name, string(postchat.RoleOperator): cast.Operator.Name}
	now := r.Now().UTC().Format(time.RFC3339Nano)
	started := now
	transcript := make([]object, len(ending.Lines))
	for i, line := range ending.Lines {
		transcript[i] = object{"id": fmt.Sprint(i + 1), "at": line.At, "role": line.By, "name": names[line.By], "text": line.Text}
		if i == 0 {
			started = line.At
		}
	}
	return object{
		"type": "chat.closed", "conversation": object{"id": ending.Conversation}, "started_at": started, "closed_at": now,
		"closed_by": ending.ClosedBy, "visitor": cast.Visitor, "operators": []postchat.Operator{cast.Operator}, "page": cast.Page,
		"transcript": transcript,
	}
}

// post posts a body to the source's hook, or below it, and reads the answer.
func (r *Rehearsal) post(ctx context.Context, stage Stage, below string, body, into any) error {
	secrets := stage.Source.ValidSecrets(r.Now())
	if len(secrets) == 0 {
		return fmt.Errorf("source %s has no secret to sign with", stage.Source.ID)
	}
	content, err := json.Marshal(body)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, stage.HookURL+below, bytes.NewReader(content))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	if err := ownformat.Sign(request.Header, secrets[0], "msg_"+postchat.NewID(r.Now()), r.Now(), content); err != nil {
		return fmt.Errorf("sign a pretend chat: %w", err)
	}
	response, err := r.client.Do(request)
	if err != nil {
		return fmt.Errorf("post a pretend chat: %w", err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(io.LimitReader(response.Body, 64<<10))
	if err != nil {
		return fmt.Errorf("read what the hook answers: %w", err)
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the hook answers a pretend chat with %d", response.StatusCode)
	}
	return json.Unmarshal(text, into)
}
