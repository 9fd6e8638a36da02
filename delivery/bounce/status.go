package bounce

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/postchat/postchat"
)

// maxBlocks is how many blocks of a status are read; several may be about one recipient.
const maxBlocks = 1000

// readStatus reads a delivery status (RFC 3464).
func readStatus(header fields, p *parts) (Report, bool) {
	if p.status == nil {
		return Report{}, false
	}
	r := Report{Kind: Notification}
	message := fields{}
	for text, blocks := p.status, 0; len(text) > 0 && blocks < maxBlocks; blocks++ {
		var block fields
		block, text = cutFields(text)
		if _, ok := block["reporting-mta"]; ok || len(message) == 0 {
			message = block
		}
		if one, ok := recipientOf(block, message); ok {
			r.add(one)
		}
	}
	r.MessageID = cmp.Or(messageIDOf(p.returned), messageID(message.first("x-original-message-id")), answered(header))
	return r, true
}

// recipientOf reads the block of one recipient. It is false where the block is of none, or does not say what became of the
// mail.
func recipientOf(block, message fields) (Recipient, bool) {
	email := cmp.Or(address(block.first("original-recipient")), address(block.first("final-recipient")))
	if email == "" {
		return Recipient{}, false
	}
	diagnostic := untyped(block.first("diagnostic-code"))
	code := findCode(block.first("status"))
	if finer := findCode(diagnostic); code.vague() && finer.class != "" {
		code = finer
	}
	state := stateOf(block.first("action"), code)
	if state == "" {
		return Recipient{}, false
	}
	speaker := cmp.Or(block.first("remote-mta"), block.first("reporting-mta"), message.first("reporting-mta"))
	return Recipient{Email: email, State: state, Words: serverWords(untyped(speaker), cmp.Or(oneReply(diagnostic), code.words()))}, true
}

// add keeps what is said of a recipient. Where an address stands for several, it may be told of several times: a refusal is
// what people must know of.
func (r *Report) add(one Recipient) {
	key := postchat.Address{Email: one.Email}.Key()
	for i, known := range r.Recipients {
		if (postchat.Address{Email: known.Email}).Key() == key {
			if one.State.Refused() && !known.State.Refused() {
				r.Recipients[i] = one
			}
			return
		}
	}
	if len(r.Recipients) < MaxRecipients {
		r.Recipients = append(r.Recipients, one)
	}
}

var actionWord = regexp.MustCompile(`^[A-Za-z]*`)

// stateOf translates an action (RFC 3464, 2.3.3). Where it is missing, the class of the code stands in. It is empty for an
// action that nobody has defined.
func stateOf(action string, code statusCode) postchat.DeliveryState {
	switch strings.ToLower(actionWord.FindString(action)) {
	case "failed":
		return refusal(code)
	case "delayed":
		return postchat.DeliveryDelayed
	case "delivered", "expanded": // The address itself has it; what a list behind it does is the list's business.
		return postchat.DeliveryDelivered
	case "relayed":
		return postchat.DeliveryAccepted
	case "":
		switch code.class {
		case "5":
			return refusal(code)
		case "4":
			return postchat.DeliveryDelayed
		case "2":
			return postchat.DeliveryDelivered
		}
	}
	return ""
}

// refusal is bounced, or blocked where security or policy is the reason (RFC 3463, 3.8).
func refusal(code statusCode) postchat.DeliveryState {
	if code.subject == "7" {
		return postchat.DeliveryBlocked
	}
	return postchat.DeliveryBounced
}

// address reads an address with its type, such as rfc822; jane@example.com; empty where it is none that we could have sent
// to.
func address(value string) string {
	value = untyped(value)
	if before, after, found := strings.Cut(value, "<"); found && strings.TrimSpace(before) == "" {
		value, _, _ = strings.Cut(after, ">")
	}
	a, err := postchat.ParseAddress(value)
	if err != nil || a.Name != "" {
		return ""
	}
	return a.Email
}

var typeName = regexp.MustCompile(`^\s*[A-Za-z0-9-]+\s*;\s*`)

// untyped cuts the type off a value, as in dns; mx.example.org and smtp; 550 No such user (RFC 3464, 2.1.2).
func untyped(value string) string {
	return strings.TrimSpace(strings.TrimPrefix(value, typeName.FindString(value)))
}
