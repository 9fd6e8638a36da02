//go:build browser

package browser_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"time"

	"github.com/jhillyerd/enmime/v2"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/fakemailgun"
	"github.com/postchat/postchat/test/vendor"
)

// routes list what stories can ask for. What they ask of a house begins with its name.
func (s *stage) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /reports", s.giveReports)
	mux.HandleFunc("POST /built", s.build)
	mux.HandleFunc("GET /{house}", s.at(s.describe))
	mux.HandleFunc("POST /{house}/post", s.at(s.post))
	mux.HandleFunc("GET /{house}/mails", s.at(s.mails))
	mux.HandleFunc("POST /{house}/deliver", s.at(s.deliver))
	mux.HandleFunc("POST /{house}/bounce", s.at(s.bounce))
	mux.HandleFunc("POST /{house}/chatwoot", s.at(s.openChatwoot))
	mux.HandleFunc("POST /{house}/chatwoot/{id}", s.at(s.happen))
	mux.HandleFunc("POST /{house}/kill", s.at(s.kill))
	mux.HandleFunc("POST /{house}/restart", s.at(s.restart))
	return mux
}

// at answers with what ask returns for the house, as JSON; an error is answered in its words.
func (s *stage) at(ask func(h *house, r *http.Request) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		h, found := s.houses[r.PathValue("house")]
		s.mu.Unlock()
		if !found {
			http.NotFound(w, r)
			return
		}
		answer, err := ask(h, r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(answer)
	}
}

// describe says where the house is, and how to set it up.
func (s *stage) describe(h *house, r *http.Request) (any, error) {
	token := h.token.Reveal()
	for token == "" { // the demo's, which prints it when its own story is told
		select {
		case <-r.Context().Done():
			return nil, r.Context().Err()
		case <-time.After(10 * time.Millisecond):
			token = regexp.MustCompile(`pct_\S+`).FindString(h.server.Log())
		}
	}
	return map[string]string{"url": h.url, "api": h.server.URL() + "/graphql", "token": token}, nil
}

// build builds a house that nobody has set up, and answers with its name and with the link that its server prints for its owner.
func (s *stage) build(w http.ResponseWriter, r *http.Request) {
	var h *house
	_, _ = s.inTest(func() { h = s.newHouse() })
	s.mu.Lock()
	name := "built-" + strconv.Itoa(len(s.houses))
	s.houses[name] = h
	s.mu.Unlock()
	link, err := printedLink(r.Context(), h)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]string{"name": name, "link": link})
}

// setUpLink is what a server prints for whoever is to become its owner.
var setUpLink = regexp.MustCompile(`http://\S+/setup#pcl_\S+`)

// printedLink waits for the link, which a server prints a little after it answers.
func printedLink(ctx context.Context, h *house) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for {
		if link := setUpLink.FindString(h.server.Log()); link != "" {
			return link, nil
		}
		select {
		case <-ctx.Done():
			return "", fmt.Errorf("the server prints no link: %w", ctx.Err())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// posted is an event for the house, by a vendor.
type posted struct {
	Source, Vendor, Secret, Body string
}

// post has a vendor post an event to its source, signed as it does, and answers with the answer once it is 200.
func (s *stage) post(h *house, r *http.Request) (any, error) {
	var p posted
	if err := json.NewDecoder(r.Body).Decode(&p); err != nil {
		return nil, err
	}
	var sign vendor.Signer
	switch postchat.Vendor(p.Vendor) {
	case postchat.VendorPostchat:
		sign = vendor.StandardWebhooks(postchat.Secret(p.Secret))
	case postchat.VendorRocketChat:
		sign = vendor.RocketChat(postchat.Secret(p.Secret))
	default:
		return nil, fmt.Errorf("the vendor %q is not played here", p.Vendor)
	}
	answer, err := vendor.New(sign, h.server.URL()+"/hooks/"+p.Source).Deliver(r.Context(), p.Source, []byte(p.Body))
	return json.RawMessage(answer.Body), err
}

// mail is one that Mailgun took, as its reader has it.
type mail struct {
	MessageID string `json:"messageId"`
	Subject   string `json:"subject"`
	ReplyTo   string `json:"replyTo"`
	To        string `json:"to"`
	Text      string `json:"text"`
	HTML      string `json:"html"`
	Source    string `json:"source"`
}

// mails answers with what Mailgun took for a recipient, as soon as it is as many mails as the story wants.
func (s *stage) mails(h *house, r *http.Request) (any, error) {
	accepted, err := h.await(r)
	if err != nil {
		return nil, err
	}
	mails := make([]mail, len(accepted))
	for i, a := range accepted {
		e, err := enmime.NewParser(enmime.DisableCharacterDetection(true)).ReadEnvelope(bytes.NewReader(a.MIME))
		if err != nil {
			return nil, err
		}
		mails[i] = mail{
			MessageID: a.MessageID, Subject: e.GetHeader("Subject"), ReplyTo: e.GetHeader("Reply-To"), To: e.GetHeader("To"),
			Text: e.Text, HTML: e.HTML, Source: string(a.MIME),
		}
	}
	return mails, nil
}

// await waits until Mailgun has taken as many mails for the recipient as the request says.
func (h *house) await(r *http.Request) ([]fakemailgun.Accepted, error) {
	recipient := r.FormValue("to")
	count, err := strconv.Atoi(r.FormValue("count"))
	if err != nil {
		return nil, err
	}
	for all := h.mailgun.Count(); ; all++ {
		if accepted := h.mailgun.AcceptedFor(recipient); len(accepted) >= count {
			return accepted, nil
		}
		if _, err := h.mailgun.WaitAccepted(r.Context(), all+1); err != nil {
			return nil, fmt.Errorf("%s: %w", recipient, err)
		}
	}
}

// deliver has Mailgun deliver the next mail to a recipient, and tell the server so.
func (s *stage) deliver(h *house, r *http.Request) (any, error) {
	return h.happens(r, h.mailgun.Deliver)
}

// bounce has the recipient's mail server refuse the next mail for good, and Mailgun tell so.
func (s *stage) bounce(h *house, r *http.Request) (any, error) {
	return h.happens(r, func(a fakemailgun.Accepted) fakemailgun.Event { return h.mailgun.Bounce(a, 550, r.FormValue("words")) })
}

// happens lets something happen to the last mail for a recipient, and Mailgun tell the server so.
func (h *house) happens(r *http.Request, what func(fakemailgun.Accepted) fakemailgun.Event) (any, error) {
	accepted, err := h.await(r)
	if err != nil {
		return nil, err
	}
	event := what(accepted[len(accepted)-1].To(r.FormValue("to")))
	return event.ID, h.tell(r.Context(), event)
}

// tell posts the event until the server takes it, as Mailgun does: it may not know yet that Mailgun has the mail.
func (h *house) tell(ctx context.Context, event fakemailgun.Event) error {
	for {
		status, err := h.mailgun.Post(ctx, h.server.URL()+"/events/mailgun", event)
		if err == nil && status == http.StatusOK {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the server does not take the event: %d, %w", status, err)
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// kill kills the house's server, and restart starts it again.
func (s *stage) kill(h *house, _ *http.Request) (any, error) { return s.inTest(h.server.Kill9) }

func (s *stage) restart(h *house, _ *http.Request) (any, error) { return s.inTest(h.server.Restart) }

// inTest has the test's own goroutine do it.
func (s *stage) inTest(do func()) (any, error) {
	done := make(chan struct{})
	s.jobs <- func() {
		defer close(done)
		do()
	}
	<-done
	return nil, nil
}

// maxReport bounds a report, in bytes.
const maxReport = 64 << 10

// takeReport keeps what a browser reports.
func (s *stage) takeReport(w http.ResponseWriter, r *http.Request) {
	report, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxReport))
	if err == nil && json.Valid(report) {
		s.mu.Lock()
		s.reports = append(s.reports, report)
		s.mu.Unlock()
	}
	w.WriteHeader(http.StatusNoContent)
}

// giveReports answers with the reports that came since it was asked last.
func (s *stage) giveReports(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	reports := append([]json.RawMessage{}, s.reports...)
	s.reports = nil
	s.mu.Unlock()
	_ = json.NewEncoder(w).Encode(reports)
}
