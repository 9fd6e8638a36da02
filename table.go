package postchat

import "time"

// Table is a campaign's follow-up addresses as routing sees them: its codes, who gets chats with each of them, who gets
// chats without one, and the campaign's choice for codes that lead nowhere. Saved as versions; Version 0 is "never saved".
type Table struct {
	CampaignID string
	Version    int
	// Codes are all of the campaign's codes, the retired ones too, so that each can be named.
	Codes []SuccessCode
	// Addresses holds the list of each code, by the code's id. A code without an entry has no address.
	Addresses map[string][]Address
	// Standard gets chats without a code. Empty means: not forwarded, on purpose.
	Standard    []Address
	Unaddressed Unaddressed
	SavedAt     time.Time
	SavedBy     Actor
	Comment     string
}

// Saver is who saved the version; nil where it was never saved, or from before that was kept.
func (t Table) Saver() *Actor {
	if t.SavedBy.Kind == "" {
		return nil
	}
	return &t.SavedBy
}

// maxTableAddresses bounds one list of a table: each address is a mail of its own for every chat.
const maxTableAddresses = 100

// Validate reports every rule that the table breaks. Fields are named standard and codes.LABEL.
func (t Table) Validate() error {
	var p problems
	p.addresses("standard", t.Standard)
	known := make(map[string]bool, len(t.Codes))
	for _, code := range t.Codes {
		known[code.ID] = true
		p.addresses("codes."+code.Label, t.Addresses[code.ID])
	}
	for id := range t.Addresses {
		if !known[id] {
			p.add("codes", "holds addresses for a code that the campaign does not have")
		}
	}
	return p.err()
}

func (p *problems) addresses(field string, list []Address) {
	if len(list) > maxTableAddresses {
		p.add(field, "has %d addresses; at most %d can be in one list", len(list), maxTableAddresses)
	}
	for _, a := range list {
		for _, problem := range Problems(a.Validate()) {
			p.add(field, "%s", problem.Message)
		}
	}
}
