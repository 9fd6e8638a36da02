package smtp_test

import (
	"bufio"
	"errors"
	"maps"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/delivery/smtp"
	"github.com/postchat/postchat/test/fakesmtp"
)

// oddServer says what a test tells it to, for servers that no honest fake would play. It keeps the commands that it heard.
type oddServer struct {
	addr string
	// replies are what it says to a command, by its first word; "." is the end of the mail, "" the greeting.
	replies map[string]string

	mu    sync.Mutex
	heard []string
}

func startOdd(t *testing.T, replies map[string]string) *oddServer {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &oddServer{addr: listener.Addr().String(), replies: map[string]string{
		"": "220 odd.example ESMTP\r\n", "EHLO": "250 odd.example\r\n", "MAIL": "250 OK\r\n", "RCPT": "250 OK\r\n", "DATA": "354 go on\r\n",
		".": "250 OK\r\n", "QUIT": "221 bye\r\n",
	}}
	maps.Copy(s.replies, replies)
	var serving sync.WaitGroup
	serving.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			serving.Go(func() { s.serve(conn) })
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		serving.Wait()
	})
	return s
}

func (s *oddServer) serve(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	_, _ = conn.Write([]byte(s.replies[""]))
	inMail := false
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		line := lines.Text()
		command, _, _ := strings.Cut(line, " ")
		if inMail && line != "." {
			continue
		}
		inMail = command == "DATA" && strings.HasPrefix(s.replies["DATA"], "354")
		s.mu.Lock()
		s.heard = append(s.heard, line)
		s.mu.Unlock()
		_, _ = conn.Write([]byte(s.replies[command]))
	}
}

// sent is the commands that the server heard, and a dot for each mail.
func (s *oddServer) sent() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.heard)
}

func TestRepliesOfOddServers(t *testing.T) {
	for _, c := range []struct {
		name    string
		replies map[string]string
		want    string
		words   string
		id      string
	}{
		{"another yes than 250 is a yes", map[string]string{".": "251 taken, and on its way\r\n"}, "accepted", "251 taken, and on its way", ""},
		{"neither yes nor no is uncertain", map[string]string{".": "354 go on\r\n"}, "uncertain", "354 go on", ""},
		{"no reply at all is uncertain", map[string]string{".": "taken\r\n"}, "uncertain",
			`no clear answer after the mail was handed over: short response: "taken"`, ""},
		{"a yes without words is a yes", map[string]string{".": "250 \r\n"}, "accepted", "250", ""},
		{"several lines are one, with the enhanced code once",
			map[string]string{"RCPT": "550-5.1.1 The address does not exist.\r\n550-5.1.1 Look for typing errors.\r\n550 5.1.1 Bye\r\n"},
			"permanent", "550 5.1.1 The address does not exist. Look for typing errors. Bye", ""},
		{"two replies to one command would shift the answers", map[string]string{"DATA": "354 go on\r\n250 OK\r\n", ".": "550 no\r\n"},
			"temporary", "the mail was not handed over: the server answers what it was not asked", ""},
		{"250 to DATA is no leave to send", map[string]string{"DATA": "250 OK\r\n"}, "temporary", "250 OK", ""},
		{"control characters are not kept", map[string]string{"RCPT": "550 \x1b[31mno\x07\xff\r\n"}, "permanent", "550 [31mno\ufffd", ""},
		{"a server without EHLO is greeted with HELO", map[string]string{"EHLO": "502 what?\r\n", "HELO": "250 odd.example\r\n"},
			"accepted", "250 OK", ""},
		{"Postfix", map[string]string{".": "250 2.0.0 Ok: queued as 4XyZ12abcDz9\r\n"}, "accepted", "250 2.0.0 Ok: queued as 4XyZ12abcDz9", "4XyZ12abcDz9"},
		{"Exim", map[string]string{".": "250 OK id=1tFabc-00000001Xyz-2AbC\r\n"}, "accepted", "250 OK id=1tFabc-00000001Xyz-2AbC", "1tFabc-00000001Xyz-2AbC"},
		{"Sendmail", map[string]string{".": "250 2.0.0 4APBC1x2012345 Message accepted for delivery\r\n"}, "accepted",
			"250 2.0.0 4APBC1x2012345 Message accepted for delivery", "4APBC1x2012345"},
		{"Exchange", map[string]string{".": "250 2.6.0 <mail-1@example.com> [InternalId=1234567890, Hostname=mx.example.com] Queued mail for delivery\r\n"},
			"accepted", "250 2.6.0 <mail-1@example.com> [InternalId=1234567890, Hostname=mx.example.com] Queued mail for delivery", "1234567890"},
		{"a time is no id", map[string]string{".": "250 Queued (0.125 seconds)\r\n"}, "accepted", "250 Queued (0.125 seconds)", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			odd := startOdd(t, c.replies)
			s := open(t, smtp.Config{URL: postchat.Secret("smtp://" + odd.addr), Timeout: guard, AnswerTimeout: guard})
			accepted, err := s.Send(guarded(t), message(600))
			words := accepted.Words
			if f := (*delivery.Failure)(nil); errors.As(err, &f) {
				words = f.Words
			}
			if got := outcome(t, err); got != c.want || words != c.words || accepted.ProviderID != c.id {
				t.Errorf("got  %s, %q, %q\nwant %s, %q, %q", got, words, accepted.ProviderID, c.want, c.words, c.id)
			}
			_ = s.Close()
			if c.want == "temporary" && slices.Contains(odd.sent(), ".") {
				t.Error("the server could take the mail all the same")
			}
		})
	}
}

func TestTheDialogue(t *testing.T) {
	const offers = "250-odd.example\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-DSN\r\n250 SIZE 0\r\n"
	for _, c := range []struct {
		name, helo string
		want       []string
	}{
		{"without a name", "", []string{
			"EHLO [127.0.0.1]", "MAIL FROM:<chats@example.com> BODY=8BITMIME", "RCPT TO:<sales@example.com>", "DATA", ".",
		}},
		{"with a name", "mail.example.com", []string{
			"EHLO mail.example.com", "MAIL FROM:<chats@example.com> BODY=8BITMIME", "RCPT TO:<sales@example.com>", "DATA", ".",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			odd := startOdd(t, map[string]string{"EHLO": offers})
			s := open(t, smtp.Config{URL: postchat.Secret("smtp://" + odd.addr), HELO: c.helo, Timeout: guard, AnswerTimeout: guard})
			if _, err := s.Send(guarded(t), message(600)); err != nil {
				t.Fatal(err)
			}
			if got := odd.sent(); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			_ = s.Close()
		})
	}
}

func TestTheWordsHideThePassword(t *testing.T) {
	// A server that does not know AUTH and repeats what it was sent; the text is the base64 of NUL postchat NUL a password.
	echo := "500 unknown command: AUTH PLAIN AHBvc3RjaGF0AGEgcGFzc3dvcmQ= (a password)\r\n"
	odd := startOdd(t, map[string]string{"EHLO": "250-odd.example\r\n250 AUTH PLAIN\r\n", "AUTH": echo, "*": "501 what?\r\n"})
	s := open(t, smtp.Config{URL: postchat.Secret("smtp://postchat:a%20password@" + odd.addr), Timeout: guard, AnswerTimeout: guard})
	_, err := s.Send(guarded(t), message(600))
	if got := outcome(t, err); got != "temporary, about us" {
		t.Errorf("got %q", got)
	}
	if got, want := err.Error(), "temporary: 500 unknown command: AUTH PLAIN [secret] ([secret])"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestConnectionsAreUsedAgain(t *testing.T) {
	send := func(t *testing.T, s *smtp.Sender) {
		t.Helper()
		if _, err := s.Send(guarded(t), message(600)); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("for a hundred mails", func(t *testing.T) {
		fake := fakesmtp.Start(t, fakesmtp.WithTLS())
		s := newSender(t, fake)
		for range 101 {
			send(t, s)
		}
		if fake.Count() != 101 || fake.Connections() != 2 {
			t.Errorf("%d mails over %d connections", fake.Count(), fake.Connections())
		}
	})
	t.Run("unless the server has hung up in the meantime", func(t *testing.T) {
		fake := fakesmtp.Start(t)
		fake.Next(fakesmtp.CutAfter(fakesmtp.EndOfData))
		s := newSender(t, fake)
		send(t, s)
		send(t, s)
		if fake.Count() != 2 || fake.SubmissionCount() != 2 || fake.Connections() != 2 {
			t.Errorf("%d mails in %d submissions over %d connections", fake.Count(), fake.SubmissionCount(), fake.Connections())
		}
	})
	t.Run("but not after a refusal", func(t *testing.T) {
		fake := fakesmtp.Start(t)
		fake.Next(fakesmtp.Refuse(fakesmtp.Rcpt, 550))
		s := newSender(t, fake)
		if _, err := s.Send(guarded(t), message(600)); outcome(t, err) != "permanent" {
			t.Fatal(err)
		}
		send(t, s)
		if fake.Count() != 1 || fake.Connections() != 2 {
			t.Errorf("%d mails over %d connections", fake.Count(), fake.Connections())
		}
	})
	t.Run("and not after Close", func(t *testing.T) {
		fake := fakesmtp.Start(t)
		s := newSender(t, fake)
		send(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		send(t, s)
		send(t, s)
		if fake.Count() != 3 || fake.Connections() != 3 {
			t.Errorf("%d mails over %d connections", fake.Count(), fake.Connections())
		}
	})
	t.Run("by one mail at a time", func(t *testing.T) {
		const mails = 200
		fake := fakesmtp.Start(t)
		s := newSender(t, fake)
		errs := make(chan error)
		for range mails {
			go func() {
				_, err := s.Send(guarded(t), message(2000))
				errs <- err
			}()
		}
		for range mails {
			if err := <-errs; err != nil {
				t.Error(err)
			}
		}
		if fake.Count() != mails || fake.SubmissionCount() != mails {
			t.Errorf("%d mails in %d submissions", fake.Count(), fake.SubmissionCount())
		}
	})
}

func TestOneEnvelopeOneRecipientOneFate(t *testing.T) {
	fake := fakesmtp.Start(t)
	fake.For("support@example.com", fakesmtp.Refuse(fakesmtp.Rcpt, 550))
	s := newSender(t, fake)
	for to, want := range map[string]string{"sales@example.com": "accepted", "support@example.com": "permanent", "lead@example.com": "accepted"} {
		m := message(600)
		m.To = to
		_, err := s.Send(guarded(t), m)
		if got := outcome(t, err); got != want || len(fake.AcceptedFor(to)) != map[string]int{"accepted": 1}[want] {
			t.Errorf("%s: got %q and %d mails: %v", to, got, len(fake.AcceptedFor(to)), err)
		}
	}
}
