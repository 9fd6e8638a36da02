// Package webhook receives what chat vendors post when a chat ends: it finds the source, checks that the request is
// authentic, reads it through the vendor's adapter, records it, and only then answers.
package webhook

import (
	"net/http"
	"time"

	"github.com/postchat/postchat"
)

// Adapter speaks one vendor's webhook dialect. It holds no state of a request and is safe for concurrent use.
type Adapter interface {
	// Vendor names the dialect.
	Vendor() postchat.Vendor
	// Authenticate checks that the request comes from a holder of one of the secrets, as far as its credentials alone can
	// tell, and returns the check of the raw body that is still to do: nil where they prove everything. An error means that
	// nothing of the request is kept. now judges signed timestamps. It may be called more than once for a request. A vendor
	// that signs or sends a header is not believed by the token of the address instead. The words of the errors, of the check too,
	// are shown to the source's admins, and hold nothing of the request.
	Authenticate(c Credentials, secrets []postchat.Secret, now time.Time) (checkBody func(body []byte) error, err error)
	// Parse turns an authentic body into our event. For what is not about a finished chat it returns postchat.ErrIgnored
	// and an event with nothing but its Type. Every other error says, in words for people and without the content of the
	// chat, why a person must look at it. It never panics, whatever the body.
	//
	// The receiver makes the texts clean, fills in what it knows better, and checks the rules of Chat.Validate. A closed
	// chat without a time is taken to have closed when it arrived; one without a close key gets a hash of the body. An
	// edit, and a conversation that goes on, say nothing of the close: they have neither a time nor a key, and an empty ClosedBy.
	// What an edit does not know it leaves out: an empty transcript changes none. A conversation that goes on says since when, in
	// Event.At.
	Parse(h http.Header, body []byte) (postchat.Event, error)
	// Answer writes the response for an authentic request, in the form that the vendor takes for success. The request has
	// been recorded when it is called.
	Answer(w http.ResponseWriter, a Answer)
}

// Answer is what an adapter may tell its vendor about a recorded request.
type Answer struct {
	postchat.Recorded
	// Problem says why the body could not be used, and needs a person's attention.
	Problem error
}
