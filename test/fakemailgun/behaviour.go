package fakemailgun

import (
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// strayPath is where redirects lead: a place no mail should ever reach.
const strayPath = "/elsewhere"

// Behaviour is what the server does with one request. The zero value is OK.
//
// A behaviour says two things that are independent of each other: whether the mail is taken, that is, enters the ledger, and what
// the sender gets to see of it. Taking and NotTaking change the first.
type Behaviour struct {
	name    string
	drop    bool
	status  int // 0: Mailgun's usual answer to a mail it took
	header  http.Header
	body    string
	hang    stage
	release <-chan struct{} // nil: no waiting, or hanging for good
	delay   time.Duration
	cut     cutPoint
	cutAt   int
}

type stage int

const (
	nowhere stage = iota
	beforeBody
	afterBody
)

type cutPoint int

const (
	uncut cutPoint = iota
	inRequest
	inAnswer
)

// OK takes the mail and answers as Mailgun does: 200, {"id": "<...>", "message": "Queued. Thank you."}.
func OK() Behaviour { return Behaviour{name: "ok"} }

// EmptyAnswer takes the mail and answers 200 with no body.
func EmptyAnswer() Behaviour { return Behaviour{name: "200 empty", status: http.StatusOK} }

// EmptyObject takes the mail and answers 200 with {}.
func EmptyObject() Behaviour { return Behaviour{name: "200 {}", status: http.StatusOK, body: "{}"} }

// HTMLAnswer takes the mail and answers 200 with a page, as a proxy in between may.
func HTMLAnswer() Behaviour {
	return Behaviour{name: "200 html", status: http.StatusOK, body: "<html><body><h1>OK</h1></body></html>"}
}

// AnswerLost takes the mail and cuts the connection before the first byte of the answer.
func AnswerLost() Behaviour { return CutAnswer(0).named("answer lost") }

// Status does not take the mail and answers with the code and the words that Mailgun uses with it.
func Status(code int) Behaviour {
	return Behaviour{name: strconv.Itoa(code), drop: true, status: code, body: bodyFor(code)}
}

// Redirect does not take the mail and sends the client to a place where Server.Strays counts it. After 302 and 303 Go's client
// would come without the mail, after 307 and 308 with it.
func Redirect(code int) Behaviour {
	b := Status(code)
	b.header = http.Header{"Location": {strayPath}}
	return b
}

// HangBeforeBody does not read the body, nor answer until the server closes: a server cannot see its client leave while the
// body is unread.
func HangBeforeBody() Behaviour {
	return Behaviour{name: "hang before body", drop: true, hang: beforeBody}
}

// HangAfterBody reads the body and does not answer until the client leaves or the server closes.
func HangAfterBody() Behaviour {
	return Behaviour{name: "hang after body", drop: true, hang: afterBody}
}

// CutRequest does not take the mail and cuts the connection after n bytes of the request's body, or at its end if it is shorter.
func CutRequest(n int) Behaviour {
	return Behaviour{name: fmt.Sprintf("cut after %d bytes of the request", n), drop: true, cut: inRequest, cutAt: n}
}

// CutAnswer takes the mail and cuts the connection after n bytes of the answer, counted from the start of its status line, or
// at its end if it is shorter.
func CutAnswer(n int) Behaviour {
	return Behaviour{name: fmt.Sprintf("cut after %d bytes of the answer", n), cut: inAnswer, cutAt: n}
}

// Slow takes the mail and gives the usual answer only after d of real time, unless the client leaves or the server closes first.
func Slow(d time.Duration) Behaviour { return Behaviour{name: "slow by " + d.String(), delay: d} }

// Taking is b with the mail taken. A request that is never read whole cannot be taken, so HangBeforeBody and CutRequest ignore it.
func (b Behaviour) Taking() Behaviour {
	if b.hang == beforeBody || b.cut == inRequest || !b.drop {
		return b
	}
	b.drop = false
	return b.named(b.name + ", mail taken")
}

// NotTaking is b with the mail not taken.
func (b Behaviour) NotTaking() Behaviour {
	if b.drop {
		return b
	}
	b.drop = true
	return b.named(b.name + ", mail not taken")
}

// RetryAfter is b with a Retry-After in whole seconds.
func (b Behaviour) RetryAfter(d time.Duration) Behaviour {
	return b.withHeader("Retry-After", strconv.Itoa(int(d/time.Second))).named(b.name + ", retry after " + d.String())
}

// RetryAt is b with a Retry-After as an HTTP date, which has no fractions of a second.
func (b Behaviour) RetryAt(t time.Time) Behaviour {
	date := t.UTC().Format(http.TimeFormat)
	return b.withHeader("Retry-After", date).named(b.name + ", retry at " + date)
}

// Until is b waiting, before it answers, for release to be closed; a mail that b takes is taken before. HangBeforeBody and
// HangAfterBody have no answer and cut the connection then.
func (b Behaviour) Until(release <-chan struct{}) Behaviour {
	b.release = release
	return b
}

// Takes tells whether the mail enters the ledger.
func (b Behaviour) Takes() bool { return !b.drop }

// String names the behaviour in test names and failures.
func (b Behaviour) String() string {
	if b.name == "" {
		return "ok"
	}
	return b.name
}

func (b Behaviour) named(name string) Behaviour {
	b.name = name
	return b
}

func (b Behaviour) withHeader(key, value string) Behaviour {
	h := b.header.Clone()
	if h == nil {
		h = http.Header{}
	}
	h.Set(key, value)
	b.header = h
	return b
}

// Behaviours lists one of each kind, for tests that try them all: the ones that end by themselves first, then those that hang.
// Dates in it are a minute after now.
func Behaviours(now time.Time) []Behaviour {
	return []Behaviour{
		OK(), EmptyAnswer(), HTMLAnswer(), EmptyObject(), Slow(10 * time.Millisecond),
		AnswerLost(), CutAnswer(1), CutAnswer(40), CutAnswer(1).NotTaking(),
		CutRequest(0), CutRequest(1), CutRequest(1000),
		Status(400), Status(401), Status(402), Status(403), Status(404), Status(413),
		Status(429), Status(429).RetryAfter(time.Minute), Status(429).RetryAt(now.Add(time.Minute)),
		Status(500), Status(500).Taking(), Status(502), Status(502).Taking(), Status(503),
		Redirect(302), Redirect(307),
		HangBeforeBody(), HangAfterBody(), HangAfterBody().Taking(),
	}
}

// bodyFor is what Mailgun, or the proxy before it, says with a status.
func bodyFor(code int) string {
	switch code {
	case http.StatusBadRequest:
		return messageJSON("to parameter is not a valid address. please check documentation")
	case http.StatusUnauthorized:
		return "Forbidden"
	case http.StatusPaymentRequired:
		return messageJSON("Payment required. Please update your billing information")
	case http.StatusForbidden:
		return messageJSON("Domain is not allowed to send: please contact support")
	case http.StatusNotFound:
		return messageJSON("Domain not found")
	case http.StatusTooManyRequests:
		return messageJSON("Too many requests. Please retry later")
	case http.StatusRequestEntityTooLarge, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return fmt.Sprintf("<html><head><title>%d %s</title></head></html>", code, http.StatusText(code))
	default:
		return messageJSON(http.StatusText(code))
	}
}
