package routing_test

import (
	"strings"
	"time"

	"github.com/postchat/postchat"
)

// sample is the table that the cases below start from. Its codes stand in the order of neither their positions nor their ids.
func sample() postchat.Table {
	retired := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	return postchat.Table{
		Version: 7,
		Codes: []postchat.SuccessCode{
			{ID: "c0", Label: "lead", Position: 4},
			{ID: "c1", Label: "General", Position: 1},
			{ID: "c2", Label: "sale", Position: 2},
			{ID: "c3", Label: "support 2nd line", Position: 3},
			{ID: "c5", Label: "other", Position: 5},
			{ID: "c6", Label: "spam", Position: 6},
			{ID: "c7", Label: "fax", Position: 7, RetiredAt: retired},
		},
		Addresses: map[string][]postchat.Address{
			"c1": list("info@shop.example"),
			"c2": list("sales@shop.example", "Jane@shop.example"),
			"c3": list("help@shop.example"),
			"c0": list("leads@shop.example", "Jane Doe <jane@shop.example>"),
			"c6": list(),
			"c7": list("fax@shop.example"),
		},
		Standard:    list("office@shop.example", "jane@shop.example"),
		Unaddressed: postchat.UnaddressedToStandard,
	}
}

func list(texts ...string) []postchat.Address {
	addresses := []postchat.Address{}
	for _, text := range texts {
		a, err := postchat.ParseAddress(text)
		if err != nil {
			panic(err)
		}
		addresses = append(addresses, a)
	}
	return addresses
}

func emptyStandard(t *postchat.Table)     { t.Standard = nil }
func unaddressedNobody(t *postchat.Table) { t.Unaddressed = postchat.UnaddressedNotForwarded }

func shownRecipients(d postchat.Decision) []string {
	var shown []string
	for _, r := range d.Recipients {
		var reasons []string
		for _, why := range r.Reasons {
			reasons = append(reasons, strings.TrimSpace(string(why.Kind)+" "+why.Code+why.Operator))
		}
		shown = append(shown, r.Address.String()+": "+strings.Join(reasons, ", "))
	}
	return shown
}

func shownVerdicts(d postchat.Decision) []string {
	var shown []string
	for _, v := range d.Codes {
		shown = append(shown, v.Label+": "+string(v.Outcome))
	}
	return shown
}
