// Package routing decides who gets a finished chat. It is a table, not a rule language, and pure: no clock, no database, no
// context and no error. The inbox, the mail's last line, the operator's window and the simulator all show its reasons.
package routing

import (
	"cmp"
	"slices"

	"github.com/postchat/postchat"
)

// Route decides who gets a finished chat: the addresses of each of its codes, each address once with every reason for it,
// and standard where no code leads anywhere.
//
//   - The codes are those that Given returns; several are a union. A retired or unknown code is named in the verdicts and
//     counts as no code. A known code without an address is named too, and is no fault beside one that has some.
//   - Standard gets a chat without a code that counts. It also gets one with known codes of which none has an address,
//     unless the campaign sends such chats to nobody.
//   - The operator's extra addresses are added to these and replace nothing.
//
// Recipients stand in the campaign's order of codes, and those of one code in the order of its list; then comes standard
// where it is used, then the extra addresses. Reasons stand in the same order. In which order the codes were given shows in
// the verdicts and nowhere else. Of an address that comes again, the first spelling and the first name are kept.
//
// A decision has either recipients or a reason for not forwarding, never both and never neither. It shares no memory with
// the arguments.
func Route(t postchat.Table, c postchat.Chat, f postchat.FollowUp) postchat.Decision {
	verdicts, known := judge(t, Given(c, f))
	who := recipients{list: []postchat.Recipient{}, at: map[string]int{}}
	for _, code := range known {
		who.add(t.Addresses[code.ID], postchat.Reason{Kind: postchat.ReasonCode, Code: code.Label})
	}

	var nobody postchat.NotForwarded
	if who.none() {
		why := whyStandard(verdicts, known)
		if why == postchat.ReasonCodesUnaddressed && t.Unaddressed == postchat.UnaddressedNotForwarded {
			nobody = postchat.NotForwardedUnaddressed
		} else {
			nobody = postchat.NotForwardedNoStandard // unless somebody is added after all
			who.add(t.Standard, postchat.Reason{Kind: why})
		}
	}

	who.add(f.Submission.Extra, postchat.Reason{Kind: postchat.ReasonExtra, Operator: f.Submission.Operator})
	if !who.none() {
		nobody = ""
	}
	return postchat.Decision{TableVersion: t.Version, Recipients: who.list, Codes: verdicts, NotForwarded: nobody}
}

// Given returns the labels that count for a follow-up: the operator's where the operator said anything about codes, be it
// that there are none, else the vendor's.
func Given(c postchat.Chat, f postchat.FollowUp) []string {
	if f.Submission.Codes != nil {
		return f.Submission.Codes
	}
	return c.Codes
}

// KnownCodes returns the codes of the campaign among labels that are not retired, each once, in the campaign's order, with
// an address or without. A campaign that requires a code has one when this is not empty.
func KnownCodes(t postchat.Table, labels []string) []postchat.SuccessCode {
	_, known := judge(t, labels)
	return known
}

// judge returns a verdict on each code among labels, in order of first appearance, and the known ones in the campaign's
// order: by position, and by id where two share one.
func judge(t postchat.Table, labels []string) (verdicts []postchat.CodeVerdict, known []postchat.SuccessCode) {
	codes := make(map[string]postchat.SuccessCode, len(t.Codes))
	for _, code := range t.Codes {
		codes[postchat.FoldLabel(code.Label)] = code
	}
	seen := make(map[string]bool, len(labels))
	for _, label := range labels {
		folded := postchat.FoldLabel(label)
		if folded == "" || seen[folded] {
			continue
		}
		seen[folded] = true
		code, found := codes[folded]
		verdict := postchat.CodeVerdict{Label: code.Label, CodeID: code.ID}
		switch {
		case !found:
			verdict.Label, verdict.Outcome = postchat.CleanLine(label), postchat.CodeUnknown
		case code.Retired():
			verdict.Outcome = postchat.CodeRetired
		default:
			known = append(known, code)
			verdict.Outcome = postchat.CodeRouted
			if len(t.Addresses[code.ID]) == 0 {
				verdict.Outcome = postchat.CodeNoAddress
			}
		}
		verdicts = append(verdicts, verdict)
	}
	slices.SortFunc(known, func(a, b postchat.SuccessCode) int {
		return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID))
	})
	return verdicts, known
}

// whyStandard says why a chat goes to standard, given that none of its codes has an address.
func whyStandard(verdicts []postchat.CodeVerdict, known []postchat.SuccessCode) postchat.ReasonKind {
	switch {
	case len(known) > 0:
		return postchat.ReasonCodesUnaddressed
	case len(verdicts) > 0:
		return postchat.ReasonNoKnownCode
	}
	return postchat.ReasonNoCode
}

// recipients collects addresses, each once, in the order in which they first came.
type recipients struct {
	list []postchat.Recipient
	at   map[string]int // where in list, by Address.Key
}

func (r *recipients) none() bool { return len(r.list) == 0 }

// add adds one reason to each of the addresses.
func (r *recipients) add(addresses []postchat.Address, reason postchat.Reason) {
	for _, address := range addresses {
		key := address.Key()
		at, seen := r.at[key]
		if !seen {
			at = len(r.list)
			r.at[key] = at
			r.list = append(r.list, postchat.Recipient{Address: address})
		}
		recipient := &r.list[at]
		recipient.Address.Name = cmp.Or(recipient.Address.Name, address.Name)
		if !slices.Contains(recipient.Reasons, reason) {
			recipient.Reasons = append(recipient.Reasons, reason)
		}
	}
}
