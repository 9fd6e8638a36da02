package postchat

import (
	"slices"
	"time"
)

// Person is somebody who signs in. An e-mail belongs to one person of the whole installation, as it is all that they say of
// themselves when they sign in.
type Person struct {
	ID        string `bun:"id,pk"`
	AccountID string `bun:"account_id"`
	// Email is plain, as typed; it is compared in lower case.
	Email string     `bun:"email"`
	Name  string     `bun:"name"`
	Role  PersonRole `bun:"role"`
	// CampaignIDs are the campaigns that the person is limited to; nil means that they are not. Owners never are.
	CampaignIDs []string `bun:"campaign_ids,type:text,nullzero"`
	// Language is a BCP 47 tag such as en or nl, for the pages; empty means that of the browser.
	Language string `bun:"language"`
	// PasswordHash is what package auth keeps of the password.
	PasswordHash string    `bun:"password_hash"`
	CreatedAt    time.Time `bun:"created_at"`
	SignedInAt   time.Time `bun:"signed_in_at,nullzero"`
	// DisabledAt is since when the person can't sign in any more; zero for those who can.
	DisabledAt time.Time `bun:"disabled_at,nullzero"`
}

// Disabled reports whether the person can't sign in any more.
func (p Person) Disabled() bool { return !p.DisabledAt.IsZero() }

// Key is what makes two e-mails the same person's; see Address.Key.
func (p Person) Key() string { return Address{Email: p.Email}.Key() }

// Actor is the person as the audit log names them.
func (p Person) Actor() Actor { return Actor{Kind: ActorPerson, ID: p.ID, Name: p.Name} }

// Validate reports every rule that the person breaks, each naming its field.
func (p Person) Validate() error {
	var found problems
	found.name("name", p.Name)
	found.email("email", p.Email)
	found.access(p.Role, p.CampaignIDs)
	if len(p.Language) > maxLanguage || !isLanguage(p.Language) {
		found.add("language", "must be a language tag such as en or pt-BR")
	}
	return found.err()
}

// maxLanguage bounds a language tag, in characters; RFC 5646, section 4.4.1, finds 35 enough for any.
const maxLanguage = 35

func isLanguage(tag string) bool {
	for _, r := range tag {
		if r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return false
		}
	}
	return true
}

// Invitation asks somebody to become a person of the account, by a link that works once.
type Invitation struct {
	ID          string     `bun:"id,pk"`
	AccountID   string     `bun:"account_id"`
	Email       string     `bun:"email"`
	Role        PersonRole `bun:"role"`
	CampaignIDs []string   `bun:"campaign_ids,type:text,nullzero"`
	// InvitedBy is the name of who invited, as it was then.
	InvitedBy string `bun:"invited_by"`
	// Hash is all that is kept of the link's secret.
	Hash      []byte    `bun:"hash"`
	CreatedAt time.Time `bun:"created_at"`
	ExpiresAt time.Time `bun:"expires_at"`
	// SentAt is when the mail server took the newest mail with the link, in its Words; zero where none was sent or taken.
	SentAt     time.Time `bun:"sent_at,nullzero"`
	Words      string    `bun:"words"`
	AcceptedAt time.Time `bun:"accepted_at,nullzero"`
	RevokedAt  time.Time `bun:"revoked_at,nullzero"`
}

// Open reports whether the invitation was neither accepted nor revoked. Its link may have expired; it can be sent again.
func (i Invitation) Open() bool { return i.AcceptedAt.IsZero() && i.RevokedAt.IsZero() }

// Valid reports whether the invitation's link works at the time.
func (i Invitation) Valid(now time.Time) bool { return i.Open() && now.Before(i.ExpiresAt) }

// Validate reports every rule that the invitation breaks, each naming its field.
func (i Invitation) Validate() error {
	var p problems
	p.email("email", i.Email)
	p.access(i.Role, i.CampaignIDs)
	return p.err()
}

// email checks a plain e-mail.
func (p *problems) email(field, email string) {
	address, err := ParseAddress(email)
	for _, problem := range Problems(err) {
		p.errs = append(p.errs, Invalidf(field, "%s", problem.Message).Named(ErrorAddress))
	}
	if err == nil && address != (Address{Email: email}) {
		p.errs = append(p.errs, Invalidf(field, "must be an e-mail address alone, such as dana@example.com").Named(ErrorAddress))
	}
}

// access checks a role and the campaigns that it is limited to.
func (p *problems) access(role PersonRole, campaignIDs []string) {
	switch {
	case !slices.Contains(PersonRoles, role):
		p.add("role", "is not a role")
	case campaignIDs == nil:
	case role == RoleOwner:
		p.add("campaigns", "must be left out: an owner has the whole account")
	case len(campaignIDs) == 0:
		p.add("campaigns", "must name at least one campaign, or be left out")
	}
}

// LinkKind says what a one-time link is for.
type LinkKind string

// The kinds of link.
const (
	LinkSetUp    LinkKind = "set_up"   // become the first owner of an account
	LinkPassword LinkKind = "password" // set a new password
)

// Link is a one-time link. Whoever has its secret may do what it is for, once and until it expires.
type Link struct {
	ID        string    `bun:"id,pk"`
	AccountID string    `bun:"account_id"`
	Kind      LinkKind  `bun:"kind"`
	PersonID  string    `bun:"person_id,nullzero"` // of LinkPassword
	Hash      []byte    `bun:"hash"`
	CreatedAt time.Time `bun:"created_at"`
	ExpiresAt time.Time `bun:"expires_at"`
	UsedAt    time.Time `bun:"used_at,nullzero"`
}

// Valid reports whether the link works at the time.
func (l Link) Valid(now time.Time) bool { return l.UsedAt.IsZero() && now.Before(l.ExpiresAt) }
