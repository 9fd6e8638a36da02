package bounce

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
)

// Limits of a mail's structure.
const (
	maxDepth = 5
	maxParts = 100
)

// parts are the parts of a mail that matter here, decoded: the first of each sort.
type parts struct {
	status   []byte // the fields of a delivery status
	feedback []byte // the fields of a feedback report
	receipt  bool   // a read receipt is there
	text     []byte // plain text
	returned fields // the header of the mail that is returned; nil where there is none
	seen     int
}

// collect finds the parts of a mail. It does not look into a mail within: what a person forwards says nothing to us.
func (p *parts) collect(header fields, body []byte) {
	p.add(header.first("content-type"), header.first("content-transfer-encoding"), body, 0)
}

func (p *parts) add(contentType, encoding string, body []byte, depth int) {
	p.seen++
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil && media == "" {
		media = "text/plain" // RFC 2045, 5.2.
	}
	if strings.HasPrefix(media, "multipart/") {
		if depth < maxDepth {
			p.split(body, params["boundary"], depth)
		}
		return
	}
	switch media {
	case "message/delivery-status", "message/global-delivery-status":
		keep(&p.status, encoding, body)
	case "message/feedback-report":
		keep(&p.feedback, encoding, body)
	case "message/disposition-notification", "message/global-disposition-notification":
		p.receipt = true
	case "text/plain":
		keep(&p.text, encoding, body)
	case "message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global", "message/global-headers":
		if p.returned == nil {
			p.returned, _ = cutFields(decode(encoding, body))
		}
	}
}

// split adds the parts of a multipart body, which may end anywhere.
func (p *parts) split(body []byte, boundary string, depth int) {
	r := multipart.NewReader(bytes.NewReader(body), boundary)
	for p.seen < maxParts {
		part, err := r.NextRawPart()
		if err != nil {
			return
		}
		content, err := io.ReadAll(part)
		p.add(field(part.Header, "Content-Type"), field(part.Header, "Content-Transfer-Encoding"), content, depth+1)
		if err != nil {
			return // The mail ends within this part.
		}
	}
}

func field(h textproto.MIMEHeader, name string) string { return strings.TrimSpace(h.Get(name)) }

// keep decodes a part into its place, if that is still empty.
func keep(place *[]byte, encoding string, body []byte) {
	if *place == nil {
		*place = decode(encoding, body)
	}
}

// decode undoes a transfer encoding as far as it can be undone.
func decode(encoding string, body []byte) []byte {
	var r io.Reader
	switch strings.ToLower(encoding) {
	case "base64":
		r = base64.NewDecoder(base64.StdEncoding, bytes.NewReader(body))
	case "quoted-printable":
		r = quotedprintable.NewReader(bytes.NewReader(body))
	default:
		return body
	}
	decoded, _ := io.ReadAll(r) // What comes before a fault is as good as without it.
	return decoded
}
