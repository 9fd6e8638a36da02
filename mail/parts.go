package mail

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
)

// Content is a message taken apart, for showing it.
type Content struct {
	// Fields are those of the message's header in their order, decoded, without those of MIME.
	Fields []Field
	// Plain is the plain part, HTML the other one; empty where there is none. Nothing made the HTML safe to show in a page
	// of ours: put it into a sandboxed frame.
	Plain, HTML string
	Attachments []Attachment
}

// Field is one field of a header.
type Field struct{ Name, Value string }

// Attachment is a part that is a file.
type Attachment struct {
	Name string
	// Type is the media type without its parameters, such as text/plain.
	Type  string
	Bytes []byte
}

// maxDepth bounds how deep parts may be nested. Compose makes two levels.
const maxDepth = 5

// Parts takes a message apart again that Compose made. It reads other messages too, as long as their text is UTF-8 and no
// part uses another transfer encoding than those of RFC 2045; text is taken as it is, with line ends as \n.
func Parts(source []byte) (Content, error) {
	var c Content
	head, body, found := bytes.Cut(source, []byte("\r\n\r\n"))
	if !found {
		return c, errors.New("read mail: the header has no end")
	}
	header := make(textproto.MIMEHeader)
	for _, field := range fields(head) {
		header.Add(field.Name, field.Value)
		if !isMIMEField(field.Name) {
			c.Fields = append(c.Fields, Field{Name: field.Name, Value: decodeField(field.Value)})
		}
	}
	if err := c.read(header, bytes.NewReader(body), 0); err != nil {
		return c, fmt.Errorf("read mail: %w", err)
	}
	return c, nil
}

// fields splits a header and unfolds its values.
func fields(head []byte) []Field {
	var all []Field
	for line := range strings.SplitSeq(string(head), "\r\n") {
		if line != "" && (line[0] == ' ' || line[0] == '\t') && len(all) > 0 {
			all[len(all)-1].Value += line
			continue
		}
		name, value, _ := strings.Cut(line, ":")
		all = append(all, Field{Name: name, Value: strings.TrimLeft(value, " ")})
	}
	return all
}

func isMIMEField(name string) bool {
	return strings.EqualFold(name, "MIME-Version") || len(name) > 8 && strings.EqualFold(name[:8], "Content-")
}

// read takes one part, or all parts inside it, into the content.
func (c *Content) read(header textproto.MIMEHeader, body io.Reader, depth int) error {
	mediaType, parameters, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		return fmt.Errorf("parse content type: %w", err)
	}
	if strings.HasPrefix(mediaType, "multipart/") {
		if depth == maxDepth {
			return errors.New("parts are nested too deep")
		}
		return c.readEach(multipart.NewReader(body, parameters["boundary"]), depth+1)
	}
	content, err := io.ReadAll(decoded(header.Get("Content-Transfer-Encoding"), body))
	if err != nil {
		return fmt.Errorf("decode %s: %w", mediaType, err)
	}
	disposition, names, _ := mime.ParseMediaType(header.Get("Content-Disposition"))
	switch {
	case disposition != "attachment" && mediaType == "text/plain" && c.Plain == "":
		c.Plain = unixLines(content)
	case disposition != "attachment" && mediaType == "text/html" && c.HTML == "":
		c.HTML = unixLines(content)
	default:
		c.Attachments = append(c.Attachments, Attachment{Name: names["filename"], Type: mediaType, Bytes: content})
	}
	return nil
}

func (c *Content) readEach(parts *multipart.Reader, depth int) error {
	for {
		part, err := parts.NextRawPart()
		if err == io.EOF { // a wrapped one says that the message breaks off
			return nil
		}
		if err != nil {
			return fmt.Errorf("read next part: %w", err)
		}
		if err := c.read(part.Header, part, depth); err != nil {
			return err
		}
	}
}

func decoded(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(encoding) {
	case "quoted-printable":
		return quotedprintable.NewReader(bufio.NewReader(body))
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

func unixLines(text []byte) string { return strings.ReplaceAll(string(text), "\r\n", "\n") }
