package mailgun

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/textproto"
	"net/url"
	"strings"
)

// Why a form holds no mail.
var (
	errStored = errors.New("store() keeps the mail at Mailgun; use forward()")
	errNoMail = errors.New("the form has neither body-mime nor message-headers")
)

// sourceOf is the mail in a form; files is nil where the form has none.
func sourceOf(values url.Values, files *multipart.Form) ([]byte, error) {
	switch {
	case values.Get("body-mime") != "":
		return []byte(values.Get("body-mime")), nil
	case values.Has("message-url"):
		return nil, errStored
	case values.Has("message-headers"):
		return rebuilt(values, files)
	}
	return nil, errNoMail
}

// rebuilt puts a mail together again that came in parts: the same header but for what it says of the content, the plain text, and
// the other parts as Mailgun gives them, each with its type. How they were nested is lost.
func rebuilt(values url.Values, files *multipart.Form) ([]byte, error) {
	var header [][2]string
	if err := json.Unmarshal([]byte(values.Get("message-headers")), &header); err != nil {
		return nil, fmt.Errorf("read message-headers: %w", err)
	}
	var source bytes.Buffer
	for _, field := range header {
		name := strings.ToLower(field[0])
		if !strings.HasPrefix(name, "content-") && name != "mime-version" {
			source.WriteString(oneLine(field[0]) + ": " + oneLine(field[1]) + "\r\n")
		}
	}
	body := multipart.NewWriter(&source)
	source.WriteString("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=" + body.Boundary() + "\r\n\r\n")
	if err := addPart(body, "text/plain; charset=utf-8", strings.NewReader(values.Get("body-plain"))); err != nil {
		return nil, err
	}
	for i := 1; files != nil && len(files.File[attachment(i)]) > 0; i++ {
		if err := addFile(body, files.File[attachment(i)][0]); err != nil {
			return nil, err
		}
	}
	if err := body.Close(); err != nil {
		return nil, err
	}
	return source.Bytes(), nil
}

func attachment(n int) string { return fmt.Sprintf("attachment-%d", n) }

func addFile(body *multipart.Writer, file *multipart.FileHeader) error {
	content, err := file.Open()
	if err != nil {
		return fmt.Errorf("open an attachment: %w", err)
	}
	defer func() { _ = content.Close() }()
	return addPart(body, oneLine(file.Header.Get("Content-Type")), content)
}

func addPart(body *multipart.Writer, contentType string, content io.Reader) error {
	part, err := body.CreatePart(textproto.MIMEHeader{"Content-Type": {contentType}})
	if err != nil {
		return err
	}
	_, err = io.Copy(part, content)
	return err
}

var lineEnds = strings.NewReplacer("\r", " ", "\n", " ")

// oneLine keeps a value from becoming two fields.
func oneLine(value string) string { return lineEnds.Replace(value) }
