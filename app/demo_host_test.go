package app

import "testing"

func TestTheDemoAnswersByNoNameThatAnotherSiteCanGiveIt(t *testing.T) {
	t.Parallel()
	const base = "http://demo.acme.example:8080"
	for host, want := range map[string]bool{
		"127.0.0.1:8080": true, "[::1]:8080": true, "[::1]": true, "192.168.7.9:8080": true, "localhost:8080": true, "LOCALHOST": true,
		"demo.acme.example:8080":    true,
		"demo.acme.example:81":      false,
		"rebound.example:8080":      false,
		"rebound.example":           false,
		"127.0.0.1.rebound.example": false,
		"localhost.rebound.example": false,
		"":                          false,
	} {
		if got := isOwnName(host, base); got != want {
			t.Errorf("answers by %q: %t", host, got)
		}
	}
}
