package postchat

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Account is the tenant: one company's campaigns, people and chats.
type Account struct {
	ID        string    `bun:"id,pk"`
	Name      string    `bun:"name"`
	CreatedAt time.Time `bun:"created_at"`
}

// Campaign is a chat campaign of an account: a site, a brand or a language with its goals, codes and follow-up addresses.
type Campaign struct {
	ID        string `bun:"id,pk"`
	AccountID string `bun:"account_id"`
	Name      string `bun:"name"`
	// TimeZone is an IANA name; days of the ledger and times in mails are in it. Empty means UTC.
	TimeZone string `bun:"time_zone"`

	GoalSettings  GoalSettings  `bun:"embed:"`
	MailSettings  MailSettings  `bun:"embed:"`
	SendingLimits SendingLimits `bun:"embed:"`
	// CoverNumbers keeps what looks like a card number, an IBAN or a card's security code out of mails, unless somebody lifts it.
	CoverNumbers bool `bun:"cover_numbers"`

	// Sample marks the campaign in which people rehearse. Nobody gets its mails: they are kept in the outbox, whatever sends the others.
	Sample bool `bun:"sample"`
	// RetiredAt is when the campaign was given up: no source leads to it since then, and its history stays.
	RetiredAt time.Time `bun:"retired_at,nullzero"`
	CreatedAt time.Time `bun:"created_at"`
	UpdatedAt time.Time `bun:"updated_at"`
}

// Retired reports whether the campaign was given up.
func (c Campaign) Retired() bool { return !c.RetiredAt.IsZero() }

// GoalSettings say how operators give codes in a campaign, and what happens where codes lead nowhere.
type GoalSettings struct {
	// Mode says whether a chat is sent by itself or waits for an operator's OK.
	Mode FollowUpMode `bun:"mode"`
	// AllowMultiple lets an operator give more than one code. What a vendor sends is never cut to one.
	AllowMultiple bool `bun:"allow_multiple"`
	// RequireCode makes a chat without a code wait for one, at most TimeLimit; then it goes to standard.
	// It never blocks a visitor, whose close can't be undone.
	RequireCode bool `bun:"require_code"`
	// TimeLimit is how long a chat waits for a person in all: for a required code, for OK, or for both. After an undo it begins anew.
	TimeLimit time.Duration `bun:"time_limit"`
	// UndoDelay is how long a submitted follow-up can be undone before it is sent.
	UndoDelay time.Duration `bun:"undo_delay"`
	// Unaddressed says who gets a chat whose codes all lead to no address.
	Unaddressed Unaddressed `bun:"unaddressed"`
}

// FollowUpMode says what sends a campaign's follow-ups. It is independent of whether a code is required.
type FollowUpMode string

// The modes of a campaign.
const (
	// ModeAutomatic sends a chat when its hold is over: the vendor's codes decide, unless an operator picks others until then.
	ModeAutomatic FollowUpMode = "automatic"
	// ModeOperator has a chat wait for an operator's OK, at most TimeLimit. Then it is routed by what it has. A message that was left
	// while nobody was there waits for nobody.
	ModeOperator FollowUpMode = "operator_ok"
)

// SendingLimits bound what a campaign mails. What is over them is held, visibly, until a person releases it. 0 is no limit.
type SendingLimits struct {
	// MailLimit is the most mails of the campaign in an hour, each recipient counted.
	MailLimit int `bun:"mail_limit"`
	// OperatorLimit is the most mails in an hour by what one operator submitted.
	OperatorLimit int `bun:"operator_limit"`
}

// Unaddressed says what becomes of a chat that has codes, none of which leads to an address.
type Unaddressed string

// The choices for Unaddressed.
const (
	UnaddressedToStandard   Unaddressed = "standard"
	UnaddressedNotForwarded Unaddressed = "not_forwarded"
)

// Defaults of a new campaign.
const (
	DefaultTimeLimit = time.Hour
	DefaultUndoDelay = 10 * time.Second
)

// Limits of what people may set.
const (
	maxNameLength = 120
	maxTimeLimit  = 7 * 24 * time.Hour
	maxUndoDelay  = time.Minute
)

// NewCampaign returns a campaign with the default settings: nothing waits for an operator, several
// codes are allowed and none is required, mails are in English, UTC.
func NewCampaign(accountID, name string, now time.Time) Campaign {
	return Campaign{
		ID: NewID(now), AccountID: accountID, Name: CleanLine(name), TimeZone: "UTC",
		GoalSettings: GoalSettings{
			Mode:          ModeAutomatic,
			AllowMultiple: true,
			TimeLimit:     DefaultTimeLimit,
			UndoDelay:     DefaultUndoDelay,
			Unaddressed:   UnaddressedToStandard,
		},
		MailSettings: MailSettings{Language: LanguageEnglish},
		CoverNumbers: true,
		CreatedAt:    now, UpdatedAt: now,
	}
}

// Location is the campaign's time zone, UTC where none is set or known.
func (c Campaign) Location() *time.Location {
	loc, err := time.LoadLocation(c.TimeZone)
	if err != nil {
		return time.UTC
	}
	return loc
}

// Validate reports every rule that the campaign breaks, each naming its field.
func (c Campaign) Validate() error {
	var p problems
	p.name("name", c.Name)
	p.timeZone("timeZone", c.TimeZone)
	switch c.GoalSettings.Mode {
	case ModeAutomatic, ModeOperator:
	default:
		p.add("mode", "must be %q or %q", ModeAutomatic, ModeOperator)
	}
	if d := c.GoalSettings.TimeLimit; d < 0 || d > maxTimeLimit {
		p.add("timeLimit", "must be between 0 seconds and 7 days")
	} else if d == 0 && c.GoalSettings.Mode == ModeOperator {
		p.add("timeLimit", "must not be 0 where chats wait for an operator's OK")
	}
	if d := c.GoalSettings.UndoDelay; d < 0 || d > maxUndoDelay {
		p.add("undoDelay", "must be between 0 and 60 seconds")
	}
	switch c.GoalSettings.Unaddressed {
	case UnaddressedToStandard, UnaddressedNotForwarded:
	default:
		p.add("unaddressed", "must be %q or %q", UnaddressedToStandard, UnaddressedNotForwarded)
	}
	if c.SendingLimits.MailLimit < 0 {
		p.add("mailLimit", "must not be negative; 0 is no limit")
	}
	if c.SendingLimits.OperatorLimit < 0 {
		p.add("operatorLimit", "must not be negative; 0 is no limit")
	}
	if err := c.MailSettings.Validate(); err != nil {
		p.errs = append(p.errs, err)
	}
	return p.err()
}

// Goal is what a campaign wants from chats, such as Sales or Service. It groups success codes; reports count it.
type Goal struct {
	ID         string `bun:"id,pk"`
	AccountID  string `bun:"account_id"`
	CampaignID string `bun:"campaign_id"`
	Name       string `bun:"name"`
	Position   int    `bun:"position"`
}

// Validate reports every rule that the goal breaks.
func (g Goal) Validate() error {
	var p problems
	p.name("name", g.Name)
	return p.err()
}

// SuccessCode is what an operator says came out of a chat: lead, sale, support. Once used it is retired, never deleted.
type SuccessCode struct {
	ID         string `bun:"id,pk"`
	AccountID  string `bun:"account_id"`
	CampaignID string `bun:"campaign_id"`
	GoalID     string `bun:"goal_id,nullzero"`
	// Label is what operators see and vendors send; compared by FoldLabel, and unique so within its campaign.
	Label string `bun:"label"`
	Hint  string `bun:"hint"`
	// Color is #rrggbb, or empty.
	Color string `bun:"color"`
	// HotKey is one of 1 to 9, or empty.
	HotKey string `bun:"hot_key"`
	// MailOverrides are what differs in the mails of chats with the code; see MailSettings.ForCodes.
	MailOverrides MailOverrides `bun:"mail_overrides,type:text"`

	Position  int       `bun:"position"`
	RetiredAt time.Time `bun:"retired_at,nullzero"`
}

// Retired reports whether operators can no longer give the code.
func (c SuccessCode) Retired() bool { return !c.RetiredAt.IsZero() }

// Validate reports every rule that the code breaks.
func (c SuccessCode) Validate() error {
	var p problems
	p.name("label", c.Label)
	if utf8.RuneCountInString(c.Hint) > 500 {
		p.add("hint", "must have at most 500 characters")
	}
	if c.Color != "" && !isColor(c.Color) {
		p.add("color", "must look like #1a7f37")
	}
	if c.HotKey != "" && (len(c.HotKey) != 1 || c.HotKey[0] < '1' || c.HotKey[0] > '9') {
		p.add("hotKey", "must be one digit from 1 to 9")
	}
	if err := c.MailOverrides.Validate(); err != nil {
		p.errs = append(p.errs, err)
	}
	return p.err()
}

func isColor(s string) bool {
	return len(s) == 7 && s[0] == '#' && strings.Trim(s[1:], "0123456789abcdefABCDEF") == ""
}

// name checks a name that people typed: there, one clean line, not too long.
func (p *problems) name(field, name string) {
	switch {
	case CleanLine(name) == "":
		p.add(field, "must not be empty")
	case utf8.RuneCountInString(name) > maxNameLength:
		p.add(field, "must have at most %d characters", maxNameLength)
	case CleanLine(name) != name:
		p.add(field, "must be one line without control characters, and without blanks at its ends")
	}
}
