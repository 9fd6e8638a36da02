package mail_test

import (
	"bytes"
	"io"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/mail"
)

func TestALetterIsAWholeMailAndNothingInItBecomesAField(t *testing.T) {
	t.Parallel()
	l := mail.Letter{
		ID: "0199", From: postchat.Address{Name: "Postchat", Email: "postchat@acme.example"}, To: postchat.Address{Email: "dana@acme.example"},
		Subject: "Come\r\nBcc: all@acme.example", Text: "Hello,\n\nzoë = " + strings.Repeat("x", 300) + "\n.\nBcc: no\n",
		Now: time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC),
	}
	source := l.Source()
	if bytes.Contains(bytes.ReplaceAll(source, []byte("\r\n"), nil), []byte("\n")) {
		t.Error("a line does not end with CRLF")
	}
	for line := range strings.SplitSeq(string(source), "\r\n") {
		if len(line) > 78 {
			t.Errorf("a line has %d characters", len(line))
		}
	}
	m, err := netmail.ReadMessage(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	if m.Header.Get("Bcc") != "" || m.Header.Get("Message-Id") != "<0199@acme.example>" || m.Header.Get("To") != "dana@acme.example" {
		t.Errorf("header = %v", m.Header)
	}
	text, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil || strings.ReplaceAll(string(text), "\r\n", "\n") != l.Text {
		t.Errorf("text = %q, %v", text, err)
	}
}
