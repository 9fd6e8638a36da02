package postchat

// CloseAnswer says whether an operator may close a conversation now.
type CloseAnswer struct {
	CanClose bool
	// Rule names what keeps it open, as Error.Rule does; empty where it may be closed.
	Rule string
	// Reason is a sentence for people.
	Reason string
}

// MayBelongTo are the ids of the campaigns that a chat of this source can belong to by what is known of it so far: that of the first
// rule that fits, and before it those of rules about something that is not known. Empty texts and codes that are nil are not known.
func (s Source) MayBelongTo(c Chat) []string {
	var ids []string
	for _, rule := range s.Rules {
		if rule.fits(c) {
			return append(ids, rule.CampaignID)
		}
		if !rule.known(c) {
			ids = append(ids, rule.CampaignID)
		}
	}
	return append(ids, s.DefaultCampaignID)
}

// known reports whether what the rule looks at is known of the chat.
func (r Rule) known(c Chat) bool {
	switch r.Field {
	case RuleDepartment:
		return c.Department != ""
	case RuleInbox:
		return c.Inbox != ""
	case RuleTag:
		return c.Codes != nil
	case RulePage:
		return c.Page != ""
	}
	return true
}
