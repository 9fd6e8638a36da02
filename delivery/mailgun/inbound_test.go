package mailgun_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat/delivery/mailgun"
	"github.com/postchat/postchat/test/fakemailgun"
)

// door is an Inbound with all that it took.
type door struct {
	*mailgun.Inbound
	memory *memory
	taken  []string
	fails  error
}

func newDoor(t *testing.T) *door {
	d := &door{memory: &memory{tokens: map[string]int{}, counts: map[string]int{}}}
	d.Inbound = &mailgun.Inbound{
		SigningKey: signingKey, Tokens: d.memory, Now: func() time.Time { return noon }, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		Take: func(ctx context.Context, source []byte) error {
			d.taken = append(d.taken, string(source))
			return errors.Join(d.fails, ctx.Err())
		},
	}
	return d
}

func (d *door) post(contentType string, body io.Reader) int {
	r := httptest.NewRequest(http.MethodPost, "/inbound/mailgun/mime", body)
	r.Header.Set("Content-Type", contentType)
	w := httptest.NewRecorder()
	d.ServeHTTP(w, r)
	return w.Code
}

// postForm posts the values as Mailgun does where there are no attachments.
func (d *door) postForm(values url.Values) int {
	return d.post("application/x-www-form-urlencoded", strings.NewReader(values.Encode()))
}

const forwarded = "From: MAILER-DAEMON@mx.example.org\r\nSubject: Zustellung fehlgeschlagen\r\n\r\nNein & danke = 100 % +1\r\n"

// formOf are the values of a form with a mail, signed as at time at.
func formOf(at time.Time, values ...string) url.Values {
	s := fakemailgun.NewSignature(signingKey, at)
	form := url.Values{
		"recipient": {"bounces@mail.acme.example"}, "sender": {""}, "from": {"MAILER-DAEMON@mx.example.org"}, "subject": {"Zustellung fehlgeschlagen"},
		"timestamp": {s.Timestamp}, "token": {s.Token}, "signature": {s.Signature},
	}
	for pair := range slices.Chunk(values, 2) {
		form.Set(pair[0], pair[1])
	}
	return form
}

// multipartOf is the form as multipart/form-data, with files of these types and contents, by turns.
func multipartOf(t *testing.T, values url.Values, files ...string) (contentType string, body *bytes.Buffer) {
	t.Helper()
	body = &bytes.Buffer{}
	form := multipart.NewWriter(body)
	for name, value := range values {
		if err := form.WriteField(name, value[0]); err != nil {
			t.Fatal(err)
		}
	}
	number := 0
	for file := range slices.Chunk(files, 2) {
		number++
		part, err := form.CreatePart(textproto.MIMEHeader{
			"Content-Disposition": {`form-data; name="attachment-` + string(rune('0'+number)) + `"; filename="details"`},
			"Content-Type":        {file[0]},
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, file[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	return form.FormDataContentType(), body
}

func TestAForwardedMailIsTakenAsItIs(t *testing.T) {
	t.Run("from a form of text", func(t *testing.T) {
		d := newDoor(t)
		if got := d.postForm(formOf(noon, "body-mime", forwarded)); got != http.StatusOK || !slices.Equal(d.taken, []string{forwarded}) {
			t.Errorf("answered %d, took %q", got, d.taken)
		}
	})
	t.Run("from a form in parts", func(t *testing.T) {
		d := newDoor(t)
		if got := d.post(multipartOf(t, formOf(noon, "body-mime", forwarded))); got != http.StatusOK || !slices.Equal(d.taken, []string{forwarded}) {
			t.Errorf("answered %d, took %q", got, d.taken)
		}
	})
}

func TestAMailInPartsIsPutTogetherAgain(t *testing.T) {
	headers := `[["Received", "by mx\r\nX-Evil: 1"], ["Return-Path", "<>"], ["Mime-Version", "1.0"], ["Content-Type", "multipart/report; boundary=old"], ["From", "MAILER-DAEMON@mx.example.org"]]`
	d := newDoor(t)
	contentType, body := multipartOf(t, formOf(noon, "message-headers", headers, "body-plain", "It did not work."),
		"message/delivery-status", "Reporting-MTA: dns; mx.example.org\n\nAction: failed\n", "message/rfc822", "Message-ID: <a@b.example>\n\nHello\n")
	if got := d.post(contentType, body); got != http.StatusOK || len(d.taken) != 1 {
		t.Fatalf("answered %d, took %q", got, d.taken)
	}
	header, rest, _ := strings.Cut(d.taken[0], "\r\n\r\n")
	_, boundary, _ := strings.Cut(header, "boundary=")
	if want := "Received: by mx  X-Evil: 1\r\nReturn-Path: <>\r\nFrom: MAILER-DAEMON@mx.example.org\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/mixed; boundary=" + boundary; header != want {
		t.Errorf("header = %q\nwant %q", header, want)
	}
	parts := multipart.NewReader(strings.NewReader(rest), boundary)
	for _, want := range []string{
		"text/plain; charset=utf-8: It did not work.",
		"message/delivery-status: Reporting-MTA: dns; mx.example.org\n\nAction: failed\n",
		"message/rfc822: Message-ID: <a@b.example>\n\nHello\n",
	} {
		part, err := parts.NextPart()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(part)
		if got := part.Header.Get("Content-Type") + ": " + string(content); err != nil || got != want {
			t.Errorf("part %q, %v; want %q", got, err, want)
		}
	}
	if _, err := parts.NextPart(); !errors.Is(err, io.EOF) {
		t.Errorf("more parts follow: %v", err)
	}
}

func TestAMailIsTakenOncePerToken(t *testing.T) {
	d := newDoor(t)
	form := formOf(noon, "body-mime", forwarded)
	d.fails = errors.New("the database is away")
	if got := d.postForm(form); got != http.StatusInternalServerError {
		t.Errorf("answered %d where nothing could be recorded", got)
	}
	d.fails = nil
	other := maps.Clone(form)
	other.Set("body-mime", "From: forger@example.com\r\n\r\nAnother mail under the same signature\r\n")
	for _, f := range []url.Values{form, form, other} {
		if got := d.postForm(f); got != http.StatusOK {
			t.Errorf("answered %d", got)
		}
	}
	if !slices.Equal(d.taken, []string{forwarded, forwarded}) || d.memory.counts["inbound repeated"] != 2 {
		t.Errorf("took %q, counted %v", d.taken, d.memory.counts)
	}
	d.memory.fails = errors.New("the database is away")
	if got := d.postForm(formOf(noon, "body-mime", forwarded)); got != http.StatusInternalServerError {
		t.Errorf("answered %d where the token could not be remembered", got)
	}
}

func TestAMailIsRefused(t *testing.T) {
	changed := func(change func(url.Values)) url.Values {
		form := formOf(noon, "body-mime", forwarded)
		change(form)
		return form
	}
	for _, c := range []struct {
		name string
		form url.Values
		want int
	}{
		{"signed by another key", changed(func(f url.Values) {
			s := fakemailgun.NewSignature("another-key", noon)
			f["timestamp"], f["token"], f["signature"] = []string{s.Timestamp}, []string{s.Token}, []string{s.Signature}
		}), http.StatusUnauthorized},
		{"without a signature", changed(func(f url.Values) { f.Del("signature") }), http.StatusUnauthorized},
		{"with another token", changed(func(f url.Values) { f.Set("token", strings.Repeat("a", 50)) }), http.StatusUnauthorized},
		{"with the border shifted", changed(func(f url.Values) {
			both := f.Get("timestamp") + f.Get("token")
			f.Set("timestamp", both[:11])
			f.Set("token", both[11:])
		}), http.StatusUnauthorized},
		{"signed too long ago", formOf(noon.Add(-mailgun.DefaultMaxAge-time.Second), "body-mime", forwarded), http.StatusUnauthorized},
		{"signed in the future", formOf(noon.Add(10*time.Minute), "body-mime", forwarded), http.StatusUnauthorized},
		{"stored at Mailgun", formOf(noon, "message-url", "https://storage.example/1", "message-headers", "[]"), http.StatusNotAcceptable},
		{"without a mail", formOf(noon), http.StatusNotAcceptable},
		{"with headers that are none", formOf(noon, "message-headers", `{"From":`), http.StatusNotAcceptable},
		{"too large", formOf(noon, "body-mime", strings.Repeat("x", 5<<20)), http.StatusNotAcceptable},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDoor(t)
			if got := d.postForm(c.form); got != c.want {
				t.Errorf("a form of text is answered %d, want %d", got, c.want)
			}
			if got := d.post(multipartOf(t, c.form)); got != c.want {
				t.Errorf("a form in parts is answered %d, want %d", got, c.want)
			}
			if len(d.taken) != 0 || len(d.memory.tokens) != 0 {
				t.Errorf("took %q and remembered %v", d.taken, d.memory.tokens)
			}
		})
	}
}

func TestWhatIsNoFormIsRefused(t *testing.T) {
	_, whole := multipartOf(t, formOf(noon, "body-mime", forwarded))
	brokenOff := whole.String()[:strings.Index(whole.String(), forwarded)+len(forwarded)/2] // in the middle of the mail
	for _, c := range []struct {
		name, contentType, body string
		want                    int
	}{
		{"JSON", "application/json", "{}", http.StatusUnsupportedMediaType},
		{"no type", "", "a=b", http.StatusUnsupportedMediaType},
		{"a form with a broken escape", "application/x-www-form-urlencoded", "timestamp=%zz", http.StatusBadRequest},
		{"parts without a border", "multipart/form-data", "--x", http.StatusBadRequest},
		{"parts that break off", "multipart/form-data; boundary=" + strings.TrimPrefix(strings.SplitN(whole.String(), "\r\n", 2)[0], "--"), brokenOff, http.StatusBadRequest},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDoor(t)
			if got := d.post(c.contentType, strings.NewReader(c.body)); got != c.want || len(d.taken) != 0 {
				t.Errorf("answered %d, want %d; took %q", got, c.want, d.taken)
			}
		})
	}
	t.Run("another method", func(t *testing.T) {
		d, w := newDoor(t), httptest.NewRecorder()
		d.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/inbound/mailgun", nil))
		if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != http.MethodPost {
			t.Errorf("answered %d, allowing %q", w.Code, w.Header().Get("Allow"))
		}
	})
	t.Run("anything while there is no signing key", func(t *testing.T) {
		d := newDoor(t)
		d.SigningKey = ""
		form := formOf(noon, "body-mime", forwarded)
		s := fakemailgun.NewSignature("", noon)
		form["timestamp"], form["token"], form["signature"] = []string{s.Timestamp}, []string{s.Token}, []string{s.Signature}
		if got := d.postForm(form); got != http.StatusNotFound || len(d.taken) != 0 {
			t.Errorf("answered %d, took %q", got, d.taken)
		}
	})
}
