package fakesmtp

import (
	"fmt"
	"strings"
	"time"
)

// Phase is a point of the dialogue at which the server has the word.
type Phase int

// The phases in their usual order.
const (
	Connect   Phase = iota + 1 // the banner
	Hello                      // EHLO or HELO
	StartTLS                   // STARTTLS, before the handshake
	Auth                       // AUTH, when the password has come
	Mail                       // MAIL FROM
	Rcpt                       // RCPT TO
	Data                       // DATA, before the mail
	EndOfData                  // the dot after the mail
	Quit                       // QUIT
)

// String is the phase's command, for test names and failures.
func (p Phase) String() string {
	names := [...]string{"nothing", "connect", "hello", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "end of data", "QUIT"}
	if p < 0 || int(p) >= len(names) {
		return fmt.Sprintf("phase %d", int(p))
	}
	return names[p]
}

// Behaviour is what the server does at one phase instead of its usual answer. The zero value is OK.
//
// At the end of data it says two things that are independent of each other: whether the mail is taken, that is, enters the ledger,
// and what the sender gets to see of it. Taking and NotTaking change the first.
type Behaviour struct {
	name    string
	phase   Phase
	kind    kind
	take    bool
	reply   reply
	n       int
	pause   time.Duration
	release <-chan struct{}
}

type kind int

const (
	usual kind = iota
	refuse
	cut
	cutAfter
	cutData
	hang
	pause
	endless
	inject
	trickle
	noStartTLS
)

// OK is the usual answer everywhere.
func OK() Behaviour { return Behaviour{name: "ok"} }

// Refuse answers the phase with a code of 400 or more. After 421, and at Connect after any code, the server closes the connection.
// The words, if given, are the text after the code, an enhanced code included; line ends in them make a reply of several lines.
func Refuse(p Phase, code int, words ...string) Behaviour {
	text := strings.Join(words, " ")
	if text == "" {
		text = wordsFor(code)
	}
	return Behaviour{name: fmt.Sprintf("%d at %s", code, p), phase: p, kind: refuse, reply: newReply(code, text)}
}

// Cut cuts the connection instead of answering. At EndOfData, with Taking, it is the lost answer; at Quit the mail has been taken
// and confirmed before.
func Cut(p Phase) Behaviour {
	return Behaviour{name: fmt.Sprintf("cut at %s", p), phase: p, kind: cut}
}

// CutAnswer is Cut after n bytes of the usual answer, or at its end if it is shorter.
func CutAnswer(p Phase, n int) Behaviour {
	return Behaviour{name: fmt.Sprintf("cut after %d bytes of the answer at %s", n, p), phase: p, kind: cut, n: n}
}

// CutAfter gives the usual answer and then cuts the connection, whatever was going to follow.
func CutAfter(p Phase) Behaviour {
	return Behaviour{name: fmt.Sprintf("cut after %s", p), phase: p, kind: cutAfter, take: true}
}

// CutData cuts the connection after the line of the mail with which n bytes have come over the wire, or at its end if it is shorter;
// with 0 at once after the answer to DATA.
func CutData(n int) Behaviour {
	return Behaviour{name: fmt.Sprintf("cut after %d bytes of the mail", n), phase: EndOfData, kind: cutData, n: n}
}

// Hang does not answer until the client leaves or the server closes.
func Hang(p Phase) Behaviour {
	return Behaviour{name: fmt.Sprintf("hang at %s", p), phase: p, kind: hang}
}

// Pause waits for release to be closed before it gives the usual answer. At EndOfData the mail is taken before that.
func Pause(p Phase, release <-chan struct{}) Behaviour {
	return Behaviour{name: fmt.Sprintf("pause at %s", p), phase: p, kind: pause, take: true, release: release}
}

// Endless answers with a reply of lines without end, about one each millisecond, until the client leaves or the server closes.
func Endless(p Phase) Behaviour {
	return Behaviour{name: fmt.Sprintf("endless reply at %s", p), phase: p, kind: endless}
}

// InjectAfterStartTLS answers STARTTLS and in the same packet, still in the clear, sends the text: what somebody in the middle of the
// line could do. The text has its own line ends.
func InjectAfterStartTLS(text string) Behaviour {
	return Behaviour{name: "text injected after STARTTLS", phase: StartTLS, kind: inject, reply: reply{text: text}}
}

// Trickle sends all the connection's answers byte by byte, each byte after a pause of real time.
func Trickle(each time.Duration) Behaviour {
	return Behaviour{name: "byte by byte", phase: Connect, kind: trickle, pause: each}
}

// NoStartTLS does not offer STARTTLS on the connection, though the server has a certificate, and refuses it.
func NoStartTLS() Behaviour { return Behaviour{name: "no STARTTLS", phase: Connect, kind: noStartTLS} }

// Taking is b with the mail taken, for behaviours at EndOfData. A mail that never came whole cannot be taken, so CutData ignores it.
func (b Behaviour) Taking() Behaviour { return b.taking(true) }

// NotTaking is b with the mail not taken, for behaviours at EndOfData.
func (b Behaviour) NotTaking() Behaviour { return b.taking(false) }

func (b Behaviour) taking(take bool) Behaviour {
	if b.phase != EndOfData || b.kind == cutData || b.take == take {
		return b
	}
	b.take = take
	if take {
		b.name += ", mail taken"
	} else {
		b.name += ", mail not taken"
	}
	return b
}

// Phase is where the behaviour acts; 0 for OK.
func (b Behaviour) Phase() Phase { return b.phase }

// String names the behaviour in test names and failures.
func (b Behaviour) String() string {
	if b.name == "" {
		return "ok"
	}
	return b.name
}

// Behaviours lists one of each kind, for tests that try them all: the ones that end by themselves first, then those that hang. A
// server for them needs WithTLS to reach the phase StartTLS, and WithAuth to reach Auth.
func Behaviours() []Behaviour {
	return []Behaviour{
		OK(), Trickle(0), NoStartTLS(), InjectAfterStartTLS("250 2.0.0 injected\r\n"),
		Refuse(Connect, 421), Refuse(Connect, 554), Refuse(Hello, 421), Refuse(StartTLS, 454), Refuse(Auth, 454), Refuse(Auth, 535),
		Refuse(Mail, 421), Refuse(Mail, 451), Refuse(Mail, 550), Refuse(Rcpt, 421), Refuse(Rcpt, 450), Refuse(Rcpt, 550),
		Refuse(Data, 421), Refuse(Data, 451), Refuse(Data, 554),
		Refuse(EndOfData, 421), Refuse(EndOfData, 450), Refuse(EndOfData, 451), Refuse(EndOfData, 452),
		Refuse(EndOfData, 550), Refuse(EndOfData, 552), Refuse(EndOfData, 554),
		Cut(Connect), Cut(Mail), Cut(Rcpt), Cut(Data), CutData(0), CutData(100), Cut(EndOfData), Cut(EndOfData).Taking(),
		CutAnswer(EndOfData, 2).Taking(), CutAfter(EndOfData), Cut(Quit),
		Hang(Connect), Hang(Mail), Hang(Rcpt), Hang(Data), Hang(EndOfData), Hang(EndOfData).Taking(), Hang(Quit),
		Endless(Hello), Endless(EndOfData), Endless(EndOfData).Taking(),
	}
}

// wordsFor is what servers usually say with a code, enhanced code first (RFC 3463).
func wordsFor(code int) string {
	words := map[int]string{
		421: "4.3.2 Service not available, closing transmission channel",
		450: "4.2.1 Mailbox busy, try again later",
		451: "4.3.0 Local error in processing",
		452: "4.3.1 Insufficient system storage",
		454: "4.7.0 Temporary failure, try again later",
		535: "5.7.8 Authentication credentials invalid",
		550: "5.1.1 No such user here",
		552: "5.2.2 Mailbox full",
		554: "5.7.1 Transaction failed",
	}
	if text, ok := words[code]; ok {
		return text
	}
	return fmt.Sprintf("%d.0.0 Refused", code/100)
}
