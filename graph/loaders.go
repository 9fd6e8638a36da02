package graph

import (
	"context"
	"sync"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
)

// loaders are the loaders of one field of Query or Mutation, all inside the viewer's account.
type loaders struct {
	person        loader[*postchat.Person]
	campaign      loader[*postchat.Campaign]
	goal          loader[*postchat.Goal]
	goals         loader[[]postchat.Goal] // by campaign
	successCode   loader[*postchat.SuccessCode]
	successCodes  loader[[]postchat.SuccessCode] // by campaign
	addresses     loader[*postchat.Table]        // by campaign
	source        loader[*postchat.Source]
	ignored       loader[[]db.IgnoredCount] // by source
	chat          loader[*postchat.Chat]
	transcript    loader[postchat.Transcript] // by chat
	followUp      loader[*postchat.FollowUp]
	chatsFollowUp loader[*postchat.FollowUp] // by chat
	mail          loader[*postchat.Mail]
	mails         loader[[]postchat.Mail]     // by follow-up
	mailSource    loader[[]byte]              // by mail
	deliveries    loader[[]postchat.Delivery] // by follow-up
	steps         loader[[]postchat.DeliveryStep]

	events eventLoaders
}

func newLoaders(scope *db.Scope) *loaders {
	l := &loaders{
		person:        loader[*postchat.Person]{what: "person", read: scope.PeopleByID},
		campaign:      loader[*postchat.Campaign]{what: "campaign", read: scope.CampaignsByID},
		goal:          loader[*postchat.Goal]{what: "goal", read: scope.GoalsByID},
		goals:         loader[[]postchat.Goal]{read: scope.GoalsByCampaign},
		successCode:   loader[*postchat.SuccessCode]{what: "success code", read: scope.SuccessCodesByID},
		successCodes:  loader[[]postchat.SuccessCode]{read: scope.SuccessCodesByCampaign},
		addresses:     loader[*postchat.Table]{what: "campaign", read: scope.TablesByCampaign},
		source:        loader[*postchat.Source]{what: "source", read: scope.SourcesByID},
		ignored:       loader[[]db.IgnoredCount]{read: scope.IgnoredBySource},
		chat:          loader[*postchat.Chat]{what: "chat", read: scope.ChatsByID},
		transcript:    loader[postchat.Transcript]{what: "chat", read: scope.TranscriptsByChat},
		followUp:      loader[*postchat.FollowUp]{what: "follow-up", read: scope.FollowUpsByID},
		chatsFollowUp: loader[*postchat.FollowUp]{what: "follow-up", read: scope.FollowUpsByChat},
		mail:          loader[*postchat.Mail]{what: "mail", read: scope.MailsByID},
		mails:         loader[[]postchat.Mail]{read: scope.MailsByFollowUp},
		mailSource:    loader[[]byte]{what: "mail", read: scope.MailSources},
		deliveries:    loader[[]postchat.Delivery]{read: scope.DeliveriesByFollowUp},
		steps:         loader[[]postchat.DeliveryStep]{read: scope.StepsByDelivery},
		events:        eventLoaders{scope: scope, bySize: map[int]*loader[[]postchat.RawEvent]{}},
	}
	l.campaign.then = func(c *postchat.Campaign) { l.expectOfCampaign(*c) }
	l.goals.then = func(goals []postchat.Goal) { expectOf(goals, l.expectOfGoal) }
	l.successCodes.then = func(codes []postchat.SuccessCode) { expectOf(codes, l.expectOfCode) }
	l.addresses.then = func(t *postchat.Table) { expectOf(t.Codes, l.expectOfCode) }
	l.source.then = func(s *postchat.Source) { l.expectOfSource(*s) }
	l.chat.then = func(c *postchat.Chat) { l.expectOfChat(*c) }
	l.followUp.then = func(f *postchat.FollowUp) { l.expectOfFollowUp(*f) }
	l.chatsFollowUp.then = l.followUp.then
	l.mail.then = func(m *postchat.Mail) { l.mailSource.expect(m.ID) }
	l.mails.then = func(mails []postchat.Mail) {
		expectOf(mails, func(m postchat.Mail) { l.mailSource.expect(m.ID) })
	}
	l.deliveries.then = func(deliveries []postchat.Delivery) { expectOf(deliveries, l.expectOfDelivery) }
	return l
}

// expectOf announces what each of rows makes expectable.
func expectOf[T any](rows []T, of func(T)) {
	for _, row := range rows {
		of(row)
	}
}

func (l *loaders) expectOfCampaign(c postchat.Campaign) {
	l.goals.expect(c.ID)
	l.successCodes.expect(c.ID)
	l.addresses.expect(c.ID)
}

func (l *loaders) expectOfGoal(g postchat.Goal) { l.campaign.expect(g.CampaignID) }

func (l *loaders) expectOfCode(c postchat.SuccessCode) {
	l.campaign.expect(c.CampaignID)
	l.goal.expect(c.GoalID)
}

func (l *loaders) expectOfSource(s postchat.Source) {
	l.campaign.expect(s.DefaultCampaignID)
	for _, rule := range s.Rules {
		l.campaign.expect(rule.CampaignID)
	}
	l.ignored.expect(s.ID)
	l.events.expect(s.ID)
}

func (l *loaders) expectOfEvent(e postchat.RawEvent) { l.chat.expect(e.ChatID) }

func (l *loaders) expectOfChat(c postchat.Chat) {
	l.campaign.expect(c.CampaignID)
	l.source.expect(c.SourceID)
	l.transcript.expect(c.ID)
	l.chatsFollowUp.expect(c.ID)
}

func (l *loaders) expectOfFollowUp(f postchat.FollowUp) {
	l.campaign.expect(f.CampaignID)
	l.chat.expect(f.ChatID)
	l.mails.expect(f.ID)
	l.deliveries.expect(f.ID)
	l.expectOfDecision(f.Decision)
}

// expected announces what a follow-up that was just changed makes expectable, and returns it; nil for nil.
func (l *loaders) expected(f *postchat.FollowUp) *postchat.FollowUp {
	if f != nil {
		l.expectOfFollowUp(*f)
	}
	return f
}

func (l *loaders) expectOfDecision(d *postchat.Decision) {
	if d == nil {
		return
	}
	for _, verdict := range d.Codes {
		l.successCode.expect(verdict.CodeID)
	}
}

// expectOfPreview announces what a mail to be looked at makes expectable; nil nothing.
func (l *loaders) expectOfPreview(p *followup.Previewed) {
	if p != nil {
		l.expected(p.FollowUp)
		l.expectOfDecision(&p.Decision)
	}
}

// expectedTest announces what a test mail makes expectable, and returns it; nil for nil.
func (l *loaders) expectedTest(m *postchat.TestMail) *postchat.TestMail {
	if m != nil {
		l.campaign.expect(m.CampaignID)
		l.followUp.expect(m.FollowUpID)
	}
	return m
}

func (l *loaders) expectOfDelivery(d postchat.Delivery) {
	if d.ReplacedBy != "" {
		l.mail.expect(d.ReplacedBy)
	}
	l.mail.expect(d.MailID)
	l.steps.expect(d.ID)
}

// eventLoaders are the loaders of sources' last events, one for each number of events that the query asks for.
type eventLoaders struct {
	scope *db.Scope

	mu       sync.Mutex
	expected []string
	bySize   map[int]*loader[[]postchat.RawEvent]
}

func (e *eventLoaders) expect(sourceID string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.expected = append(e.expected, sourceID)
}

// lastEvents returns the loader of the newest size events of a source.
func (l *loaders) lastEvents(size int) *loader[[]postchat.RawEvent] {
	e := &l.events
	e.mu.Lock()
	defer e.mu.Unlock()
	events, known := e.bySize[size]
	if !known {
		events = &loader[[]postchat.RawEvent]{
			read: func(ctx context.Context, ids []string) (map[string][]postchat.RawEvent, error) {
				return e.scope.RawEventsBySource(ctx, ids, size)
			},
			then: func(rows []postchat.RawEvent) { expectOf(rows, l.expectOfEvent) },
		}
		events.expect(e.expected...)
		e.bySize[size] = events
	}
	return events
}
