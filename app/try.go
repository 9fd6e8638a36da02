package app

import (
	"context"
	"net"
	"net/http"
	"strconv"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/rehearsal"
	"github.com/postchat/postchat/settings"
	"github.com/postchat/postchat/web"
	"github.com/postchat/postchat/webhook"
)

// registerTry adds /try: in the demo for everybody, else for people who may make a sample, once there is one.
func (s *server) registerTry(mux *http.ServeMux, p *parts, pages web.Pages) {
	o := rehearsal.Options{
		Stage: p.demo.at, Page: func(w http.ResponseWriter, r *http.Request, scene rehearsal.Scene) { pages.Try(w, r, scene) },
		PublicURL: s.config.BaseURL(), Outbox: pages.Outbox, Now: postchat.Now, Log: s.log,
	}
	if !s.open {
		o.Stage, o.Refuse = (&sampleStage{parts: p, guard: p.door.Guard(), hooks: ownURL(s.listener.Addr())}).at, pages.RefuseTry
	}
	rehearsal.New(o).Register(mux)
}

// sampleStage is where people rehearse in an installation of their own.
type sampleStage struct {
	parts *parts
	guard auth.Guard
	// hooks is the address under which this server reaches itself.
	hooks string
}

// at is the stage for a request: that of the account's sample. It is NotFound, with what is to be done, where there is none in use.
func (s *sampleStage) at(r *http.Request) (*rehearsal.Stage, error) {
	viewer, err := s.guard.Viewer(r)
	if err == nil {
		err = viewer.Require(postchat.PermissionAccount)
	}
	if err == nil && viewer.PersonID() == "" {
		err = postchat.Deniedf("This is for people who are signed in.")
	}
	if err != nil {
		return nil, err
	}
	scope := viewer.Scope(s.parts.store)
	sample, err := settings.Editor{Scope: scope, Now: postchat.Now}.Sample(r.Context())
	if postchat.IsKind(err, postchat.NotFound) || err == nil && !sample.InUse() {
		return nil, postchat.NotFoundf("There is no sample to try. Make one with “Try it now” at /start.")
	}
	if err != nil {
		return nil, err
	}
	cast := sampleCast
	cast.Operator.Name = viewer.Name()
	return &rehearsal.Stage{
		Source: sample.Source, HookURL: webhook.Address(s.hooks, sample.Source.ID, ""), Scope: scope, Cast: cast,
		Seat: func(ctx context.Context) (postchat.Secret, error) {
			seat, err := s.parts.door.CreatePanelToken(ctx, s.parts.door.Visit(http.Header{}, r), viewer, sample.Source.ID)
			return seat.Token, err
		},
	}, nil
}

// ownURL is where a server that listens at the address reaches itself, whatever stands before it.
func ownURL(address net.Addr) string {
	host := "127.0.0.1"
	tcp, ok := address.(*net.TCPAddr)
	if !ok {
		return "http://" + address.String()
	}
	if !tcp.IP.IsUnspecified() {
		host = tcp.IP.String()
	}
	return "http://" + net.JoinHostPort(host, strconv.Itoa(tcp.Port))
}

var sampleCast = rehearsal.Cast{
	Visitor:  postchat.Visitor{ID: "v-7c21", Name: "Noor Jansen", Email: "noor@visitor.example", Phone: "+31 20 555 0142"},
	Operator: postchat.Operator{ID: "o-1"},
	VisitorLines: []string{
		"Hello! Do you have the blue one in stock?",
		"We would need three of them before the first of next month.",
		"My card is 4111 1111 1111 1111, can I pay a deposit with that?",
		"Great, please call me. Thank you!",
	},
	OperatorLines: []string{
		"Good morning! Let me look that up for you.",
		"Yes, it is in stock. How many do you need, and when?",
		"Please don't send card numbers here, I have a colleague call you.",
		"A colleague from sales will call you today.",
	},
	Page: "https://shop.example.com/blue-one",
}
