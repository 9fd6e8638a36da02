package graph

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/graph/model"
	"github.com/postchat/postchat/settings"
)

// target is the follow-up that an input means.
func target(id *string, conversation *model.ConversationInput) followup.Target {
	var t followup.Target
	if id != nil {
		t.FollowUpID = *id
	}
	if conversation != nil {
		t.SourceID, t.ConversationID = conversation.Source, postchat.CleanLine(conversation.ID)
	}
	return t
}

// submission is the operator's part in an input; whoever calls is the operator unless it names another.
func submission(in model.SubmitFollowUpInput, caller string) (postchat.Submission, error) {
	extra, err := postchat.ParseAddressList(in.ExtraAddresses)
	s := postchat.Submission{
		Codes: in.Codes, Extra: extra, Note: in.Note, Urgent: in.Urgent, Operator: cmp.Or(in.Operator, caller),
		Starred: in.Starred, Covered: in.Covered, Lifted: postchat.Lifts(in.Lifted),
	}
	return s, errors.Join(settings.At("extraAddresses", err), s.Validate())
}

// submitted is what an OK came to, as it is answered.
func submitted(s followup.Submitted) *model.SubmitFollowUpPayload {
	if s.FollowUp == nil {
		return &model.SubmitFollowUpPayload{Draft: s.Draft, Decision: s.Draft.Decision}
	}
	return &model.SubmitFollowUpPayload{FollowUp: s.FollowUp, Decision: s.FollowUp.Decision, SendsAt: moment(s.FollowUp.SendsAt())}
}

// undone is what an undo came to, as it is answered.
func undone(s followup.Submitted) *model.UndoFollowUpPayload {
	if s.FollowUp == nil {
		return &model.UndoFollowUpPayload{Draft: s.Draft}
	}
	return &model.UndoFollowUpPayload{FollowUp: s.FollowUp, SendsAt: moment(s.FollowUp.SendsAt())}
}

func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// textOf is an optional text; empty where it was left out.
func textOf(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func addressList(list []postchat.Address) *model.AddressList {
	return &model.AddressList{Items: list, Text: postchat.FormatAddressList(list)}
}

// codeAddresses are the lists of a table's codes, in their order.
func codeAddresses(t *postchat.Table) []model.CodeAddresses {
	rows := make([]model.CodeAddresses, len(t.Codes))
	for i := range t.Codes {
		rows[i] = model.CodeAddresses{Code: &t.Codes[i], Addresses: addressList(t.Addresses[t.Codes[i].ID])}
	}
	return rows
}

// customFields are what is known of a chat, by name.
func customFields(custom map[string]string) []model.CustomField {
	fields := make([]model.CustomField, 0, len(custom))
	for _, name := range slices.Sorted(maps.Keys(custom)) {
		fields = append(fields, model.CustomField{Name: name, Value: custom[name]})
	}
	return fields
}
