package postchat

import (
	"slices"
	"strings"
	"time"
)

// Vendor names a chat vendor's webhook dialect. Which ones a server speaks is decided where its adapters are listed.
type Vendor string

// The vendors whose webhooks come with Postchat.
const (
	VendorPostchat   Vendor = "postchat"   // our own format
	VendorRocketChat Vendor = "rocketchat" // Rocket.Chat Omnichannel
	VendorChatwoot   Vendor = "chatwoot"   // Chatwoot
)

// DefaultHold is how long a new source of the vendor holds a finished chat before it is routed. Our own format comes with
// its codes; other vendors may send them a little later.
func (v Vendor) DefaultHold() time.Duration {
	if v == VendorPostchat {
		return 0
	}
	return 10 * time.Second
}

// Source is a connection to one chat vendor's account.
type Source struct {
	ID        string
	AccountID string
	Name      string
	Vendor    Vendor
	// Secrets authenticate the vendor's requests. More than one is valid while they are rotated.
	Secrets []SourceSecret
	// Hold is how long a finished chat waits before it is routed: codes may come late.
	Hold time.Duration
	// IncludePrivate puts the vendor team's private notes into the mails. They are left out unless it is set.
	IncludePrivate bool
	// Rules choose the campaign of a chat; the first that fits wins, else DefaultCampaignID.
	Rules             []Rule
	DefaultCampaignID string
	// FrameOrigins are the origins of pages that may show the operator's window in a frame, in the form of ParseOrigin. Without any
	// nobody may; a window of its own always works.
	FrameOrigins []string
	// API is how to read from the vendor, where it keeps the transcripts; nil where nobody has said so yet.
	API *SourceAPI
	// Rehearsal marks the source of the sample campaign, which gets pretend chats alone.
	Rehearsal bool
	// RetiredAt is when the source was given up: its hook is unknown to vendors since then, and its history stays.
	RetiredAt time.Time
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Retired reports whether vendors can no longer reach the source.
func (s Source) Retired() bool { return !s.RetiredAt.IsZero() }

// silence is for how long a source that is in use may say nothing.
const silence = 24 * time.Hour

// SilentSince is since when the source has said nothing, where that is longer than a day; zero where it is not silent, or
// retired. heard is when it was heard of last, zero for never.
func (s Source) SilentSince(heard, now time.Time) time.Time {
	if heard.IsZero() {
		heard = s.CreatedAt
	}
	if s.Retired() || now.Sub(heard) <= silence {
		return time.Time{}
	}
	return heard
}

// SourceSecret is one secret of a source.
type SourceSecret struct {
	// ID tells it from the source's other secrets without showing it; it is given when the source is stored.
	ID    string
	Value Secret
	// ExpiresAt is when a secret that was replaced stops being valid; zero means never.
	ExpiresAt time.Time
}

// ValidSecrets are the source's secrets that have not expired.
func (s Source) ValidSecrets(now time.Time) []Secret {
	var valid []Secret
	for _, secret := range s.Secrets {
		if secret.Value != "" && (secret.ExpiresAt.IsZero() || now.Before(secret.ExpiresAt)) {
			valid = append(valid, secret.Value)
		}
	}
	return valid
}

// RuleField is what a rule looks at.
type RuleField string

// The fields of a chat that a rule can look at.
const (
	RuleDepartment RuleField = "department"
	RuleInbox      RuleField = "inbox"
	RuleTag        RuleField = "tag"
	RulePage       RuleField = "page" // fits when the page's address begins so, with or without its scheme
)

// Rule sends chats to a campaign by one of their fields.
type Rule struct {
	Field      RuleField `json:"field"`
	Value      string    `json:"value"`
	CampaignID string    `json:"campaign_id"`
}

func (r Rule) fits(c Chat) bool {
	switch r.Field {
	case RuleDepartment:
		return FoldLabel(c.Department) == FoldLabel(r.Value)
	case RuleInbox:
		return FoldLabel(c.Inbox) == FoldLabel(r.Value)
	case RuleTag:
		for _, code := range c.Codes {
			if FoldLabel(code) == FoldLabel(r.Value) {
				return true
			}
		}
	case RulePage:
		return strings.HasPrefix(withoutScheme(c.Page), withoutScheme(r.Value))
	}
	return false
}

func withoutScheme(page string) string {
	if _, rest, found := strings.Cut(page, "://"); found {
		return rest
	}
	return page
}

// CampaignFor is the id of the campaign that a chat of this source belongs to.
func (s Source) CampaignFor(c Chat) string {
	for _, rule := range s.Rules {
		if rule.fits(c) {
			return rule.CampaignID
		}
	}
	return s.DefaultCampaignID
}

// CampaignIDs are the campaigns that the source's chats can belong to, each once.
func (s Source) CampaignIDs() []string {
	ids := []string{s.DefaultCampaignID}
	for _, rule := range s.Rules {
		ids = append(ids, rule.CampaignID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// maxHold bounds a source's hold time: longer than a working day and nobody acts on the chat in time.
const maxHold = 24 * time.Hour

// Validate reports every rule that the source breaks.
func (s Source) Validate() error {
	var p problems
	p.name("name", s.Name)
	if s.Vendor == "" {
		p.add("vendor", "must not be empty")
	}
	if s.Hold < 0 || s.Hold > maxHold {
		p.add("hold", "must be between 0 seconds and 24 hours")
	}
	if s.DefaultCampaignID == "" {
		p.add("defaultCampaign", "must be set: it gets the chats that no rule fits")
	}
	p.origins("frameOrigins", s.FrameOrigins)
	if s.API != nil {
		p.api("api", *s.API)
	}
	for _, rule := range s.Rules {
		switch rule.Field {
		case RuleDepartment, RuleInbox, RuleTag, RulePage:
		default:
			p.add("rules", "%q is not a field of a rule; use department, inbox, tag or page", Shorten(string(rule.Field), 40))
		}
		if CleanLine(rule.Value) == "" {
			p.add("rules", "a rule on %s has no value", rule.Field)
		}
		if rule.CampaignID == "" {
			p.add("rules", "a rule on %s has no campaign", rule.Field)
		}
	}
	return p.err()
}
