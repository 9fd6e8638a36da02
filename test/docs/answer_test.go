//go:build linux || darwin

package docs_test

import (
	"encoding/json"
	"testing"
)

// any value that differs each time is written so on the page.
const varies = "…"

// same reports whether an answer is what the page shows: the same fields and values, where … stands for one text or number.
func same(page, answer any) bool {
	switch page := page.(type) {
	case map[string]any:
		fields, ok := answer.(map[string]any)
		if !ok || len(fields) != len(page) {
			return false
		}
		for name, value := range page {
			if inner, known := fields[name]; !known || !same(value, inner) {
				return false
			}
		}
		return true
	case []any:
		items, ok := answer.([]any)
		if !ok || len(items) != len(page) {
			return false
		}
		for i, value := range page {
			if !same(value, items[i]) {
				return false
			}
		}
		return true
	case string:
		if page == varies {
			return isScalar(answer)
		}
	}
	return page == answer
}

func isScalar(value any) bool {
	switch value := value.(type) {
	case string:
		return value != ""
	case float64:
		return true
	}
	return false
}

func TestAnAnswerDiffersFromThePage(t *testing.T) {
	t.Parallel()
	const page = `{"data": {"chats": [{"id": "…", "state": "SENT", "note": null}]}}`
	tests := []struct {
		name, answer string
		same         bool
	}{
		{"in nothing but what differs each time", `{"data": {"chats": [{"note": null, "state": "SENT", "id": "01"}]}}`, true},
		{"in a number that differs each time", `{"data": {"chats": [{"id": 7, "state": "SENT", "note": null}]}}`, true},
		{"in a value", `{"data": {"chats": [{"id": "01", "state": "FAILED", "note": null}]}}`, false},
		{"in a field that is not there", `{"data": {"chats": [{"id": "01", "state": "SENT"}]}}`, false},
		{"in a field more", `{"data": {"chats": [{"id": "01", "state": "SENT", "note": null, "day": "x"}]}}`, false},
		{"in an id that is empty", `{"data": {"chats": [{"id": "", "state": "SENT", "note": null}]}}`, false},
		{"in an id that is null", `{"data": {"chats": [{"id": null, "state": "SENT", "note": null}]}}`, false},
		{"in the number of rows", `{"data": {"chats": []}}`, false},
		{"in a list that is an object", `{"data": {"chats": {}}}`, false},
		{"in errors beside it", `{"data": {"chats": [{"id": "01", "state": "SENT", "note": null}]}, "errors": []}`, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := same(parse(t, page), parse(t, test.answer)); got != test.same {
				t.Errorf("same is %t for %s", got, test.answer)
			}
		})
	}
}

func parse(t *testing.T, text string) any {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatalf("%s is not JSON: %v", text, err)
	}
	return value
}
