package postchat

import (
	"slices"
	"time"
)

// Permission is a kind of thing that a person or a program may do.
type Permission string

// The permissions.
const (
	PermissionRead     Permission = "read"      // see campaigns, chats, follow-ups, mails, reports and the ledger
	PermissionFollowUp Permission = "follow_up" // act on follow-ups: OK, undo, send again, settle, release
	PermissionCampaign Permission = "campaign"  // change a campaign's settings: goals, codes, addresses, mail
	PermissionAccount  Permission = "account"   // what is the whole account's: new campaigns, sources, the audit log
	PermissionPeople   Permission = "people"    // people, invitations and API tokens
)

// Permissions are all permissions.
var Permissions = []Permission{PermissionRead, PermissionFollowUp, PermissionCampaign, PermissionAccount, PermissionPeople}

// PersonRole is what a person is in the account.
type PersonRole string

// The roles of people. All but owners can be limited to campaigns.
const (
	RoleOwner    PersonRole = "owner"
	RoleManager  PersonRole = "manager"
	RoleStaff    PersonRole = "operator" // RoleOperator is who answers in a chat
	RoleObserver PersonRole = "viewer"
)

// PersonRoles are all roles of people, the mightiest first.
var PersonRoles = []PersonRole{RoleOwner, RoleManager, RoleStaff, RoleObserver}

// Permissions returns what the role may do: an owner everything; a manager all but people; an operator act on follow-ups; a
// viewer look. None for an unknown role.
func (r PersonRole) Permissions() []Permission {
	switch r {
	case RoleOwner:
		return slices.Clone(Permissions)
	case RoleManager:
		return []Permission{PermissionRead, PermissionFollowUp, PermissionCampaign, PermissionAccount}
	case RoleStaff:
		return []Permission{PermissionRead, PermissionFollowUp}
	case RoleObserver:
		return []Permission{PermissionRead}
	}
	return nil
}

// ActorKind says what sort of somebody an actor is.
type ActorKind string

// The kinds of actor.
const (
	ActorPerson ActorKind = "person"
	ActorToken  ActorKind = "token"  // a program, by its API token
	ActorShell  ActorKind = "shell"  // whoever runs postchat's commands on the server
	ActorSystem ActorKind = "system" // Postchat itself
)

// Actor is who does something. The zero value is Postchat itself.
type Actor struct {
	Kind ActorKind
	// ID is the person's or token's id; empty for others.
	ID string
	// Name is what people know them by; it stays in records when they are gone.
	Name string
}

// AuditEntry is one line of the audit log: who did what when. The log only grows. It never holds what was said in a chat, a
// note, a visitor's data or a secret.
type AuditEntry struct {
	ID        string    `bun:"id,pk"`
	AccountID string    `bun:"account_id"`
	At        time.Time `bun:"at"`
	ActorKind ActorKind `bun:"actor_kind"`
	ActorID   string    `bun:"actor_id"`
	ActorName string    `bun:"actor_name"`
	// Action is a verb and an object, such as "campaign.create".
	Action string `bun:"action"`
	// ObjectKind, ObjectID and ObjectName are what it was done to, as it was named then.
	ObjectKind string `bun:"object_kind"`
	ObjectID   string `bun:"object_id"`
	ObjectName string `bun:"object_name"`
	// CampaignID is the campaign that the object belongs to; empty for what is the whole account's.
	CampaignID string `bun:"campaign_id,nullzero"`
	// Detail says what was changed, in a short line.
	Detail string `bun:"detail"`
}

// Actor is who did it.
func (e AuditEntry) Actor() Actor { return Actor{Kind: e.ActorKind, ID: e.ActorID, Name: e.ActorName} }

// Object is what it was done to.
func (e AuditEntry) Object() AuditObject {
	return AuditObject{Kind: e.ObjectKind, ID: e.ObjectID, Name: e.ObjectName}
}

// AuditObject is what somebody did something to, as it was named then.
type AuditObject struct{ Kind, ID, Name string }

// ActorKinds are all kinds of actor.
var ActorKinds = []ActorKind{ActorPerson, ActorToken, ActorShell, ActorSystem}
