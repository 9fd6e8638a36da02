package postchat_test

import (
	"bytes"
	"fmt"
	"net/http"
	"time"

	"github.com/postchat/postchat"
	format "github.com/postchat/postchat/webhook/postchat"
)

func ExampleSign() {
	secret := postchat.Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
	body := []byte(`{"type":"chat.closed","conversation":{"id":"conv-1"},"closed_at":"2026-03-04T09:07:20Z"}`)
	request, err := http.NewRequest(http.MethodPost, "https://postchat.example/hooks/my-shop", bytes.NewReader(body))
	if err != nil {
		panic(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if err := format.Sign(request.Header, secret, "msg_1", time.Unix(1772615240, 0), body); err != nil {
		panic(err)
	}
	fmt.Println(request.Header.Get("webhook-signature"))
	// Output: v1,tjTQX6sqBr0leslVTMWWRse08cnSVqIgJwZFMTJRtQk=
}
