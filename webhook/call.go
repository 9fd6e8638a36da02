package webhook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/postchat/postchat"
)

// call is an authentic request.
type call struct {
	hook
	adapter Adapter
	header  http.Header
	body    []byte
	// problem is why the body is not whole, though it is authentic.
	problem error
}

// oversize begins the problem of a body that was too large, of which only the beginning is kept.
const oversize = "the body is larger than "

func (c call) oversize() bool { return c.problem != nil }

// What keeps a request out, besides an unknown source and a body that is too large.
var (
	errNotAuthentic = errors.New("request is not authentic")
	errCutOff       = errors.New("body broke off")
)

// lazyBody reads the body when it is first asked for, and gives the same ever after.
type lazyBody func() ([]byte, error)

// admit finds the source and lets an authentic request in. Where its secrets were only remembered, they are looked up
// again before it is turned away: a vendor whose new secret is refused once may never send that chat again.
func (r *Receiver) admit(req *http.Request, body lazyBody) (call, error) {
	ctx, cancel := context.WithTimeout(req.Context(), r.recordTimeout)
	defer cancel()
	id, shown := req.PathValue("source"), CredentialsOf(req)
	h, remembered, err := r.sources.find(ctx, id)
	if err != nil {
		return call{}, err
	}
	adapter, err := r.authenticate(h.source, shown, body)
	if errors.Is(err, errNotAuthentic) && remembered {
		if h, err = r.sources.load(ctx, id); err != nil {
			return call{}, err
		}
		adapter, err = r.authenticate(h.source, shown, body)
	}
	if errors.Is(err, errNotAuthentic) {
		r.refusals.note(ctx, h.source, err, r.now())
	}
	if err != nil {
		return call{}, err
	}
	c := call{hook: h, adapter: adapter, header: req.Header}
	c.body, err = body()
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		c.problem = postchat.Invalidf("", oversize+"%d bytes; its first %d were kept", tooLarge.Limit, len(c.body))
		err = nil
	}
	return c, err
}

// authenticate checks the credentials first, so that a stranger's body is not even read, and then the body where it is signed.
func (r *Receiver) authenticate(source postchat.Source, shown Credentials, body lazyBody) (Adapter, error) {
	adapter, known := r.adapters[source.Vendor]
	if !known {
		return nil, fmt.Errorf("no adapter for vendor %q", source.Vendor)
	}
	now := r.now()
	checkBody, err := adapter.Authenticate(shown, source.ValidSecrets(now), now)
	if err != nil {
		return nil, notAuthentic{err}
	}
	if checkBody == nil {
		return adapter, nil
	}
	content, err := body()
	if err != nil {
		return nil, err
	}
	if err := checkBody(content); err != nil {
		return nil, notAuthentic{err}
	}
	return adapter, nil
}

const (
	// keptOversize is how much is kept of an authentic body that is too large: enough for a person to see what it is.
	keptOversize = 64 << 10
	// maxFirstRead bounds what is set aside for a body on the word of its Content-Length.
	maxFirstRead = 64 << 10
)

// readBody reads the whole body. Of one that is larger than its reader allows it returns the beginning beside the
// *http.MaxBytesError; one that broke off is errCutOff and nothing.
func readBody(body io.Reader, announced int64) ([]byte, error) {
	var content bytes.Buffer
	content.Grow(int(min(max(announced, 0), maxFirstRead)) + bytes.MinRead)
	_, err := content.ReadFrom(body)
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return bytes.Clone(content.Bytes()[:min(content.Len(), keptOversize)]), err
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errCutOff, err)
	}
	return content.Bytes(), nil
}

// drain reads on for a while: a caller that still sends would take the closed connection for a failure, never see that its
// request was recorded, and send it all again.
func drain(body io.Reader, limit int64) {
	_, _ = io.CopyN(io.Discard, body, limit)
}
