package app

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/rehearsal"
	"github.com/postchat/postchat/settings"
	"github.com/postchat/postchat/webhook"
)

// demoWindow is the name of the source whose window stands on /try.
const demoWindow = "Fernhill shop desk"

// demoStage is where everybody may rehearse in the demo, once its settings are there.
type demoStage struct {
	stage atomic.Pointer[rehearsal.Stage]
}

// at is the stage for a request, of which the demo has one.
func (d *demoStage) at(*http.Request) (*rehearsal.Stage, error) {
	stage := d.stage.Load()
	if stage == nil {
		return nil, postchat.NotFoundf("There is no such page.")
	}
	return stage, nil
}

// openTry gives the source of /try to whoever plays, who is let in as the owner of the demo.
func (s *story) openTry(ctx context.Context, made newSource) error {
	source := made.Source
	source.Secrets = []postchat.SourceSecret{{Value: made.secret}}
	_, err := editor(s.scope, nil).UpdateSource(ctx, settings.SourceChange{ID: source.ID, FrameOrigins: s.origins()})
	if err != nil {
		return fmt.Errorf("let the demo's page show the window: %w", err)
	}
	visit := demoVisit(s.parts.door)
	viewer, err := s.parts.welcome(ctx, visit)
	if err != nil {
		return fmt.Errorf("let somebody play the operator: %w", err)
	}
	s.parts.demo.stage.Store(&rehearsal.Stage{
		Source: source, HookURL: webhook.Address(s.server.config.BaseURL(), source.ID, ""), Scope: s.scope, Cast: demoCast,
		Seat: func(ctx context.Context) (postchat.Secret, error) {
			seat, err := s.parts.door.CreatePanelToken(ctx, visit, viewer, source.ID)
			return seat.Token, err
		},
	})
	return nil
}

// origins are those at which the demo's pages are reached on this machine.
func (s *story) origins() []string {
	base := s.server.config.BaseURL()
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(base, "http://"))
	return slices.Compact([]string{base, "http://localhost:" + port})
}

var demoCast = rehearsal.Cast{
	Visitor:  postchat.Visitor{ID: "v-7c21", Name: "Noor Jansen", Email: "noor@visitor.example", Phone: "+31 20 555 0142"},
	Operator: lotte,
	VisitorLines: []string{
		"Hello! Does the Heron with the front rack also come in green?",
		"We would need three of them before the first of March, for our bakery.",
		"My card is 4111 1111 1111 1111, can I pay a deposit with that?",
		"Great, please call me. Thank you!",
	},
	OperatorLines: []string{
		"Good morning, this is Lotte. Let me look that up for you.",
		"Yes, in moss green. How many do you need, and when?",
		"Please don't send card numbers here, I have a colleague call you.",
		"A colleague from sales will call you today.",
	},
	Page: "https://fernhill.example/heron",
}
