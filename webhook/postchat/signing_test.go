package postchat_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// signed is a v1 signature over any content by the vector's key: what Sign would not make.
func signed(t *testing.T, content string) string {
	t.Helper()
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(vectorSecret.Reveal(), "whsec_"))
	if err != nil {
		t.Fatal(err)
	}
	return signature(key, content)
}

// signedBy is a v1 signature over the vector's content by any key.
func signedBy(t *testing.T, key []byte) string {
	t.Helper()
	return signature(key, vectorID+"."+strconv.Itoa(vectorTimestamp)+"."+vectorBody)
}

func signature(key []byte, content string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(content))
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

func set(name, value string) func(http.Header) {
	return func(h http.Header) { h.Set(name, value) }
}

func add(name, value string) func(http.Header) {
	return func(h http.Header) { h.Add(name, value) }
}

func drop(name string) func(http.Header) {
	return func(h http.Header) { h.Del(name) }
}
