package fakemailgun

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/mail"
	"net/url"
	"slices"
	"strings"
)

// Limits that Mailgun documents.
const (
	maxMIME       = 25 << 20 // bytes of one mail
	maxOptions    = 16 << 10 // bytes of o:, h:, v: and t: fields together
	maxRecipients = 1000     // of one request
)

// read reads a submission's body and checks it as Mailgun would. Its error is a *refusal, or whatever broke the body.
func (s *Server) read(r *http.Request, body *bodyReader) (Accepted, error) {
	r.Body = body
	in := Accepted{Domain: r.PathValue("domain"), Form: url.Values{}}
	var err error
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded") {
		if err = r.ParseForm(); err == nil {
			in.Form = r.PostForm
		}
	} else {
		err = s.readParts(r, &in)
	}
	if err != nil {
		if no := (*refusal)(nil); errors.As(err, &no) {
			return in, err
		}
		return in, badRequest("cannot read the request: %v", err)
	}
	if strings.HasSuffix(r.URL.Path, ".mime") {
		if in.Header == nil {
			return in, badRequest("message parameter is missing")
		}
	} else if err = in.fromForm(); err != nil {
		return in, err
	}
	in.MessageID = strings.Trim(in.Header.Get("Message-Id"), "<> \t")
	return in, in.readOptions()
}

func (s *Server) readParts(r *http.Request, in *Accepted) error {
	parts, err := r.MultipartReader()
	if err != nil {
		return err
	}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch {
		case part.FormName() == "message" && part.FileName() != "":
			err = s.readMIME(part, r.ContentLength, in)
		case part.FileName() != "":
			in.Attachments = append(in.Attachments, part.FileName())
			_, err = io.Copy(io.Discard, part)
		default:
			err = readField(part, in.Form)
		}
		if err != nil {
			return err
		}
	}
}

func readField(part *multipart.Part, form url.Values) error {
	var value strings.Builder
	if _, err := io.Copy(&value, part); err != nil {
		return err
	}
	form.Add(part.FormName(), value.String())
	return nil
}

// readMIME reads the file of messages.mime. The length of the whole request saves the buffer from growing step by step.
func (s *Server) readMIME(part io.Reader, length int64, in *Accepted) error {
	part = io.LimitReader(part, maxMIME+1)
	var kept bytes.Buffer
	if !s.dropMIME {
		kept.Grow(int(min(max(length, 0), maxMIME)))
		part = io.TeeReader(part, &kept)
	}
	count := &countingReader{r: part}
	m, err := mail.ReadMessage(count)
	if err != nil {
		return badRequest("message is not a mail: %v", err)
	}
	if _, err = io.Copy(io.Discard, m.Body); err != nil {
		return err
	}
	if count.n > maxMIME {
		return &refusal{status: http.StatusRequestEntityTooLarge, body: bodyFor(http.StatusRequestEntityTooLarge)}
	}
	in.Header, in.Size = m.Header, count.n
	if !s.dropMIME {
		in.MIME = kept.Bytes()
	}
	return nil
}

// fromForm makes the header of a mail that came as fields.
func (a *Accepted) fromForm() error {
	a.Header = mail.Header{}
	for key, values := range a.Form {
		if name, ok := strings.CutPrefix(key, "h:"); ok {
			a.Header[http.CanonicalHeaderKey(name)] = values
		}
	}
	for _, key := range []string{"from", "to", "cc", "subject"} {
		if values := a.Form[key]; len(values) > 0 {
			a.Header[http.CanonicalHeaderKey(key)] = []string{strings.Join(values, ", ")}
		}
	}
	a.Size = len(a.Form.Get("text")) + len(a.Form.Get("html"))
	switch {
	case a.Form.Get("from") == "" && a.Form.Get("template") == "":
		return badRequest("from parameter is missing")
	case a.Size == 0 && a.Form.Get("template") == "":
		return badRequest("Need at least one of 'text', 'html' or 'template' parameters specified")
	}
	return nil
}

// readOptions takes envelope, tags and variables from the fields.
func (a *Accepted) readOptions() error {
	size := 0
	for key, values := range a.Form {
		if len(key) > 2 && strings.ContainsRune("ohvt", rune(key[0])) && key[1] == ':' {
			size += len(key) + len(strings.Join(values, ""))
		}
	}
	if size > maxOptions {
		return badRequest("Send options (parameters starting with o:, h:, or v:) are limited to 16 kB total")
	}
	for _, field := range []string{"to", "cc", "bcc"} {
		for _, list := range a.Form[field] {
			addresses, err := mail.ParseAddressList(list)
			if err != nil {
				return badRequest("%s parameter is not a valid address. please check documentation", field)
			}
			for _, address := range addresses {
				if !slices.Contains(a.Recipients, address.Address) {
					a.Recipients = append(a.Recipients, address.Address)
				}
			}
		}
	}
	switch {
	case len(a.Form["to"]) == 0:
		return badRequest("to parameter is missing")
	case len(a.Recipients) > maxRecipients:
		return badRequest("Too many recipients; max is %d", maxRecipients)
	}
	a.Tags = a.Form["o:tag"]
	return a.readVariables()
}

func (a *Accepted) readVariables() error {
	a.Variables = map[string]string{}
	if text := a.Form.Get("h:X-Mailgun-Variables"); text != "" {
		var members map[string]json.RawMessage
		if err := json.Unmarshal([]byte(text), &members); err != nil {
			return badRequest("h:X-Mailgun-Variables is not a JSON object: %v", err)
		}
		for key, value := range members {
			a.Variables[key] = string(value)
		}
	}
	for key, values := range a.Form {
		if name, ok := strings.CutPrefix(key, "v:"); ok {
			a.Variables[name] = values[len(values)-1]
		}
	}
	return nil
}

type countingReader struct {
	r io.Reader
	n int
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("read message: %w", err)
	}
	return n, err
}
