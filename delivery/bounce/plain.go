package bounce

import (
	"bytes"
	"cmp"
	"regexp"
	"strings"

	"github.com/postchat/postchat"
)

// readQSBMF reads what qmail and its kin send (https://cr.yp.to/proto/qsbmf.txt): paragraphs, one for each recipient, then one
// that begins with a hyphen, then the returned mail. It always means that the mail was given up.
func readQSBMF(header fields, p *parts) (Report, bool) {
	text := string(bytes.ReplaceAll(p.text, []byte("\r\n"), []byte("\n")))
	if !strings.HasPrefix(strings.TrimSpace(text), "Hi. This is the") {
		return Report{}, false
	}
	r := Report{Kind: Notification}
	for text != "" {
		paragraph, rest, _ := strings.Cut(text, "\n\n")
		text = rest
		paragraph = strings.TrimSpace(paragraph)
		if strings.HasPrefix(paragraph, "-") {
			break
		}
		name, reason, found := strings.Cut(paragraph, ":\n")
		if email := address(name); found && email != "" {
			r.add(Recipient{Email: email, State: refusal(findCode(reason)), Words: serverWords("", reason)})
		}
	}
	return r.about(header, []byte(text))
}

// about gives a plain notice its Message-ID, from the header of the mail that is returned in it. Without one, or without a
// recipient, it tells us nothing.
func (r Report) about(header fields, returned []byte) (Report, bool) {
	mail, _ := cutFields(returned)
	r.MessageID = cmp.Or(messageIDOf(mail), answered(header))
	return r, r.MessageID != "" && len(r.Recipients) > 0
}

const (
	eximOpening = "This message was created automatically by mail delivery software"
	eximDelay   = "has not yet been delivered"
	eximDivider = "------"
)

// readExim reads what Exim sends where it is not told to follow RFC 3464: each address in a line of its own, indented by two
// blanks, the reason below it, indented further, and after a line of hyphens the header of the returned mail.
func readExim(header fields, p *parts) (Report, bool) {
	text := strings.ReplaceAll(string(p.text), "\r\n", "\n")
	if !strings.HasPrefix(strings.TrimSpace(text), eximOpening) {
		return Report{}, false
	}
	notice, returned, _ := strings.Cut(text, "\n"+eximDivider)
	// The divider goes on to the end of its line, and may be followed by lines of its kind.
	_, returned, _ = strings.Cut(returned, "\n")
	for strings.HasPrefix(returned, eximDivider) {
		_, returned, _ = strings.Cut(returned, "\n")
	}
	r := Report{Kind: Notification}
	for _, item := range eximItems(notice) {
		code := findCode(item.reason)
		state := refusal(code)
		if strings.Contains(notice, eximDelay) {
			state = postchat.DeliveryDelayed
		}
		r.add(Recipient{Email: item.email, State: state, Words: serverWords("", cmp.Or(item.reason, code.words()))})
	}
	return r.about(header, []byte(returned))
}

// eximItem is an address with what is said of it.
type eximItem struct{ email, reason string }

var generatedFrom = regexp.MustCompile(`^\((?:ultimately )?generated from ([^()\s]+)\)$`)

func eximItems(notice string) []eximItem {
	var items []eximItem
	for line := range strings.SplitSeq(notice, "\n") {
		content, indented := strings.CutPrefix(line, "  ")
		trimmed := strings.TrimSpace(content)
		switch {
		case !indented || trimmed == "":
		case content[0] != ' ' && content[0] != '\t':
			if len(items) == MaxRecipients {
				return items
			}
			if email := address(trimmed); email != "" {
				items = append(items, eximItem{email: email})
			}
		case len(items) > 0 && len(items[len(items)-1].reason) < maxValue:
			item := &items[len(items)-1]
			if from := generatedFrom.FindStringSubmatch(trimmed); from != nil {
				// The mail went to this address, and the server made the other of it.
				item.email = cmp.Or(address(from[1]), item.email)
				continue
			}
			item.reason = strings.TrimSpace(item.reason + " " + trimmed)
		}
	}
	return items
}
