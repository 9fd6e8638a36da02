package graph_test

import (
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

const submitMarks = `mutation($input: SubmitFollowUpInput!) { submitFollowUp(input: $input) { followUp {
	submission { starred covered { message start end by } lifted { message start end by } }
	suggestedCovers { message start end kind lifted }
	chat { transcript { key vendorId text } }
	history { detail }
} } }`

func TestAnOperatorMarksWhatIsInTheMail(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		e := s.Close("room-1", "lead")
		e.Chat.Transcript = append(e.Chat.Transcript, postchat.Message{At: e.Chat.ClosedAt, Role: postchat.RoleVisitor, Text: "🏠 4111 1111 1111 1111"})
		closed := record(t, store, s.Arrival(e, "1"))

		// As it would be, before anything is saved.
		marks := object{
			"followUp": closed.FollowUpID, "starred": []string{"2"}, "covered": []object{{"message": "1", "start": 0, "end": 11}, {"message": "1", "start": 10, "end": 13}},
			"lifted": []object{{"message": "#3", "start": 2, "end": 21}},
		}
		var p preview
		a.must(&p, previewQuery, object{"input": marks})
		plain := p.PreviewMail.Content.Plain
		important, _, _ := strings.Cut(plain, "Codes:")
		if !strings.Contains(important, "  Yes, how many people?") || !strings.Contains(plain, "  ████████ bigger plan?") || !strings.Contains(plain, "🏠 4111 1111 1111 1111") {
			t.Errorf("the preview is\n%s", plain)
		}
		delete(marks, "lifted")
		a.must(&p, previewQuery, object{"input": marks})
		if plain := p.PreviewMail.Content.Plain; !strings.Contains(plain, "🏠 ████████\n") || !strings.Contains(plain, "Texts covered in this mail: 2.") {
			t.Errorf("the preview is\n%s", plain)
		}

		var submitted map[string]any
		a.must(&submitted, submitMarks, object{"input": marks})
		compare(t, submitted, `{"submitFollowUp": {"followUp": {
			"submission": {"starred": ["2"], "covered": [{"message": "1", "start": 0, "end": 13, "by": "Dana's script"}], "lifted": []},
			"suggestedCovers": [{"message": "#3", "start": 2, "end": 21, "kind": "CARD", "lifted": false}],
			"chat": {"transcript": [
				{"key": "1", "vendorId": "1", "text": "Do you have a bigger plan?"}, {"key": "2", "vendorId": "2", "text": "Yes, how many people?"},
				{"key": "#3", "vendorId": "", "text": "🏠 4111 1111 1111 1111"}
			]},
			"history": [{"detail": "starred: 1; covered: 1"}]
		}}}`)
		a.must(&p, previewQuery, object{"input": object{"followUp": closed.FollowUpID}})
		if !strings.Contains(p.PreviewMail.Content.Plain, "  ████████ bigger plan?") {
			t.Errorf("the preview without marks of its own is\n%s", p.PreviewMail.Content.Plain)
		}
	})
}

func TestMarksThatAreNotAboutTheChatAreRefused(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, postchat.Now)
		closed := record(t, store, s.Arrival(s.Close("room-1", "lead"), "1"))
		wrong := object{
			"followUp": closed.FollowUpID, "starred": []string{"7"}, "covered": []object{{"message": "1", "start": 0, "end": 99}, {"message": "", "start": 0, "end": 1}},
			"lifted": []object{{"message": "1", "start": -1, "end": 1}, {"message": "1", "start": 1, "end": 1}},
		}
		want := []string{
			"INVALID input.starred[0]", "INVALID input.covered[0].end", "INVALID input.covered[1].message", "INVALID input.lifted[0].start", "INVALID input.lifted[1].end",
		}
		a.refused(submit, object{"input": wrong}, want...)
		a.refused(previewQuery, object{"input": wrong}, want...)

		many := make([]string, postchat.MaxMarks+1)
		for i := range many {
			many[i] = strings.Repeat("x", i+1)
		}
		a.refused(submit, object{"input": object{"followUp": closed.FollowUpID, "starred": many}}, "INVALID input.starred")
	})
}
