package graph

import (
	"context"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/settings"
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
	mails         loader[[]postchat.Mail]       // by follow-up
	mailSource    loader[[]byte]                // by mail
	deliveries    loader[[]postchat.Delivery]   // by follow-up
	audit         loader[[]postchat.AuditEntry] // by object
	steps         loader[[]postchat.DeliveryStep]
	health        loader[*postchat.AddressHealth] // by address
	notForwarded  loader[[]db.NotForwardedCount]  // by campaign
	event         loader[*postchat.RawEvent]
	eventBody     loader[[]byte]               // by event
	lastHeard     loader[time.Time]            // by source
	refused       loader[*db.Refused]          // by source
	awaited       loader[db.SourceTranscripts] // by source

	histories   variants[db.TablePage, *db.TableHistory] // by campaign
	events      variants[db.EventPage, *db.EventList]    // by source
	eventCounts variants[time.Time, []db.EventCount]     // by source
	codeUse     variants[int, int]                       // by code
}

// countedEvents is how far back a source's events are counted where the query does not say.
const countedEvents = 7 * 24 * time.Hour

func newLoaders(scope *db.Scope, now func() time.Time) *loaders {
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
		audit:         loader[[]postchat.AuditEntry]{read: scope.AuditByObject},
		steps:         loader[[]postchat.DeliveryStep]{read: scope.StepsByDelivery},
		health:        loader[*postchat.AddressHealth]{read: scope.HealthByAddress},
		event:         loader[*postchat.RawEvent]{what: "event", read: scope.EventsByID},
		eventBody:     loader[[]byte]{what: "event", read: scope.EventBodies},
		lastHeard:     loader[time.Time]{read: scope.LastHeard},
		refused:       loader[*db.Refused]{read: scope.RefusedBySource},
		awaited:       loader[db.SourceTranscripts]{read: scope.TranscriptsBySource},
	}
	l.notForwarded.read = func(ctx context.Context, ids []string) (map[string][]db.NotForwardedCount, error) {
		return scope.NotForwarded(ctx, ids, settings.HolesSince(now()))
	}
	l.histories.make = func(page db.TablePage) *loader[*db.TableHistory] {
		return &loader[*db.TableHistory]{
			what: "campaign",
			read: func(ctx context.Context, ids []string) (map[string]*db.TableHistory, error) {
				return scope.TableHistories(ctx, ids, page)
			},
			then: func(h *db.TableHistory) { expectOf(h.Tables, l.expectOfTable) },
		}
	}
	l.events.make = func(page db.EventPage) *loader[*db.EventList] {
		return &loader[*db.EventList]{
			what: "source",
			read: func(ctx context.Context, ids []string) (map[string]*db.EventList, error) {
				return scope.EventLists(ctx, ids, page)
			},
			then: func(list *db.EventList) { expectOf(list.Events, l.expectOfEvent) },
		}
	}
	l.eventCounts.make = func(since time.Time) *loader[[]db.EventCount] {
		if since.IsZero() {
			since = now().Add(-countedEvents)
		}
		return &loader[[]db.EventCount]{
			read: func(ctx context.Context, ids []string) (map[string][]db.EventCount, error) {
				return scope.EventCounts(ctx, ids, since)
			},
		}
	}
	l.codeUse.make = func(days int) *loader[int] {
		return &loader[int]{read: func(ctx context.Context, ids []string) (map[string]int, error) { return scope.CodeUse(ctx, ids, days) }}
	}
	l.announce()
	return l
}

// announce has every loader tell the others what its rows make expectable.
func (l *loaders) announce() {
	l.campaign.then = func(c *postchat.Campaign) { l.expectOfCampaign(*c) }
	l.goals.then = func(goals []postchat.Goal) { expectOf(goals, l.expectOfGoal) }
	l.successCodes.then = func(codes []postchat.SuccessCode) { expectOf(codes, l.expectOfCode) }
	l.addresses.then = func(t *postchat.Table) { l.expectOfTable(*t) }
	l.event.then = func(e *postchat.RawEvent) { l.expectOfEvent(*e) }
	l.source.then = func(s *postchat.Source) { l.expectOfSource(*s) }
	l.chat.then = func(c *postchat.Chat) { l.expectOfChat(*c) }
	l.followUp.then = func(f *postchat.FollowUp) { l.expectOfFollowUp(*f) }
	l.chatsFollowUp.then = l.followUp.then
	l.mail.then = func(m *postchat.Mail) { l.expectOfMail(*m) }
	l.mails.then = func(mails []postchat.Mail) { expectOf(mails, l.expectOfMail) }
	l.deliveries.then = func(deliveries []postchat.Delivery) { expectOf(deliveries, l.expectOfDelivery) }
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
	l.notForwarded.expect(c.ID)
	l.histories.expect(c.ID)
}

// expectOfCheckList announces what a check-list makes expectable; nil nothing.
func (l *loaders) expectOfCheckList(list *settings.CheckList) {
	if list == nil {
		return
	}
	expectOf(list.Campaigns, func(c settings.CampaignCheck) { l.expectOfCampaign(c.Campaign) })
	if list.Sample != nil {
		l.expectOfCampaign(*list.Sample)
	}
}

func (l *loaders) expectOfTable(t postchat.Table) {
	expectOf(t.Codes, l.expectOfCode)
	expectOf(t.Standard, l.expectOfAddress)
	for _, list := range t.Addresses {
		expectOf(list, l.expectOfAddress)
	}
}

func (l *loaders) expectOfAddress(a postchat.Address) { l.health.expect(a.Key()) }

func (l *loaders) expectOfGoal(g postchat.Goal) { l.campaign.expect(g.CampaignID) }

func (l *loaders) expectOfCode(c postchat.SuccessCode) {
	l.campaign.expect(c.CampaignID)
	l.goal.expect(c.GoalID)
	l.codeUse.expect(c.ID)
}

func (l *loaders) expectOfSource(s postchat.Source) {
	l.campaign.expect(s.DefaultCampaignID)
	for _, rule := range s.Rules {
		l.campaign.expect(rule.CampaignID)
	}
	l.ignored.expect(s.ID)
	l.lastHeard.expect(s.ID)
	l.refused.expect(s.ID)
	l.events.expect(s.ID)
	l.eventCounts.expect(s.ID)
}

func (l *loaders) expectOfEvent(e postchat.RawEvent) {
	l.chat.expect(e.ChatID)
	l.source.expect(e.SourceID)
	l.eventBody.expect(e.ID)
}

func (l *loaders) expectOfChat(c postchat.Chat) {
	l.campaign.expect(c.CampaignID)
	l.source.expect(c.SourceID)
	l.transcript.expect(c.ID)
	l.chatsFollowUp.expect(c.ID)
}

func (l *loaders) expectOfFollowUp(f postchat.FollowUp) {
	l.campaign.expect(f.CampaignID)
	l.chat.expect(f.ChatID)
	l.transcript.expect(f.ChatID)
	l.mails.expect(f.ID)
	l.deliveries.expect(f.ID)
	l.audit.expect(f.ID)
	l.addresses.expect(f.CampaignID)
	l.expectOfDecision(f.Decision)
	expectOf(f.Submission.Extra, l.expectOfAddress)
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
		l.codeUse.expect(verdict.CodeID)
	}
	for _, recipient := range d.Recipients {
		l.expectOfAddress(recipient.Address)
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

func (l *loaders) expectOfMail(m postchat.Mail) {
	l.mailSource.expect(m.ID)
	l.followUp.expect(m.FollowUpID)
	l.deliveries.expect(m.FollowUpID)
}

func (l *loaders) expectOfDelivery(d postchat.Delivery) {
	if d.ReplacedBy != "" {
		l.mail.expect(d.ReplacedBy)
	}
	l.mail.expect(d.MailID)
	l.steps.expect(d.ID)
	l.expectOfAddress(d.Recipient)
}

func (l *loaders) expectOfDiff(d postchat.TableDiff) {
	of := func(list postchat.ListDiff) {
		for _, addresses := range [][]postchat.Address{list.Added, list.Removed, list.Renamed} {
			expectOf(addresses, l.expectOfAddress)
		}
	}
	of(d.Standard)
	for _, code := range d.Codes {
		l.expectOfCode(code.Code)
		of(code.ListDiff)
	}
}

func (l *loaders) expectOfDifference(d settings.ReplayDifference) {
	l.followUp.expect(d.FollowUpID)
	l.expectOfDecision(d.Before)
	l.expectOfDecision(d.After)
}
