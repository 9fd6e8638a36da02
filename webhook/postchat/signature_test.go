package postchat_test

import (
	"encoding/base64"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
	format "github.com/postchat/postchat/webhook/postchat"
)

// The vector that the libraries of Standard Webhooks publish in their tests.
const (
	vectorSecret    = postchat.Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
	vectorID        = "msg_p5jXN8AQM9LWM0D4loKWxJek"
	vectorTimestamp = 1614265330
	vectorBody      = `{"test": 2432232314}`
	vectorSignature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
)

var vectorTime = time.Unix(vectorTimestamp, 0)

func TestSignMakesThePublishedSignature(t *testing.T) {
	h := http.Header{}
	if err := format.Sign(h, vectorSecret, vectorID, vectorTime, []byte(vectorBody)); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"webhook-id": vectorID, "webhook-timestamp": strconv.Itoa(vectorTimestamp), "webhook-signature": vectorSignature,
	}
	for name, value := range want {
		if got := h.Get(name); got != value {
			t.Errorf("%s is %q, want %q", name, got, value)
		}
	}
}

func TestAuthenticate(t *testing.T) {
	other := format.NewSecret()
	one := postchat.Secret("whsec_" + base64.StdEncoding.EncodeToString([]byte("a key of twenty-four bytes")[:24]))
	short := postchat.Secret("whsec_" + base64.StdEncoding.EncodeToString(make([]byte, 23)))
	tooLong := postchat.Secret("whsec_" + base64.StdEncoding.EncodeToString(make([]byte, 65)))
	const hex = "v1,83484cf52b04f8e4cf2531adfed9882ad4b2665137b852442d594d20e2c9d4e1"
	raw := func(key string) string { return signed(t, key) }
	for _, test := range []struct {
		name    string
		change  func(h http.Header)
		secrets []postchat.Secret
		after   time.Duration
		body    string
		want    bool
	}{
		{name: "the published vector is authentic", want: true},
		{name: "five minutes late is authentic", after: 5 * time.Minute, want: true},
		{name: "five minutes early is authentic", after: -5 * time.Minute, want: true},
		{name: "a second later is not", after: 5*time.Minute + time.Second},
		{name: "a second earlier is not", after: -5*time.Minute - time.Second},
		{name: "another body is not", body: vectorBody + " "},
		{name: "an empty body is not", body: "-"},

		{name: "no id is not", change: drop("webhook-id")},
		{name: "no timestamp is not", change: drop("webhook-timestamp")},
		{name: "no signature is not", change: drop("webhook-signature")},
		{name: "an empty id is not", change: set("webhook-id", "")},
		{name: "an empty timestamp is not", change: set("webhook-timestamp", "")},
		{name: "an empty signature is not", change: set("webhook-signature", "")},
		{name: "another id is not", change: set("webhook-id", vectorID+"x")},
		{name: "another timestamp is not", change: set("webhook-timestamp", strconv.Itoa(vectorTimestamp+1))},
		{name: "the id given twice is not", change: add("webhook-id", vectorID)},
		{name: "the timestamp given twice is not", change: add("webhook-timestamp", strconv.Itoa(vectorTimestamp))},
		{name: "the signature given twice is not", change: add("webhook-signature", vectorSignature)},

		{name: "a signature among others is authentic", change: set("webhook-signature", "v1,AAAA v1a,BBBB "+vectorSignature+" v2,CCCC"), want: true},
		{name: "a signature behind two thousand others is authentic", change: set("webhook-signature", strings.Repeat("v1,AAAA ", 2000)+vectorSignature), want: true},
		{name: "a signature of another version is not", change: set("webhook-signature", "v1a,"+vectorSignature[3:])},
		{name: "a signature without a version is not", change: set("webhook-signature", vectorSignature[3:])},
		{name: "a signature in another case is not", change: set("webhook-signature", "V1,"+vectorSignature[3:])},
		{name: "a cut signature is not", change: set("webhook-signature", vectorSignature[:len(vectorSignature)-1])},
		{name: "a longer signature is not", change: set("webhook-signature", vectorSignature+"=")},
		{name: "a signature with a comma for its border is not", change: set("webhook-signature", vectorSignature+","+vectorSignature)},
		{name: "the same signature in hex is not", change: set("webhook-signature", hex)},
		{name: "a signature of the body alone is not", change: set("webhook-signature", raw(vectorBody))},
		{name: "a signature by the printed secret is not", change: set("webhook-signature", signedBy(t, []byte("[secret]")))},
		{name: "a signature by an empty key is not", change: set("webhook-signature", signedBy(t, nil))},
		{name: "a signature by the secret's own text is not", change: set("webhook-signature", signedBy(t, []byte(vectorSecret.Reveal())))},

		{name: "either secret is authentic while they are rotated", secrets: []postchat.Secret{other, vectorSecret}, want: true},
		{name: "another secret is not", secrets: []postchat.Secret{other, one}},
		{name: "no secret is not", secrets: []postchat.Secret{}},
		{name: "an empty secret is not", secrets: []postchat.Secret{""}, change: set("webhook-signature", signedBy(t, nil))},
		{name: "a secret of no bytes is not", secrets: []postchat.Secret{"whsec_"}, change: set("webhook-signature", signedBy(t, nil))},
		{name: "a secret of 23 bytes is not", secrets: []postchat.Secret{short}, change: set("webhook-signature", signedBy(t, make([]byte, 23)))},
		{name: "a secret of 65 bytes is not", secrets: []postchat.Secret{tooLong}, change: set("webhook-signature", signedBy(t, make([]byte, 65)))},
		{name: "a secret without its prefix is not", secrets: []postchat.Secret{vectorSecret[6:]}},
		{name: "a secret that is no base64 is not", secrets: []postchat.Secret{"whsec_!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!"}},
		{name: "a useless secret beside the right one does no harm", secrets: []postchat.Secret{"", "whsec_", short, vectorSecret}, want: true},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := http.Header{}
			h.Set("webhook-id", vectorID)
			h.Set("webhook-timestamp", strconv.Itoa(vectorTimestamp))
			h.Set("webhook-signature", vectorSignature)
			if test.change != nil {
				test.change(h)
			}
			secrets, body := []postchat.Secret{vectorSecret}, vectorBody
			if test.secrets != nil {
				secrets = test.secrets
			}
			switch test.body {
			case "":
			case "-":
				body = ""
			default:
				body = test.body
			}
			checkBody, err := format.Adapter{}.Authenticate(webhook.Credentials{Header: h}, secrets, vectorTime.Add(test.after))
			if err == nil {
				err = checkBody([]byte(body))
			}
			if got := err == nil; got != test.want {
				t.Errorf("authentic is %v (%v), want %v", got, err, test.want)
			}
		})
	}
}

// A correct signature must not count under borders other than those that were signed.
func TestTheBordersOfWhatIsSignedCannotBeMoved(t *testing.T) {
	for _, test := range []struct{ name, id, timestamp, body string }{
		{"from the timestamp into the id", "a.1614265330", "1614265330", "{}"},
		{"from the body into the timestamp", "a", "1614265330.1614265330", "{}"},
		{"with a sign before the timestamp", "a", "+1614265330", "{}"},
		{"with a blank before the timestamp", "a", " 1614265330", "{}"},
		{"with a zero before the timestamp", "a", "01614265330", "{}"},
		{"with a decimal point in the timestamp", "a", "1614265330.0", "{}"},
		{"with milliseconds", "a", "1614265330000", "{}"},
		{"with a hex timestamp", "a", "0x6037C332", "{}"},
		{"with an exponent", "a", "1614265330e0", "{}"},
		{"with full-width digits", "a", "１６１４２６５３３０", "{}"},
		{"with a negative timestamp", "a", "-1614265330", "{}"},
		{"with the largest timestamp", "a", "9223372036854775807", "{}"},
		{"with a timestamp past 64 bits", "a", "18446744075323817 ", "{}"},
		{"with a blank in the id", "a b", "1614265330", "{}"},
		{"with a letter beyond ASCII in the id", "é", "1614265330", "{}"},
		{"with an endless id", strings.Repeat("a", 257), "1614265330", "{}"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := http.Header{}
			h.Set("webhook-id", test.id)
			h.Set("webhook-timestamp", test.timestamp)
			h.Set("webhook-signature", signed(t, test.id+"."+test.timestamp+"."+test.body))
			if _, err := (format.Adapter{}).Authenticate(webhook.Credentials{Header: h}, []postchat.Secret{vectorSecret}, vectorTime); err == nil {
				t.Error("it passed the check of the headers")
			}
		})
	}
}

// FuzzAuthenticate looks for headers that make Authenticate panic, or that pass without the one signature that fits.
func FuzzAuthenticate(f *testing.F) {
	f.Add(vectorID, strconv.Itoa(vectorTimestamp), vectorSignature)
	f.Add("a.b", "+1", "v1, v1a,x  v1,"+vectorSignature)
	f.Fuzz(func(t *testing.T, id, timestamp, given string) {
		h := http.Header{}
		h.Set("webhook-id", id)
		h.Set("webhook-timestamp", timestamp)
		h.Set("webhook-signature", given)
		checkBody, err := format.Adapter{}.Authenticate(webhook.Credentials{Header: h}, []postchat.Secret{vectorSecret}, vectorTime)
		if err != nil {
			return
		}
		fits := slices.Contains(strings.Split(given, " "), signed(t, id+"."+timestamp+"."+vectorBody))
		if got := checkBody([]byte(vectorBody)) == nil; got != fits {
			t.Errorf("authentic is %v, want %v", got, fits)
		}
	})
}

func TestNewSecretIsNewEachTimeAndUsable(t *testing.T) {
	seen := map[postchat.Secret]bool{}
	for range 100 {
		secret := format.NewSecret()
		if seen[secret] || len(secret) != len("whsec_")+44 {
			t.Fatalf("got a secret of %d bytes, seen before: %v", len(secret), seen[secret])
		}
		seen[secret] = true
		h := http.Header{}
		if err := format.Sign(h, secret, "msg_1", vectorTime, nil); err != nil {
			t.Fatal(err)
		}
		checkBody, err := format.Adapter{}.Authenticate(webhook.Credentials{Header: h}, []postchat.Secret{secret}, vectorTime)
		if err != nil || checkBody(nil) != nil {
			t.Fatal("what it signed is not authentic")
		}
	}
}

func TestSignRefusesWhatAReceiverWouldRefuse(t *testing.T) {
	for _, test := range []struct {
		name   string
		secret postchat.Secret
		id     string
	}{
		{"an empty secret", "", "msg_1"},
		{"a secret without its prefix", vectorSecret[6:], "msg_1"},
		{"a short secret", "whsec_c2hvcnQ=", "msg_1"},
		{"an empty id", vectorSecret, ""},
		{"an id with a full stop", vectorSecret, "msg.1"},
		{"an id with a line end", vectorSecret, "msg\r\n1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := http.Header{}
			err := format.Sign(h, test.secret, test.id, vectorTime, nil)
			if err == nil || len(h) != 0 {
				t.Errorf("it signed: %v", h)
			}
			if err != nil && test.secret != "" && strings.Contains(err.Error(), test.secret.Reveal()) {
				t.Error("the error shows the secret")
			}
		})
	}
}
