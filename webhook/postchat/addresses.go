package postchat

import (
	"encoding/json"
	"fmt"

	"github.com/postchat/postchat"
)

// addresses are one text with a list as people type it, or a list with one address in each text.
type addresses struct {
	text string
	list []string
	// wrong marks anything else.
	wrong bool
}

// UnmarshalJSON implements json.Unmarshaler. It never fails, so that the rest is read and everything wrong is named at once.
func (a *addresses) UnmarshalJSON(raw []byte) error {
	*a = addresses{}
	switch raw[0] {
	case '"':
		a.wrong = json.Unmarshal(raw, &a.text) != nil
	case '[':
		a.wrong = json.Unmarshal(raw, &a.list) != nil
	default:
		a.wrong = string(raw) != "null"
	}
	return nil
}

// extra are the addresses that the operator added.
func (r *reader) extra(a addresses) []postchat.Address {
	const field = "follow_up.extra_addresses"
	if a.wrong {
		r.problem(field, "must be text, or a list of texts")
		return nil
	}
	if a.text != "" {
		list, err := postchat.ParseAddressList(a.text)
		r.addressProblems(field, err)
		return list
	}
	var list []postchat.Address
	for i, text := range a.list {
		address, err := postchat.ParseAddress(text)
		if err != nil {
			r.addressProblems(fmt.Sprintf("%s[%d]", field, i), err)
			continue
		}
		list = append(list, address)
	}
	return list
}

func (r *reader) addressProblems(field string, err error) {
	for _, p := range postchat.Problems(err) {
		r.problem(field, "%s", p.Message)
	}
}
