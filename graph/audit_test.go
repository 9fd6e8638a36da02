package graph_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/graph/generated"
	"github.com/postchat/postchat/settings"
	"github.com/postchat/postchat/test/stores"
)

// office is an account in which every mutation can be tried. What is private there says so.
type office struct {
	*stores.Campaign
	t     *testing.T
	api   *api
	store *db.Store
	clock *stores.Clock
	rooms int
}

// private is in every text of the office that must never get into the audit log.
const private = "PRIVATE"

// closes records a chat that has ended.
func (o *office) closes(codes ...string) string {
	o.t.Helper()
	o.rooms++
	room := "room-" + time.Duration(o.rooms).String()
	event := o.Close(room, codes...)
	event.Chat.Visitor = postchat.Visitor{Name: private, Email: private + "@visitor.example", Phone: private}
	event.Chat.Subject, event.Chat.Custom = private, map[string]string{"key": private}
	event.Chat.Transcript[0].Text = private
	arrival := o.Arrival(event, room)
	arrival.ReceivedAt = o.clock.Now()
	return record(o.t, o.store, arrival).FollowUpID
}

// queued is a follow-up whose mails wait to be sent.
func (o *office) queued() string {
	o.t.Helper()
	id := o.closes("lead")
	o.clock.Move(time.Minute)
	route(o.t, o.store, o.api, 10)
	return id
}

// uncertain is a delivery whose answer was lost.
func (o *office) uncertain() string {
	o.t.Helper()
	id, lost := o.queued(), ""
	claimed, err := o.store.ClaimQueued(o.t.Context(), db.Lease{Owner: "test", Until: o.clock.Now().Add(time.Minute)}, "smtp", 100)
	if err != nil {
		o.t.Fatal(err)
	}
	for _, c := range claimed {
		change := db.Change{State: postchat.DeliveryAccepted, Transport: "smtp"}
		if c.FollowUpID == id {
			change.State, lost = postchat.DeliveryUncertain, c.ID
		}
		if _, err := o.store.Finish(o.t.Context(), db.Result{Delivery: c.Delivery, Change: change}); err != nil {
			o.t.Fatal(err)
		}
	}
	return lost
}

// submits is an operator's OK.
func (o *office) submits(followUp string) object {
	return object{
		"followUp": followUp, "codes": []string{"lead"}, "note": private + " note", "urgent": true, "operator": "Dana K.",
		"extraAddresses": private + "@visitor.example",
	}
}

// must runs a mutation.
func (o *office) must(name string, input object) {
	o.t.Helper()
	o.api.must(nil, mutation(name), object{"input": input})
}

// mutation is the text of a mutation.
func mutation(name string) string {
	return "mutation($input: " + strings.ToUpper(name[:1]) + name[1:] + "Input!) { " + name + "(input: $input) { __typename } }"
}

// mutations say for every mutation how it is made to succeed and to change something, and what the audit log calls that.
var mutations = map[string]struct {
	action string
	input  func(o *office) object
}{
	"createCampaign":      {"campaign.create", func(*office) object { return object{"name": "Acme shop"} }},
	"updateCampaign":      {"campaign.update", func(o *office) object { return object{"id": o.ID, "name": "Acme website", "timeZone": "Europe/Vienna"} }},
	"updateGoalSettings":  {"goal_settings.update", func(o *office) object { return object{"campaign": o.ID, "allowMultiple": true, "timeLimit": 7200} }},
	"updateMailSettings":  {"mail_settings.update", func(o *office) object { return object{"campaign": o.ID, "senderName": "Acme desk"} }},
	"updateSendingLimits": {"sending_limits.update", func(o *office) object { return object{"campaign": o.ID, "mailLimit": 1000} }},
	"saveCodeMailSettings": {"mail_settings.update", func(o *office) object {
		return object{"code": o.Table.Codes[0].ID, "intro": "Hello sales"}
	}},
	"sendTestMail": {"test_mail.send", func(o *office) object {
		o.must("updateSendingLimits", object{"campaign": o.ID, "mailLimit": 0})
		return object{"mail": object{"followUp": o.closes("lead"), "note": private}, "to": "dana@acme.example", "idempotencyKey": "first"}
	}},
	"retireCampaign": {"campaign.retire", func(o *office) object { return object{"id": o.another()} }},
	"restoreCampaign": {"campaign.restore", func(o *office) object {
		id := o.another()
		o.must("retireCampaign", object{"id": id})
		return object{"id": id}
	}},
	"createSample": {"campaign.create", func(*office) object { return object{} }},
	"removeSample": {"campaign.retire", func(o *office) object {
		o.must("createSample", object{})
		sample, err := settings.Editor{Scope: o.Scope}.Sample(o.t.Context())
		if err != nil {
			o.t.Fatal(err)
		}
		return object{"campaign": sample.Campaign.ID}
	}},
	"createGoal": {"goal.create", func(o *office) object { return object{"campaign": o.ID, "name": "Service"} }},
	"updateGoal": {"goal.update", func(o *office) object { return object{"id": o.goal(), "name": "Renamed"} }},
	"deleteGoal": {"goal.delete", func(o *office) object { return object{"id": o.goal()} }},
	"orderGoals": {"goal.order", func(o *office) object {
		o.goal()
		o.goal()
		goals := ids(o.goals())
		return object{"campaign": o.ID, "goals": append(goals[1:], goals[0])}
	}},
	"createSuccessCode":  {"success_code.create", func(o *office) object { return object{"campaign": o.ID, "label": "call back"} }},
	"updateSuccessCode":  {"success_code.update", func(o *office) object { return object{"id": o.Table.Codes[2].ID, "goal": o.goal(), "color": "#ff0000"} }},
	"retireSuccessCode":  {"success_code.retire", func(o *office) object { return object{"id": o.Table.Codes[2].ID} }},
	"restoreSuccessCode": {"success_code.restore", func(o *office) object { return object{"id": o.Table.Codes[3].ID} }},
	"orderSuccessCodes": {"success_code.order", func(o *office) object {
		codes, err := o.Scope.SuccessCodes(o.t.Context(), o.ID)
		if err != nil {
			o.t.Fatal(err)
		}
		order := []string{codes[len(codes)-1].ID}
		for _, code := range codes[:len(codes)-1] {
			order = append(order, code.ID)
		}
		return object{"campaign": o.ID, "codes": order}
	}},
	"saveFollowUpAddresses": {"follow_up_addresses.save", func(o *office) object {
		return object{"campaign": o.ID, "version": o.version(), "comment": private, "standard": "desk@acme.example", "codes": o.lists()}
	}},
	"restoreFollowUpAddresses": {"follow_up_addresses.restore", func(o *office) object {
		o.must("saveFollowUpAddresses", object{"campaign": o.ID, "version": o.version(), "standard": "desk@acme.example", "codes": o.lists()})
		return object{"campaign": o.ID, "version": 1, "expectedVersion": o.version(), "comment": private}
	}},
	"createSource": {"source.create", func(o *office) object {
		return object{"name": "Second chat", "vendor": "postchat", "defaultCampaign": o.ID}
	}},
	"updateSource":       {"source.update", func(o *office) object { return object{"id": o.Source.ID, "hold": 30} }},
	"rotateSourceSecret": {"source.rotate_secret", func(o *office) object { return object{"source": o.Source.ID} }},
	"withdrawSourceSecret": {"source.withdraw_secret", func(o *office) object {
		o.must("rotateSourceSecret", object{"source": o.Source.ID})
		source, err := o.Scope.Source(o.t.Context(), o.Source.ID)
		if err != nil {
			o.t.Fatal(err)
		}
		return object{"source": source.ID, "secret": source.Secrets[1].ID}
	}},
	"retireSource": {"source.retire", func(o *office) object { return object{"id": o.Source.ID} }},
	"restoreSource": {"source.restore", func(o *office) object {
		o.must("retireSource", object{"id": o.Source.ID})
		return object{"id": o.Source.ID}
	}},
	"replayEvent": {"event.replay", func(o *office) object {
		unread := o.Arrival(o.Close("room"), private)
		unread.Event, unread.Problem = nil, private
		record(o.t, o.store, unread)
		events, err := o.Scope.RawEvents(o.t.Context(), o.Source.ID, 1)
		if err != nil {
			o.t.Fatal(err)
		}
		return object{"event": events[0].ID}
	}},
	"createApiToken": {"api_token.create", func(*office) object { return object{"name": "CRM", "permissions": []string{"FOLLOW_UP"}} }},
	"revokeApiToken": {"api_token.revoke", func(o *office) object {
		newToken(o.t, o.store, o.Account.ID, o.clock.Now)
		tokens, err := o.Scope.APITokens(o.t.Context())
		if err != nil {
			o.t.Fatal(err)
		}
		return object{"id": tokens[0].ID}
	}},
	"updatePerson":       {"person.update", func(o *office) object { return object{"id": o.person(), "role": "MANAGER"} }},
	"disablePerson":      {"person.disable", func(o *office) object { return object{"id": o.person()} }},
	"enablePerson":       {"person.enable", func(o *office) object { return object{"id": o.person()} }},
	"createPasswordLink": {"person.password_link", func(o *office) object { return object{"person": o.person()} }},
	"createInvitation": {"invitation.create", func(*office) object {
		return object{"email": "kim@acme.example", "role": "OPERATOR", "idempotencyKey": "of kim"}
	}},
	"resendInvitation": {"invitation.send_again", func(o *office) object {
		return object{"id": o.invitation(), "idempotencyKey": "again"}
	}},
	"revokeInvitation": {"invitation.revoke", func(o *office) object { return object{"id": o.invitation()} }},
	"submitFollowUp":   {"follow_up.submit", func(o *office) object { return o.submits(o.closes()) }},
	"undoFollowUp": {"follow_up.undo", func(o *office) object {
		id := o.closes()
		o.must("submitFollowUp", o.submits(id))
		return object{"followUp": id}
	}},
	"saveDraft": {"follow_up.change", func(o *office) object {
		return object{"followUp": o.closes(), "version": 1, "codes": []string{"support"}, "note": private + " note"}
	}},
	"sendFollowUpNow": {"follow_up.send_now", func(o *office) object { return object{"followUp": o.closes()} }},
	"moveFollowUp":    {"follow_up.move", func(o *office) object { return object{"followUp": o.queued(), "codes": []string{"support"}} }},
	"sendAgain": {"follow_up.send_again", func(o *office) object {
		return object{"followUp": o.queued(), "to": "OTHERS", "addresses": private + "@visitor.example"}
	}},
	"settleDelivery": {"follow_up.settle", func(o *office) object { return object{"delivery": o.uncertain(), "verdict": "SENT"} }},
	"releaseFollowUp": {"follow_up.release", func(o *office) object {
		o.must("updateSendingLimits", object{"campaign": o.ID, "mailLimit": 1})
		o.queued()
		return object{"followUp": o.queued()}
	}},
}

// person adds somebody to the account.
func (o *office) person() string {
	o.t.Helper()
	o.rooms++
	now := o.clock.Now()
	person := postchat.Person{
		ID: postchat.NewID(now), Email: "p" + time.Duration(o.rooms).String() + "@acme.example", Name: "Sam", Role: postchat.RoleStaff, CreatedAt: now,
	}
	if err := o.Scope.SavePerson(o.t.Context(), &person); err != nil {
		o.t.Fatal(err)
	}
	return person.ID
}

// invitation invites somebody.
func (o *office) invitation() string {
	o.t.Helper()
	o.rooms++
	o.must("createInvitation", object{"email": "i" + time.Duration(o.rooms).String() + "@acme.example", "role": "VIEWER", "idempotencyKey": "invitation " + time.Duration(o.rooms).String()})
	invitations, err := o.Scope.Invitations(o.t.Context())
	if err != nil {
		o.t.Fatal(err)
	}
	return invitations[0].ID
}

// silent are the mutations that write nothing into the audit log, each with the reason.
var silent = map[string]string{}

// another makes a campaign to which no source leads.
func (o *office) another() string {
	o.t.Helper()
	o.rooms++
	campaign := postchat.NewCampaign(o.Account.ID, "Shop "+time.Duration(o.rooms).String(), o.clock.Now())
	if err := o.Scope.SaveCampaign(o.t.Context(), &campaign); err != nil {
		o.t.Fatal(err)
	}
	return campaign.ID
}

// goal makes a goal.
func (o *office) goal() string {
	o.t.Helper()
	o.rooms++
	o.must("createGoal", object{"campaign": o.ID, "name": "Goal " + time.Duration(o.rooms).String()})
	goals := o.goals()
	return goals[len(goals)-1].ID
}

func (o *office) goals() []postchat.Goal {
	o.t.Helper()
	goals, err := o.Scope.Goals(o.t.Context(), o.ID)
	if err != nil {
		o.t.Fatal(err)
	}
	return goals
}

func ids(goals []postchat.Goal) []string {
	all := make([]string, len(goals))
	for i, goal := range goals {
		all[i] = goal.ID
	}
	return all
}

// version is the newest version of the follow-up addresses.
func (o *office) version() int {
	o.t.Helper()
	table, err := o.Scope.Table(o.t.Context(), o.Campaign.Campaign)
	if err != nil {
		o.t.Fatal(err)
	}
	return table.Version
}

// lists are new lists of addresses for every code in use.
func (o *office) lists() []object {
	o.t.Helper()
	codes, err := o.Scope.SuccessCodes(o.t.Context(), o.ID)
	if err != nil {
		o.t.Fatal(err)
	}
	var lists []object
	for _, code := range codes {
		if !code.Retired() {
			lists = append(lists, object{"code": code.ID, "addresses": "new@acme.example; lee@partner.example"})
		}
	}
	return lists
}

// log is the office's audit log, the newest entry first.
func (o *office) log() []postchat.AuditEntry {
	o.t.Helper()
	var all []postchat.AuditEntry
	for page := (db.AuditPage{First: db.MaxPage}); ; {
		rows, more, err := o.Scope.AuditLog(o.t.Context(), db.AuditFilter{}, page)
		if err != nil {
			o.t.Fatal(err)
		}
		all = append(all, rows...)
		if !more {
			return all
		}
		page.After = rows[len(rows)-1].ID
	}
}

func TestEveryMutationIsInTheAuditLogWithoutWhatIsPrivate(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		o := &office{Campaign: stores.Sample(t, store), t: t, api: newAPI(t, store, clock.Now), store: store, clock: clock}
		for _, name := range schemaMutations(t) {
			drive := mutations[name]
			input := drive.input(o)
			clock.Move(time.Second)
			before := len(o.log())
			o.must(name, input)
			entries := o.log()
			entries = entries[:len(entries)-before]
			found := false
			for _, e := range entries {
				found = found || e.Action == drive.action
				if e.ActorKind != postchat.ActorToken || e.ActorName != "Dana's script" || e.ActorID == "" || !e.At.Equal(clock.Now()) {
					t.Errorf("%s: the entry is %+v", name, e)
				}
				if e.ObjectKind == "" || e.ObjectID == "" {
					t.Errorf("%s: the entry has no object: %+v", name, e)
				}
			}
			if !found {
				t.Errorf("%s wrote %+v, want %s", name, entries, drive.action)
			}
		}
		text, _ := json.Marshal(o.log())
		for _, never := range []string{private, strings.ToLower(private), "secret-of", "pct_", "whsec"} {
			if strings.Contains(string(text), never) {
				t.Errorf("%q is in the audit log:\n%s", never, text)
			}
		}
	})
}

// schemaMutations are the names of the mutations that write into the audit log, in the schema's order.
func schemaMutations(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, field := range generated.NewExecutableSchema(generated.Config{}).Schema().Mutation.Fields {
		_, driven := mutations[field.Name]
		if slices.Contains(ofPeopleAlone, field.Name) {
			continue // TestWhatPeopleDoAloneIsInTheAuditLog drives them
		}
		switch {
		case driven == (silent[field.Name] != ""):
			t.Errorf("say for %s either in mutations how it gets into the audit log, or in silent why it does not", field.Name)
		case driven:
			names = append(names, field.Name)
		}
	}
	return names
}
