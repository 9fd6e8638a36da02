package web

import (
	"mime"
	"net/http"
	"strconv"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/mail"
)

// registerMails adds the parts of each mail, test mails too, exactly as they were sent: below /mails/{mail} the HTML part, for a frame
// in a page of ours, the source, and the attachments, counted from 1.
func (p Pages) registerMails(mux *http.ServeMux) {
	mux.HandleFunc("GET /mails/{mail}/html", p.guarded(html))
	mux.HandleFunc("GET /mails/{mail}/source", p.guarded(source))
	mux.HandleFunc("GET /mails/{mail}/attachments/{number}", p.guarded(attachment))
}

// sourceOf is the source of the mail that the request names.
func sourceOf(r *http.Request, scope *db.Scope) ([]byte, error) {
	id := r.PathValue("mail")
	if !isID(id) {
		return nil, postchat.NotFoundf("There is no such mail.")
	}
	m, err := scope.Mail(r.Context(), id)
	if err == nil {
		return m.Source, nil
	}
	if !postchat.IsKind(err, postchat.NotFound) {
		return nil, err
	}
	test, err := scope.TestMail(r.Context(), id)
	if postchat.IsKind(err, postchat.NotFound) {
		return nil, postchat.NotFoundf("There is no such mail.")
	}
	if err != nil {
		return nil, err
	}
	return test.Source, nil
}

// parts reads the mail that the request names and takes it apart.
func parts(r *http.Request, scope *db.Scope) (mail.Content, error) {
	source, err := sourceOf(r, scope)
	if err != nil {
		return mail.Content{}, err
	}
	return mail.Parts(source)
}

// html shows the HTML part alone: as the reader's machine would, or as a light or a dark one does where the parameter scheme says so.
func html(w http.ResponseWriter, r *http.Request, scope *db.Scope) error {
	content, err := parts(r, scope)
	if err != nil {
		return err
	}
	shown := content.HTML
	switch scheme := r.URL.Query().Get("scheme"); {
	case shown == "":
		return postchat.NotFoundf("This mail has no HTML part.")
	case scheme == "dark":
		shown = mail.Dark(shown)
	case scheme == "light":
		shown = mail.Light(shown)
	case scheme != "":
		return postchat.NotFoundf("A mail is shown light or dark.")
	}
	w.Header().Set("Content-Security-Policy", mailPolicy)
	send(w, http.StatusOK, "text/html; charset=utf-8", []byte(shown))
	return nil
}

// source shows the mail as it goes over the line.
func source(w http.ResponseWriter, r *http.Request, scope *db.Scope) error {
	text, err := sourceOf(r, scope)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Security-Policy", partPolicy)
	send(w, http.StatusOK, "text/plain; charset=utf-8", text)
	return nil
}

// attachment hands out an attachment, to be saved and not to be shown.
func attachment(w http.ResponseWriter, r *http.Request, scope *db.Scope) error {
	content, err := parts(r, scope)
	if err != nil {
		return err
	}
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil || number < 1 || number > len(content.Attachments) {
		return postchat.NotFoundf("There is no such attachment.")
	}
	a := content.Attachments[number-1]
	w.Header().Set("Content-Security-Policy", partPolicy)
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": a.Name}))
	send(w, http.StatusOK, "application/octet-stream", a.Bytes)
	return nil
}
