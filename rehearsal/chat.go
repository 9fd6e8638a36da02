package rehearsal

import (
	"net/http"
	"strconv"

	"github.com/postchat/postchat"
)

// Chat is what came of a pretend chat.
type Chat struct {
	// State is that of its follow-up, and Number its number; empty and 0 until the hook has heard of the end.
	State  postchat.FollowUpState `json:"state"`
	Number int64                  `json:"number"`
	// Page is the follow-up's page, from the server's root.
	Page  string `json:"page"`
	Mails []Mail `json:"mails"`
}

// Mail is one mail of the follow-up.
type Mail struct {
	Subject string `json:"subject"`
	// Page is where it can be read, from the server's root.
	Page string `json:"page"`
}

// chat tells what came of a conversation of the stage's source.
func (r *Rehearsal) chat(w http.ResponseWriter, req *http.Request) {
	stage, err := r.Stage(req)
	if err != nil {
		r.fail(w, req, err)
		return
	}
	f, err := stage.Scope.FollowUpOfConversation(req.Context(), stage.Source.ID, req.PathValue("conversation"))
	if postchat.IsKind(err, postchat.NotFound) {
		answer(w, http.StatusOK, Chat{Mails: []Mail{}})
		return
	}
	if err != nil {
		r.fail(w, req, err)
		return
	}
	mails, err := stage.Scope.Mails(req.Context(), f.ID)
	if err != nil {
		r.fail(w, req, err)
		return
	}
	told := Chat{State: f.State, Number: f.Number, Page: "follow-ups/" + strconv.FormatInt(f.Number, 10), Mails: make([]Mail, len(mails))}
	for i, m := range mails {
		told.Mails[i] = Mail{Subject: m.Subject, Page: told.Page}
	}
	answer(w, http.StatusOK, told)
}
