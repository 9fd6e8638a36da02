package bounce

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
)

// statusCode is an enhanced status code (RFC 3463); its zero value is none.
type statusCode struct{ class, subject, detail string }

var codePattern = regexp.MustCompile(`(?:^|[^\d.])([245])\.(\d{1,3})\.(\d{1,3})(?:[^\d.]|\.?$|\.\s)`)

// findCode returns the first enhanced code in a text. What is longer than three numbers, as a network address, is none.
func findCode(text string) statusCode {
	found := codePattern.FindStringSubmatch(text)
	if found == nil {
		return statusCode{}
	}
	return statusCode{found[1], found[2], found[3]}
}

// vague reports whether a code says no more than success or failure.
func (c statusCode) vague() bool { return c.class == "" || c.subject == "0" }

// subjects are what the middle number of a code says that the matter is about (RFC 3463, 3).
var subjects = map[string]string{
	"1": "the address", "2": "the mailbox", "3": "the mail system", "4": "the network or the routing", "5": "the protocol",
	"6": "the content", "7": "security or policy",
}

// words stand in for a server that gives only a code.
func (c statusCode) words() string {
	if c.class == "" {
		return "no reason given"
	}
	code := fmt.Sprintf("%s.%s.%s", c.class, c.subject, c.detail)
	if about := subjects[c.subject]; about != "" && c.class != "2" {
		return code + ", because of " + about
	}
	return code
}

var replyCode = regexp.MustCompile(`^([245]\d\d)[ -](?:([245]\.\d{1,3}\.\d{1,3}) )?`)

// oneReply takes the codes out of a reply that repeats them, as each line of one does, but for the first.
func oneReply(text string) string {
	found := replyCode.FindStringSubmatch(text)
	if found == nil {
		return text
	}
	code, enhanced := found[1], found[2]
	rest := text[len(found[0]):]
	for _, sign := range []string{"-", " "} {
		repeated := " " + code + sign
		if enhanced != "" {
			repeated += enhanced + " "
		}
		rest = strings.ReplaceAll(rest, repeated, " ")
	}
	return strings.Join(strings.Fields(code+" "+enhanced+" "+rest), " ")
}

// maxSpeaker is how many characters of a server's name are shown.
const maxSpeaker = 80

// serverWords is what a server said, in one line for people. Of the server only the name is shown, without the remarks that
// may follow it.
func serverWords(speaker, said string) string {
	if name := strings.Fields(delivery.Words(speaker)); len(name) > 0 {
		said = postchat.Shorten(strings.TrimRight(name[0], "."), maxSpeaker) + " said: " + said
	}
	return delivery.Words(said)
}
