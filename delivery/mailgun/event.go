package mailgun

import (
	"cmp"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
)

// The kinds of events that say what became of a mail. There are more (opened, clicked, unsubscribed, stored, those of lists):
// they are none of our business. Source: https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-types.
const (
	kindAccepted   = "accepted"
	kindRejected   = "rejected"
	kindDelivered  = "delivered"
	kindFailed     = "failed"
	kindComplained = "complained"
)

// event is what we want to know of one of Mailgun's events, as its Events API and its webhooks show them alike. Source:
// https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure, and package events of mailgun-go.
type event struct {
	Kind      string  `json:"event"`
	Timestamp float64 `json:"timestamp"` // seconds since 1970, to the microsecond
	Recipient string  `json:"recipient"`
	Message   struct {
		Headers struct {
			MessageID string `json:"message-id"`
		} `json:"headers"`
		Recipients []string `json:"recipients"`
	} `json:"message"`
	// UserVariables is an object, or an empty list where there are none.
	UserVariables json.RawMessage `json:"user-variables"`
	Severity      string          `json:"severity"`
	Reason        string          `json:"reason"`
	Reject        struct {
		Reason      string `json:"reason"`
		Description string `json:"description"`
	} `json:"reject"`
	Status status `json:"delivery-status"`
	Flags  struct {
		DelayedBounce bool `json:"is-delayed-bounce"`
	} `json:"flags"`
}

// parseEvent reads an event. A member of another type than expected counts as missing, so that one oddity does not hide the rest.
func parseEvent(raw []byte) (event, error) {
	var e event
	err := json.Unmarshal(raw, &e)
	if _, odd := errors.AsType[*json.UnmarshalTypeError](err); err != nil && (!odd || e.Kind == "") {
		return event{}, err
	}
	return e, nil
}

// tells reports whether the event says what became of a mail.
func (e event) tells() bool {
	switch e.Kind {
	case kindAccepted, kindRejected, kindDelivered, kindFailed, kindComplained:
		return true
	}
	return false
}

// report is the event in our words, without the secrets.
func (e event) report(secrets ...postchat.Secret) delivery.Event {
	id := postchat.CleanLine(e.Message.Headers.MessageID)
	return delivery.Event{
		DeliveryID: postchat.CleanLine(e.key()), MessageID: id, Recipient: postchat.CleanLine(e.recipient()), State: e.state(), At: e.at(),
		Words: delivery.Words(e.words(), secrets...), ProviderID: id,
	}
}

// is tells whether the event speaks of the mail on its way to its recipient. Our key decides where the event shows one; all
// recipients of a mail share its Message-ID.
func (e event) is(m delivery.Message) bool {
	if key := e.key(); key != "" {
		return key == m.DeliveryID
	}
	id := e.Message.Headers.MessageID
	return id != "" && (id == m.MessageID || id == m.ProviderID) && strings.EqualFold(e.recipient(), m.To)
}

func (e event) key() string {
	var variables map[string]any
	if json.Unmarshal(e.UserVariables, &variables) != nil {
		return ""
	}
	key, _ := variables[variable].(string)
	return key
}

// recipient is whom the event is about. A rejected one names only the recipients of the mail, of which ours have one each.
func (e event) recipient() string {
	if e.Recipient == "" && len(e.Message.Recipients) == 1 {
		return e.Message.Recipients[0]
	}
	return e.Recipient
}

// at is the zero time where the event has none that could be true.
func (e event) at() time.Time {
	const farthest = 1 << 33 // in the year 2242
	if !(e.Timestamp > 0 && e.Timestamp < farthest) {
		return time.Time{}
	}
	return time.UnixMicro(int64(math.Round(e.Timestamp * 1e6))).UTC()
}

// state is the state of the delivery that the event tells of. Whatever else Mailgun tells of a mail, it has accepted it.
//
// A failed event is temporary, and Mailgun tries again for 8 hours, or permanent; its severity says which. One that says neither
// is taken for permanent: who waits in vain is worse off than who hears too early.
func (e event) state() postchat.DeliveryState {
	switch {
	case e.Kind == kindDelivered:
		return postchat.DeliveryDelivered
	case e.Kind == kindComplained:
		return postchat.DeliveryComplained
	case e.Kind == kindRejected: // by Mailgun, for a reason of its own such as its rules or the state of the account
		return postchat.DeliveryBlocked
	case e.Kind == kindFailed && e.Severity == "temporary":
		return postchat.DeliveryDelayed
	case e.Kind == kindFailed:
		return e.failure()
	default:
		return postchat.DeliveryAccepted
	}
}

// failure tells permanent failures apart: bounced, where the recipient's server refused the mail, in the session or by a bounce
// mail later; blocked, where the address is suppressed at Mailgun or somebody's rules are against the sender; failed, where
// Mailgun gave up.
//
// The reasons are those of package events of mailgun-go, enums.go, and
// https://documentation.mailgun.com/docs/mailgun/user-manual/tracking-messages/tracking-failures says what they mean. The reason
// generic is anything that Mailgun cannot tell apart, from a domain without a mail server to a delayed bounce, so that the code
// decides: 5xx is the server's own (RFC 5321, 4.2.1), while 605 to 607 are Mailgun's for suppressed addresses.
func (e event) failure() postchat.DeliveryState {
	switch e.Reason {
	case "bounce", "hardfail":
		return postchat.DeliveryBounced
	case "suppress-bounce", "suppress-complaint", "suppress-unsubscribe", "espblock", "blacklisted":
		return postchat.DeliveryBlocked
	case "old", "greylisted":
		return postchat.DeliveryFailed
	}
	switch code := e.Status.Code; {
	case code >= 605 && code <= 607:
		return postchat.DeliveryBlocked
	case code >= 500 && code < 600:
		return postchat.DeliveryBounced
	default:
		return postchat.DeliveryFailed
	}
}

// words are those of the recipient's server, or of Mailgun where there was no server to speak.
func (e event) words() string {
	switch e.Kind {
	case kindAccepted:
		return "Mailgun has accepted it"
	case kindComplained:
		return "the recipient called it spam"
	case kindRejected:
		return "Mailgun rejected it: " + cmp.Or(together(e.Reject.Reason, e.Reject.Description), "no reason given")
	case kindDelivered:
		return cmp.Or(e.Status.words(), "delivered")
	case kindFailed:
		said := cmp.Or(e.Status.words(), "Mailgun: "+cmp.Or(e.Reason, "no reason given"))
		if e.Flags.DelayedBounce {
			return "sent back after it was taken: " + said
		}
		return said
	default:
		return "Mailgun tells of it: " + e.Kind
	}
}

// status is what the recipient's server said, or Mailgun in its place.
type status struct {
	// Code is an SMTP code, or one of Mailgun's own from 600 on, such as 602 for "Too old".
	Code         int    `json:"code"`
	EnhancedCode string `json:"enhanced-code"` // RFC 3463, such as 5.1.1
	Message      string `json:"message"`
	Description  string `json:"description"`
	Host         string `json:"mx-host"`
}

// words are empty where nothing was said.
func (s status) words() string {
	said := together(s.Message, s.Description)
	if !strings.Contains(said, s.EnhancedCode) {
		said = s.EnhancedCode + " " + said
	}
	if code := strconv.Itoa(s.Code); s.Code != 0 && !strings.HasPrefix(said, code) {
		said = code + " " + said
	}
	said = strings.TrimSpace(said)
	switch {
	case said == "":
		return ""
	case s.Code >= 600:
		return "Mailgun: " + said
	case s.Host != "":
		return said + " (" + s.Host + ")"
	}
	return said
}

// together are the texts that say something which none before them says.
func together(texts ...string) string {
	var said []string
	for _, text := range texts {
		text = strings.TrimSpace(text)
		if !slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, text) }) && text != "" {
			said = append(said, text)
		}
	}
	return strings.Join(said, ": ")
}
