package web

import (
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strconv"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/mail"
)

// mailView is a mail of the outbox, with its follow-up. Of the follow-up's mails it has only this one.
type mailView struct {
	followUpView

	Content mail.Content
}

// Mail is the mail with its receipt.
func (v mailView) Mail() mailReceipt { return v.Mails[0] }

// fileView is an attachment, with where it can be had.
type fileView struct {
	Name, URL string
	Size      int
}

// Files are the attachments.
func (v mailView) Files() []fileView {
	files := make([]fileView, len(v.Content.Attachments))
	for i, a := range v.Content.Attachments {
		files[i] = fileView{Name: a.Name, URL: fmt.Sprintf("%s/attachments/%d", v.Mail().URL, i+1), Size: len(a.Bytes)}
	}
	return files
}

func (p Pages) mail(w http.ResponseWriter, r *http.Request, scope *db.Scope) error {
	m, content, err := parts(r, scope)
	if err != nil {
		return err
	}
	f, err := scope.FollowUp(r.Context(), m.FollowUpID)
	if err != nil {
		return err
	}
	v := mailView{Content: content}
	if v.followUpView, err = p.view(r.Context(), scope, *f); err != nil {
		return err
	}
	v.frame = p.frame(r, m.Subject)
	v.Mails = slices.DeleteFunc(v.Mails, func(other mailReceipt) bool { return other.ID != m.ID })
	p.render(r.Context(), w, http.StatusOK, "mail", v)
	return nil
}

// find reads the mail that the request names.
func find(r *http.Request, scope *db.Scope) (*postchat.Mail, error) {
	id := r.PathValue("mail")
	if !isID(id) {
		return nil, postchat.NotFoundf("There is no such mail.")
	}
	return scope.Mail(r.Context(), id)
}

// parts reads the mail that the request names and takes it apart.
func parts(r *http.Request, scope *db.Scope) (*postchat.Mail, mail.Content, error) {
	m, err := find(r, scope)
	if err != nil {
		return nil, mail.Content{}, err
	}
	content, err := mail.Parts(m.Source)
	return m, content, err
}

// html shows the HTML part alone, for a frame.
func (p Pages) html(w http.ResponseWriter, r *http.Request, scope *db.Scope) error {
	_, content, err := parts(r, scope)
	if err != nil {
		return err
	}
	if content.HTML == "" {
		return postchat.NotFoundf("This mail has no HTML part.")
	}
	w.Header().Set("Content-Security-Policy", mailPolicy)
	send(w, http.StatusOK, "text/html; charset=utf-8", []byte(content.HTML))
	return nil
}

// source shows the mail as it goes over the line.
func (p Pages) source(w http.ResponseWriter, r *http.Request, scope *db.Scope) error {
	m, err := find(r, scope)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Security-Policy", partPolicy)
	send(w, http.StatusOK, "text/plain; charset=utf-8", m.Source)
	return nil
}

// attachment hands out an attachment, counted from 1, to be saved and not to be shown.
func (p Pages) attachment(w http.ResponseWriter, r *http.Request, scope *db.Scope) error {
	_, content, err := parts(r, scope)
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
