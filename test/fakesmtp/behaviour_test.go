package fakesmtp_test

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/smtp"
	"net/textproto"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat/test/fakesmtp"
)

func TestEachBehaviourShowsTheClientOneThingAndTheLedgerTheTruth(t *testing.T) {
	for _, c := range []struct {
		b     fakesmtp.Behaviour
		phase fakesmtp.Phase // where the client fails; 0 where it does not
		code  int            // 0 where there is no reply
		taken int
	}{
		{b: fakesmtp.Behaviour{}, taken: 1},
		{b: fakesmtp.OK(), taken: 1},
		{b: fakesmtp.Trickle(0), taken: 1},
		{b: fakesmtp.Trickle(time.Microsecond), taken: 1},
		{b: fakesmtp.NoStartTLS(), taken: 1},
		{b: fakesmtp.Refuse(fakesmtp.Connect, 421), phase: fakesmtp.Connect, code: 421},
		{b: fakesmtp.Refuse(fakesmtp.Connect, 554), phase: fakesmtp.Connect, code: 554},
		{b: fakesmtp.Refuse(fakesmtp.Hello, 421), phase: fakesmtp.Hello},
		{b: fakesmtp.Refuse(fakesmtp.Hello, 502), phase: fakesmtp.Mail, code: 530}, // The client falls back to HELO, and so has no AUTH.
		{b: fakesmtp.Refuse(fakesmtp.StartTLS, 454), phase: fakesmtp.StartTLS, code: 454},
		{b: fakesmtp.Refuse(fakesmtp.Auth, 535), phase: fakesmtp.Auth, code: 535},
		{b: fakesmtp.Refuse(fakesmtp.Mail, 421), phase: fakesmtp.Mail, code: 421},
		{b: fakesmtp.Refuse(fakesmtp.Mail, 451), phase: fakesmtp.Mail, code: 451},
		{b: fakesmtp.Refuse(fakesmtp.Mail, 550), phase: fakesmtp.Mail, code: 550},
		{b: fakesmtp.Refuse(fakesmtp.Rcpt, 421), phase: fakesmtp.Rcpt, code: 421},
		{b: fakesmtp.Refuse(fakesmtp.Rcpt, 450), phase: fakesmtp.Rcpt, code: 450},
		{b: fakesmtp.Refuse(fakesmtp.Rcpt, 550), phase: fakesmtp.Rcpt, code: 550},
		{b: fakesmtp.Refuse(fakesmtp.Data, 421), phase: fakesmtp.Data, code: 421},
		{b: fakesmtp.Refuse(fakesmtp.Data, 451), phase: fakesmtp.Data, code: 451},
		{b: fakesmtp.Refuse(fakesmtp.Data, 554), phase: fakesmtp.Data, code: 554},
		{b: fakesmtp.Refuse(fakesmtp.EndOfData, 421), phase: fakesmtp.EndOfData, code: 421},
		{b: fakesmtp.Refuse(fakesmtp.EndOfData, 450), phase: fakesmtp.EndOfData, code: 450},
		{b: fakesmtp.Refuse(fakesmtp.EndOfData, 451), phase: fakesmtp.EndOfData, code: 451},
		{b: fakesmtp.Refuse(fakesmtp.EndOfData, 451).Taking(), phase: fakesmtp.EndOfData, code: 451, taken: 1},
		{b: fakesmtp.Refuse(fakesmtp.EndOfData, 452), phase: fakesmtp.EndOfData, code: 452},
		{b: fakesmtp.Refuse(fakesmtp.EndOfData, 550), phase: fakesmtp.EndOfData, code: 550},
		{b: fakesmtp.Refuse(fakesmtp.EndOfData, 552), phase: fakesmtp.EndOfData, code: 552},
		{b: fakesmtp.Refuse(fakesmtp.EndOfData, 554), phase: fakesmtp.EndOfData, code: 554},
		{b: fakesmtp.Cut(fakesmtp.Connect), phase: fakesmtp.Connect},
		{b: fakesmtp.Cut(fakesmtp.Hello), phase: fakesmtp.Hello},
		{b: fakesmtp.Cut(fakesmtp.StartTLS), phase: fakesmtp.StartTLS},
		{b: fakesmtp.Cut(fakesmtp.Auth), phase: fakesmtp.Auth},
		{b: fakesmtp.Cut(fakesmtp.Mail), phase: fakesmtp.Mail},
		{b: fakesmtp.Cut(fakesmtp.Rcpt), phase: fakesmtp.Rcpt},
		{b: fakesmtp.Cut(fakesmtp.Data), phase: fakesmtp.Data},
		{b: fakesmtp.CutData(0), phase: fakesmtp.EndOfData},
		{b: fakesmtp.CutData(60), phase: fakesmtp.EndOfData},
		{b: fakesmtp.CutData(1 << 20).Taking(), phase: fakesmtp.EndOfData},
		{b: fakesmtp.Cut(fakesmtp.EndOfData), phase: fakesmtp.EndOfData},
		{b: fakesmtp.Cut(fakesmtp.EndOfData).Taking(), phase: fakesmtp.EndOfData, taken: 1},
		{b: fakesmtp.CutAnswer(fakesmtp.EndOfData, 2).Taking(), phase: fakesmtp.EndOfData, taken: 1},
		{b: fakesmtp.CutAnswer(fakesmtp.EndOfData, 5).Taking(), phase: fakesmtp.Quit, taken: 1}, // "250 2" is enough for net/textproto.
		{b: fakesmtp.CutAnswer(fakesmtp.EndOfData, 500).Taking(), phase: fakesmtp.Quit, taken: 1},
		{b: fakesmtp.CutAfter(fakesmtp.Data), phase: fakesmtp.EndOfData},
		{b: fakesmtp.CutAfter(fakesmtp.EndOfData), phase: fakesmtp.Quit, taken: 1},
		{b: fakesmtp.CutAfter(fakesmtp.EndOfData).NotTaking(), phase: fakesmtp.Quit},
		{b: fakesmtp.Cut(fakesmtp.Quit), phase: fakesmtp.Quit, taken: 1},
		{b: fakesmtp.Refuse(fakesmtp.Quit, 421), phase: fakesmtp.Quit, code: 421, taken: 1},
	} {
		check := func(t *testing.T, s *fakesmtp.Server) {
			t.Helper()
			phase, err := send(t, s, "a@example.org", "x@example.com", "sales@example.com")
			if phase != c.phase || c.code != 0 && codeOf(err) != c.code {
				t.Errorf("client: %v at %s, want %d at %s", err, phase, c.code, c.phase)
			}
			s.Close()
			if s.Count() != c.taken {
				t.Errorf("%d taken, want %d", s.Count(), c.taken)
			}
		}
		t.Run(c.b.String(), func(t *testing.T) {
			s := fakesmtp.Start(t, fakesmtp.WithTLS(), fakesmtp.WithAuth("postchat", "secret"))
			if c.b.String() == fakesmtp.NoStartTLS().String() {
				s = fakesmtp.Start(t, fakesmtp.WithTLS())
			}
			s.Next(c.b)
			check(t, s)
		})
		if c.b.Phase() != 0 && c.b.Phase() < fakesmtp.Rcpt {
			continue
		}
		t.Run(c.b.String()+", for the recipient", func(t *testing.T) {
			s := fakesmtp.Start(t)
			s.For("Sales@example.com", c.b)
			check(t, s)
		})
	}
}

func TestOneBadRecipientOfThreeStopsNobodyElse(t *testing.T) {
	s := fakesmtp.Start(t)
	s.For("bad@example.com", fakesmtp.Refuse(fakesmtp.Rcpt, 550, "5.1.1 nobody\nby that name"))
	conn, err := smtp.Dial(s.Addr())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if err = conn.Mail(from); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{"x@example.com", "bad@example.com", "y@example.com"} {
		err = conn.Rcpt(to)
		reply := (*textproto.Error)(nil)
		if to != "bad@example.com" && err != nil || to == "bad@example.com" && (!errors.As(err, &reply) || reply.Msg != "5.1.1 nobody\nby that name") {
			t.Errorf("%s: %v", to, err)
		}
	}
	w, err := conn.Data()
	if err != nil {
		t.Fatal(err)
	}
	if _, err = io.WriteString(w, body("a@example.org")); err != nil {
		t.Fatal(err)
	}
	if err = w.Close(); err != nil {
		t.Fatal(err)
	}
	a := only(t, s.Accepted())
	if got := strings.Join(a.Recipients, " "); got != "x@example.com y@example.com" {
		t.Errorf("taken for %s", got)
	}
	if sub := only(t, s.SubmissionsFor("bad@example.com")); len(sub.Recipients) != 3 || !sub.Taken {
		t.Errorf("submission: %+v", sub)
	}
}

func TestTheCodeOfARefusalIsInTheSubmission(t *testing.T) {
	s := fakesmtp.Start(t)
	s.For("bad@example.com", fakesmtp.Refuse(fakesmtp.Rcpt, 550))
	conn, err := smtp.Dial(s.Addr())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if err = conn.Mail(from); err != nil {
		t.Fatal(err)
	}
	if err = conn.Rcpt("bad@example.com"); codeOf(err) != 550 {
		t.Fatal(err)
	}
	for _, step := range []func() error{conn.Reset, conn.Noop, conn.Quit} {
		if err = step(); err != nil {
			t.Fatal(err)
		}
	}
	if sub := only(t, s.Submissions()); sub.Code != 550 || sub.Reached != fakesmtp.Rcpt || sub.Taken {
		t.Errorf("submission: %+v", sub)
	}
}

func TestAHangLastsUntilTheClientLeaves(t *testing.T) {
	for _, c := range []struct {
		b     fakesmtp.Behaviour
		taken int
	}{
		{fakesmtp.Hang(fakesmtp.Connect), 0},
		{fakesmtp.Hang(fakesmtp.Mail), 0},
		{fakesmtp.Hang(fakesmtp.Data), 0},
		{fakesmtp.Hang(fakesmtp.EndOfData), 0},
		{fakesmtp.Hang(fakesmtp.EndOfData).Taking(), 1},
		{fakesmtp.Hang(fakesmtp.Quit), 1},
		{fakesmtp.Endless(fakesmtp.Hello), 0},
		{fakesmtp.Endless(fakesmtp.EndOfData).Taking(), 1},
	} {
		t.Run(c.b.String(), func(t *testing.T) {
			s := fakesmtp.Start(t)
			s.Next(c.b)
			raw, err := net.Dial("tcp", s.Addr())
			if err != nil {
				t.Fatal(err)
			}
			failed := make(chan error)
			go func() {
				conn, err := smtp.NewClient(raw, s.Host())
				if err == nil {
					_, err = handOver(conn, "a@example.org", "x@example.com")
				}
				failed <- err
			}()
			if err = s.WaitHanging(guarded(t), 1); err != nil {
				t.Fatal(err)
			}
			if err = raw.Close(); err != nil {
				t.Fatal(err)
			}
			if <-failed == nil {
				t.Error("the client was told that all is well")
			}
			if s.Count() != c.taken {
				t.Errorf("%d taken, want %d", s.Count(), c.taken)
			}
			s.Next(fakesmtp.OK())
			if phase, err := send(t, s, "b@example.org", "x@example.com"); err != nil {
				t.Error("the next connection:", phase, err)
			}
		})
	}
}

func TestCloseEndsWhatHangs(t *testing.T) {
	s := fakesmtp.Start(t, fakesmtp.WithTLS())
	release := make(chan struct{})
	s.Next(fakesmtp.Hang(fakesmtp.Connect), fakesmtp.Hang(fakesmtp.Mail), fakesmtp.Endless(fakesmtp.EndOfData), fakesmtp.Pause(fakesmtp.Rcpt, release))
	failed := make(chan error)
	for range 4 {
		go func() {
			_, err := send(t, s, "a@example.org", "x@example.com")
			failed <- err
		}()
	}
	if err := s.WaitHanging(guarded(t), 4); err != nil {
		t.Fatal(err)
	}
	s.Close()
	s.Close()
	for range 4 {
		if <-failed == nil {
			t.Error("a client was told that all is well")
		}
	}
}

func TestAPauseHoldsTheAnswerBackAfterTheMailWasTaken(t *testing.T) {
	s := fakesmtp.Start(t)
	release := make(chan struct{})
	s.Always(fakesmtp.Pause(fakesmtp.EndOfData, release))
	done := make(chan error)
	go func() {
		_, err := send(t, s, "a@example.org", "x@example.com")
		done <- err
	}()
	if err := s.WaitHanging(guarded(t), 1); err != nil {
		t.Fatal(err)
	}
	if sub := only(t, s.Submissions()); s.Count() != 1 || sub.Code != 354 {
		t.Errorf("while it waits: %d taken, %+v", s.Count(), sub)
	}
	close(release)
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestAnEndlessReplyIsOneReply(t *testing.T) {
	s := fakesmtp.Start(t)
	s.Next(fakesmtp.Endless(fakesmtp.Connect))
	conn, err := textproto.Dial("tcp", s.Addr())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	for range 20 {
		if line, err := conn.ReadLine(); err != nil || !strings.HasPrefix(line, "220-") {
			t.Fatalf("%q, %v", line, err)
		}
	}
}

func TestTextInjectedAfterSTARTTLSIsInTheClear(t *testing.T) {
	s := fakesmtp.Start(t, fakesmtp.WithTLS())
	s.Next(fakesmtp.InjectAfterStartTLS("250 injected\r\n"))
	raw, err := net.Dial("tcp", s.Addr())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	conn := textproto.NewConn(raw)
	for _, want := range []string{"", "EHLO me", "STARTTLS"} {
		if want != "" {
			if err = conn.PrintfLine("%s", want); err != nil {
				t.Fatal(err)
			}
		}
		if _, _, err = conn.ReadResponse(2); err != nil {
			t.Fatal(err)
		}
	}
	if line, err := conn.ReadLine(); err != nil || line != "250 injected" {
		t.Fatalf("%q, %v", line, err)
	}
	if err = tls.Client(raw, &tls.Config{RootCAs: s.CertPool(), ServerName: s.Host(), MinVersion: tls.VersionTLS12}).Handshake(); err != nil {
		t.Error("the handshake after it:", err)
	}
}

func TestNextComesBeforeForAndForBeforeDecide(t *testing.T) {
	s := fakesmtp.Start(t)
	s.Decide(func(connection int) fakesmtp.Behaviour {
		if connection == 6 {
			return fakesmtp.Refuse(fakesmtp.Mail, 450)
		}
		return fakesmtp.Refuse(fakesmtp.EndOfData, 452)
	})
	s.For("sales@example.com", fakesmtp.OK(), fakesmtp.Refuse(fakesmtp.EndOfData, 550))
	s.Next(fakesmtp.Refuse(fakesmtp.Mail, 421))
	for i, c := range []struct {
		to   string
		want int
	}{
		{"sales@example.com", 421},
		{"sales@example.com", 0},
		{"sales@example.com", 550},
		{"sales@example.com", 452},
		{"other@example.com", 452},
		{"other@example.com", 450},
	} {
		if _, err := send(t, s, "a@example.org", c.to); codeOf(err) != c.want {
			t.Errorf("connection %d: got %v, want %d", i+1, err, c.want)
		}
	}
}

func TestForRefusesWhatComesBeforeTheRecipient(t *testing.T) {
	s := fakesmtp.Start(t)
	defer func() {
		if recover() == nil {
			t.Error("it took a behaviour that can never act")
		}
	}()
	s.For("x@example.com", fakesmtp.Refuse(fakesmtp.Mail, 421))
}

func TestEveryListedBehaviourHasANameOfItsOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, b := range fakesmtp.Behaviours() {
		if seen[b.String()] || b.String() == "" {
			t.Errorf("%q is there twice or empty", b)
		}
		seen[b.String()] = true
	}
}
