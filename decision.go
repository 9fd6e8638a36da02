package postchat

import "fmt"

// Decision is what routing answered for one follow-up: recipients, each with its reasons, or nobody with a reason.
type Decision struct {
	// TableVersion is the version of the follow-up addresses that was asked.
	TableVersion int `json:"table_version"`
	// Recipients get the mail, each address once.
	Recipients []Recipient `json:"recipients"`
	// Codes says what became of each code that the chat or its operator gave.
	Codes []CodeVerdict `json:"codes,omitempty"`
	// NotForwarded says why nobody gets the mail; empty when somebody does.
	NotForwarded NotForwarded `json:"not_forwarded,omitempty"`
}

// Recipient is an address in a decision, with every reason for it.
type Recipient struct {
	Address Address  `json:"address"`
	Reasons []Reason `json:"reasons"`
}

// ReasonKind says why an address gets a mail.
type ReasonKind string

// The kinds of reason.
const (
	ReasonCode             ReasonKind = "code"          // a code of the chat leads to the address
	ReasonNoCode           ReasonKind = "no_code"       // standard: the chat has no code
	ReasonNoKnownCode      ReasonKind = "no_known_code" // standard: its codes are unknown or retired
	ReasonCodesUnaddressed ReasonKind = "no_address"    // standard: its codes lead to no address
	ReasonExtra            ReasonKind = "extra"         // the operator added it
	ReasonRescue           ReasonKind = "rescue"        // standard: an address of the table refused the mail
	ReasonAgain            ReasonKind = "again"         // a person sent it there afterwards
)

// Reason is one reason why an address gets a mail.
type Reason struct {
	Kind ReasonKind `json:"kind"`
	// Code is the label of the code, for ReasonCode.
	Code string `json:"code,omitempty"`
	// Operator is who added the address, for ReasonExtra and ReasonAgain.
	Operator string `json:"operator,omitempty"`
	// Refused is the e-mail that refused the mail, for ReasonRescue.
	Refused string `json:"refused,omitempty"`
}

// String is the reason as people read it, in the inbox, the mail's last line, the operator's window and the simulator alike.
func (r Reason) String() string {
	switch r.Kind {
	case ReasonCode:
		return fmt.Sprintf("the code %s was given", r.Code)
	case ReasonNoCode:
		return "standard: no code was given"
	case ReasonNoKnownCode:
		return "standard: no known code was given"
	case ReasonCodesUnaddressed:
		return "standard: the codes given have no address"
	case ReasonExtra:
		if r.Operator == "" {
			return "added by the operator"
		}
		return "added by " + r.Operator
	case ReasonRescue:
		return "standard: " + r.Refused + " refused it"
	case ReasonAgain:
		if r.Operator == "" {
			return "sent again"
		}
		return "sent again by " + r.Operator
	}
	return string(r.Kind)
}

// CodeOutcome says what became of a code.
type CodeOutcome string

// The outcomes of a code.
const (
	CodeRouted    CodeOutcome = "routed"     // its addresses are among the recipients
	CodeNoAddress CodeOutcome = "no_address" // the table has no address for it
	CodeRetired   CodeOutcome = "retired"    // kept and shown; counts as no code
	CodeUnknown   CodeOutcome = "unknown"    // not a code of the campaign; kept and shown, counts as no code
)

// CodeVerdict is a code that was given, and what became of it.
type CodeVerdict struct {
	Label   string      `json:"label"`             // the campaign's label where the code is known, else as it came
	CodeID  string      `json:"code_id,omitempty"` // empty for unknown codes
	Outcome CodeOutcome `json:"outcome"`
}

// NotForwarded says why nobody gets a follow-up.
type NotForwarded string

// The reasons for not forwarding.
const (
	NotForwardedNoStandard  NotForwarded = "standard_empty"    // it goes to standard, which is empty
	NotForwardedUnaddressed NotForwarded = "codes_unaddressed" // its codes have no address, and the campaign sends such chats to nobody
)

// String is the reason as people read it.
func (n NotForwarded) String() string {
	switch n {
	case NotForwardedNoStandard:
		return "not forwarded: standard has no address"
	case NotForwardedUnaddressed:
		return "not forwarded: the codes given have no address, and the campaign sends such chats to nobody"
	}
	return string(n)
}
