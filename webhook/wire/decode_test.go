package wire_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook/wire"
)

type document struct {
	ID   wire.ID `json:"id"`
	Name string  `json:"name"`
	List []struct {
		Size int64 `json:"size"`
	} `json:"list"`
}

func TestDecodeSaysWhatIsWrongInWordsForPeople(t *testing.T) {
	for _, test := range []struct {
		name, body, field, message string
	}{
		{"an empty body", "", "", "the body is empty"},
		{"blanks only", " \r\n\t", "", "the body is empty"},
		{"a list where an object belongs", `[]`, "", "must be an object, not a list"},
		{"a number where an object belongs", `7`, "", "must be an object, not a number"},
		{"a string where an object belongs", `"secret"`, "", "must be an object, not text"},
		{"two documents", `{"id":"1"}{"id":"2"}`, "", "the body is not one JSON document: it breaks off or goes wrong at byte 11"},
		{"a trailing comma", `{"id":"1",}`, "", "the body is not one JSON document: it breaks off or goes wrong at byte 11"},
		{"NaN", `{"id":NaN}`, "", "the body is not one JSON document: it breaks off or goes wrong at byte 7"},
		{"a hex number", `{"id":0x1}`, "", "the body is not one JSON document: it breaks off or goes wrong at byte 8"},
		{"half a document", `{"id":"1`, "", "the body is not one JSON document: it breaks off or goes wrong at byte 8"},
		{"UTF-16 with a byte order mark", "\xff\xfe{\x00}\x00", "", "the body is not UTF-8; it looks like UTF-16"},
		{"UTF-16 without one", "{\x00}\x00", "", "the body is not UTF-8; it looks like UTF-16"},
		{"gzip", "\x1f\x8b\x08\x00", "", "the body is compressed; plain JSON is expected"},
		{"a wrong type", `{"name":{"first":"secret"}}`, "name", "must be text, not an object"},
		{"a wrong type inside a list", `{"list":[{},{"size":"secret"}]}`, "list[1].size", "must be a whole number, not text"},
		{"a wrong type under a name in another case", `{"NAME":5}`, "name", "must be text"},
		{"a number too long", `{"list":[{"size":` + strings.Repeat("9", 1_000_000) + `}]}`, "list[0].size", "must be a whole number, not a number"},
		{"too many levels", strings.Repeat(`{"a":`, 101) + `1` + strings.Repeat(`}`, 101), "", "the body has more than 100 levels"},
		{"a million brackets", strings.Repeat("[", 1_000_000), "", "the body has more than 100 levels"},
		{"too long a list", `{"list":[` + strings.Repeat("0,", 5_000_000) + `0]}`, "", "the body has a list with more than 20000 entries"},
		{"too long a list behind a text that ends with a backslash", `{"name":"\\\\","list":[` + strings.Repeat("0,", 20_000) + `0]}`, "", "the body has a list with more than 20000 entries"},
		{"too many values", `[` + strings.Repeat(`[`+strings.Repeat("0,", 19_998)+`0],`, 21) + `0]`, "", "the body has more than 400000 values"},
		{"too many objects", `[` + strings.Repeat(`[`+strings.Repeat("{},", 9_999)+`{}],`, 11) + `0]`, "", "the body has more than 100000 objects and lists"},
		{"too many equal names", `{` + strings.Repeat(`"id":"1",`, 300_000) + `"id":"1"}`, "", "the body has a list with more than 20000 entries"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := wire.Decode([]byte(test.body), new(document))
			var problem *postchat.Error
			if !errors.As(err, &problem) {
				t.Fatalf("error is %v, want a *postchat.Error", err)
			}
			if problem.Kind != postchat.Invalid || problem.Field != test.field || problem.Message != test.message {
				t.Errorf("got %s %q %q,\nwant INVALID %q %q", problem.Kind, problem.Field, problem.Message, test.field, test.message)
			}
		})
	}
}

func TestDecodeNamesEveryWrongTypeAtOnce(t *testing.T) {
	var into struct {
		Name   string            `json:"name"`
		Yes    bool              `json:"yes"`
		Custom map[string]string `json:"custom"`
		One    *document         `json:"one"`
		Many   []document        `json:"many"`
		Free   wire.Text         `json:"free"`
	}
	err := wire.Decode([]byte(`{"name":[],"yes":"yes","custom":{"b":1,"a":"fine","c":{}},"one":{"list":{},"id":[]},
		"many":[{},7,{"name":true,"list":[{"size":1.5}]}],"free":{}}`), &into)
	var got []string
	for _, p := range postchat.Problems(err) {
		got = append(got, p.Error())
	}
	want := []string{
		"name: must be text, not a list",
		"yes: must be true or false, not text",
		"custom.b: must be text, not a number",
		"custom.c: must be text, not an object",
		"one.list: must be a list, not an object",
		"many[1]: must be an object, not a number",
		"many[2].name: must be text, not true or false",
		"many[2].list[0].size: must be a whole number, not a number",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestDecodeNamesAtMostFiftyWrongTypes(t *testing.T) {
	body := `{"list":[` + strings.Repeat("1,", 10_000) + `1]}`
	if got := len(postchat.Problems(wire.Decode([]byte(body), new(document)))); got != 50 {
		t.Errorf("got %d problems", got)
	}
}

func TestDecodeTakesWhatIsOddButClear(t *testing.T) {
	for _, test := range []struct {
		name, body, id, text string
	}{
		{"a byte order mark", "\ufeff{\"id\":\"1\"}", "1", ""},
		{"white space around the document", "\r\n {\"id\":\"1\"} \n", "1", ""},
		{"a name in another case", `{"ID":"1"}`, "1", ""},
		{"an escaped name", `{"\u0069d":"1"}`, "1", ""},
		{"a name given twice: the last counts", `{"id":"1","id":"2"}`, "2", ""},
		{"members that nobody knows", `{"__proto__":{"id":"3"},"id":"1"}`, "1", ""},
		{"brackets, commas and escaped quotes inside a text", `{"id":"1","name":"[[[{,,,\\\"}"}`, "1", `[[[{,,,\"}`},
		{"bytes that are not UTF-8", "{\"id\":\"1\",\"name\":\"caf\xe9\"}", "1", "caf\ufffd"},
		{"a lone surrogate", `{"id":"1","name":"a\ud800b"}`, "1", "a\ufffdb"},
		{"a hundred levels", `{"id":"1","x":` + strings.Repeat("[", 99) + strings.Repeat("]", 99) + `}`, "1", ""},
		{"null", `null`, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got document
			if err := wire.Decode([]byte(test.body), &got); err != nil {
				t.Fatal(err)
			}
			if string(got.ID) != test.id || got.Name != test.text {
				t.Errorf("got id %q and name %q, want %q and %q", got.ID, got.Name, test.id, test.text)
			}
		})
	}
}

func TestDecodeFillsTheRestWhenATypeIsWrong(t *testing.T) {
	var got document
	err := wire.Decode([]byte(`{"name":5,"list":[{"size":1},{"size":2}],"id":"1"}`), &got)
	if err == nil || got.ID != "1" || len(got.List) != 2 || got.List[1].Size != 2 {
		t.Errorf("got %+v and error %v, want the error beside everything else", got, err)
	}
}

// FuzzDecode holds Decode to encoding/json: within the limits it takes the same documents and reads the same values.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"id":"1","name":"a\"b\\","list":[{"size":1},{}]}`))
	f.Add([]byte(`[[],{},"\\\\\"",1e5,null]`))
	f.Fuzz(func(t *testing.T, body []byte) {
		var got, want any
		err := wire.Decode(body, &got)
		if err == nil {
			if json.Unmarshal([]byte(strings.TrimPrefix(string(body), "\ufeff")), &want) != nil {
				t.Errorf("took %q, which is not JSON", body)
			}
			return
		}
		if len(body) < 1000 && json.Unmarshal(body, &want) == nil && !strings.Contains(err.Error(), "levels") {
			t.Errorf("refused %q, which is JSON: %v", body, err)
		}
	})
}
