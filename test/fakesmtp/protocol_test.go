package fakesmtp_test

import (
	"fmt"
	"net/smtp"
	"net/textproto"
	"slices"
	"strings"
	"testing"

	"github.com/postchat/postchat/test/fakesmtp"
)

func TestSigningIn(t *testing.T) {
	for _, c := range []struct {
		name, password string
		opts           []fakesmtp.Option
		code           int
	}{
		{name: "the right password", password: "secret"},
		{name: "the right password under TLS", password: "secret", opts: []fakesmtp.Option{fakesmtp.WithTLS()}},
		{name: "a wrong password", password: "other", code: 535},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := fakesmtp.Start(t, append(c.opts, fakesmtp.WithAuth("postchat", c.password))...)
			phase, err := send(t, s, "a@example.org", "x@example.com")
			if codeOf(err) != c.code || c.code != 0 && phase != fakesmtp.Auth {
				t.Fatal(phase, err)
			}
			if c.code == 0 && only(t, s.Accepted()).User != "postchat" {
				t.Errorf("ledger: %+v", s.Accepted())
			}
		})
	}
	t.Run("without it no mail is taken", func(t *testing.T) {
		s := fakesmtp.Start(t, fakesmtp.WithAuth("postchat", "secret"), fakesmtp.WithTLS())
		conn, err := smtp.Dial(s.Addr())
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = conn.Close() }()
		if ok, _ := conn.Extension("AUTH"); ok {
			t.Error("AUTH is offered in the clear")
		}
		if err = conn.Mail(from); codeOf(err) != 530 {
			t.Errorf("got %v", err)
		}
	})
}

func TestThePlainPasswordMayComeInALineOfItsOwn(t *testing.T) {
	s := fakesmtp.Start(t, fakesmtp.WithAuth("postchat", "secret"))
	got := dialogue(t, s, "EHLO me", "AUTH PLAIN", "AHBvc3RjaGF0AHNlY3JldA==", "AUTH PLAIN x", "MAIL FROM:<>")
	if want := []string{"220", "250", "334", "235", "503", "250"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestWhatTheProtocolForbidsIsRefused(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  string // codes after the banner
	}{
		{"an unknown command", []string{"HELLO"}, "500"},
		{"HELO without a name", []string{"HELO"}, "501"},
		{"MAIL before EHLO", []string{"MAIL FROM:<a@example.org>"}, "503"},
		{"a second MAIL", []string{"HELO me", "MAIL FROM:<a@example.org>", "MAIL FROM:<a@example.org>"}, "250 250 503"},
		{"RCPT before MAIL", []string{"HELO me", "RCPT TO:<a@example.org>"}, "250 503"},
		{"DATA before RCPT", []string{"HELO me", "MAIL FROM:<a@example.org>", "DATA"}, "250 250 554"},
		{"DATA after nothing", []string{"HELO me", "DATA"}, "250 503"},
		{"an address without brackets", []string{"HELO me", "MAIL FROM:a@example.org"}, "250 501"},
		{"an address without a host", []string{"HELO me", "MAIL FROM:<a>"}, "250 501"},
		{"an empty recipient", []string{"HELO me", "MAIL FROM:<>", "RCPT TO:<>"}, "250 250 501"},
		{"an address beyond ASCII", []string{"HELO me", "MAIL FROM:<j\u00f6rg@example.org>"}, "250 553"},
		{"a parameter of no extension", []string{"HELO me", "MAIL FROM:<a@example.org> RET=HDRS"}, "250 555"},
		{"a mail announced as too big", []string{"HELO me", "MAIL FROM:<a@example.org> SIZE=99999999"}, "250 552"},
		{"STARTTLS that is not offered", []string{"HELO me", "STARTTLS"}, "250 502"},
		{"AUTH that is not offered", []string{"HELO me", "AUTH PLAIN x"}, "250 502"},
		{"a line that is too long", []string{strings.Repeat("x", 600)}, "500"},
		{"what else there is", []string{"NOOP", "RSET", "VRFY a", "QUIT"}, "250 250 252 221"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := fakesmtp.Start(t)
			if got := strings.Join(dialogue(t, s, c.lines...)[1:], " "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestAMailThatStrictServersRefuseIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, data, mail, because string
	}{
		{name: "a line of 1001 bytes", data: strings.Repeat("x", 999), because: "longer"},
		{name: "a line of 1000 bytes", data: strings.Repeat("x", 998)},
		{name: "a bare LF", data: "a\nb", because: "bare"},
		{name: "a bare CR", data: "a\rb", because: "bare"},
		{name: "an end that is none, before a second mail", data: "a\n.\r\nMAIL FROM:<b@example.org>", because: "bare"},
		{name: "8-bit bytes unannounced", data: "caf\u00e9", because: "8-bit"},
		{name: "8-bit bytes", data: "caf\u00e9", mail: " BODY=8BITMIME"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := fakesmtp.Start(t)
			conn, err := textproto.Dial("tcp", s.Addr())
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = conn.Close() }()
			for _, line := range []string{"HELO me", "MAIL FROM:<a@example.org>" + c.mail, "RCPT TO:<x@example.com>", "DATA", c.data + "\r\n.", "QUIT"} {
				if err = conn.PrintfLine("%s", line); err != nil {
					t.Fatal(err)
				}
			}
			var last string
			for range 6 {
				if _, last, err = conn.ReadResponse(0); err != nil {
					t.Fatal(err)
				}
			}
			if strings.Contains(last, "queued") != (c.because == "") || !strings.Contains(last, c.because) || (s.Count() == 1) != (c.because == "") {
				t.Errorf("got %q, %d taken", last, s.Count())
			}
			if code, _, err := conn.ReadResponse(0); code != 221 || err != nil {
				t.Errorf("something in the mail was taken for a command: %d, %v", code, err)
			}
		})
	}
}

// dialogue says lines one after the other, each after the reply to the one before, and returns the codes of the replies.
func dialogue(t *testing.T, s *fakesmtp.Server, lines ...string) []string {
	t.Helper()
	conn, err := textproto.Dial("tcp", s.Addr())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	var codes []string
	for i := -1; i < len(lines); i++ {
		if i >= 0 {
			if err = conn.PrintfLine("%s", lines[i]); err != nil {
				t.Fatal(err)
			}
		}
		code, _, err := conn.ReadResponse(0)
		if err != nil {
			t.Fatal(err)
		}
		codes = append(codes, fmt.Sprint(code))
	}
	return codes
}
