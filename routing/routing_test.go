package routing_test

import (
	"slices"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/routing"
)

func TestRoute(t *testing.T) {
	type submission = postchat.Submission
	tests := []struct {
		name       string
		table      func(*postchat.Table)
		codes      []string // the vendor's
		submission submission
		recipients []string // "address: reason, reason"
		verdicts   []string // "label: outcome"
		nobody     postchat.NotForwarded
	}{
		// Codes with addresses.
		{
			name:       "a code leads to its addresses, in the order of its list",
			codes:      []string{"sale"},
			recipients: []string{"sales@shop.example: code sale", "Jane@shop.example: code sale"},
			verdicts:   []string{"sale: routed"},
		}, {
			name:  "several codes are a union, and who is under two of them gets one mail with both reasons",
			codes: []string{"sale", "lead"},
			recipients: []string{
				"sales@shop.example: code sale", "Jane Doe <Jane@shop.example>: code sale, code lead", "leads@shop.example: code lead",
			},
			verdicts: []string{"sale: routed", "lead: routed"},
		}, {
			name:  "the order in which codes were given shows in the verdicts alone",
			codes: []string{"lead", "sale"},
			recipients: []string{
				"sales@shop.example: code sale", "Jane Doe <Jane@shop.example>: code sale, code lead", "leads@shop.example: code lead",
			},
			verdicts: []string{"lead: routed", "sale: routed"},
		}, {
			name: "codes that share a position are ordered by id",
			table: func(t *postchat.Table) {
				for i := range t.Codes {
					t.Codes[i].Position = 0
				}
			},
			codes:      []string{"support 2nd line", "general"},
			recipients: []string{"info@shop.example: code General", "help@shop.example: code support 2nd line"},
			verdicts:   []string{"support 2nd line: routed", "General: routed"},
		}, {
			name:       "the same code twice counts once",
			codes:      []string{"General", "support 2nd line", "General"},
			recipients: []string{"info@shop.example: code General", "help@shop.example: code support 2nd line"},
			verdicts:   []string{"General: routed", "support 2nd line: routed"},
		}, {
			name:       "case, blanks and full-width letters make no other code, and the campaign's label is shown",
			codes:      []string{" SUPPORT  2nd\tline", "ｓｕｐｐｏｒｔ　２ｎｄ　ｌｉｎｅ", "gENERAL"},
			recipients: []string{"info@shop.example: code General", "help@shop.example: code support 2nd line"},
			verdicts:   []string{"support 2nd line: routed", "General: routed"},
		}, {
			name:       "blank labels are passed over",
			codes:      []string{"", " \t", "\u3000", "general"},
			recipients: []string{"info@shop.example: code General"},
			verdicts:   []string{"General: routed"},
		}, {
			name:       "an address twice in one list has one reason",
			table:      func(t *postchat.Table) { t.Addresses["c1"] = list("info@shop.example", "Info@Shop.example") },
			codes:      []string{"general"},
			recipients: []string{"info@shop.example: code General"},
			verdicts:   []string{"General: routed"},
		}, {
			name: "of two names for one address the first is kept",
			table: func(t *postchat.Table) {
				t.Addresses["c2"] = list("J. Doe <jane@shop.example>")
			},
			codes:      []string{"lead", "sale"},
			recipients: []string{"J. Doe <jane@shop.example>: code sale, code lead", "leads@shop.example: code lead"},
			verdicts:   []string{"lead: routed", "sale: routed"},
		},

		// Codes without addresses.
		{
			name:       "a code without an address beside one with some is named and no fault",
			codes:      []string{"other", "general"},
			recipients: []string{"info@shop.example: code General"},
			verdicts:   []string{"other: no_address", "General: routed"},
		}, {
			name:       "a code without an address beside one with some is no fault either where such chats go to nobody",
			table:      unaddressedNobody,
			codes:      []string{"other", "general"},
			recipients: []string{"info@shop.example: code General"},
			verdicts:   []string{"other: no_address", "General: routed"},
		}, {
			name:       "only codes without an address go to standard where the campaign says so",
			codes:      []string{"other", "spam"},
			recipients: []string{"office@shop.example: no_address", "jane@shop.example: no_address"},
			verdicts:   []string{"other: no_address", "spam: no_address"},
		}, {
			name:     "only codes without an address go to nobody where the campaign says so",
			table:    unaddressedNobody,
			codes:    []string{"other", "spam"},
			verdicts: []string{"other: no_address", "spam: no_address"},
			nobody:   postchat.NotForwardedUnaddressed,
		}, {
			name:       "only codes without an address go to standard where the campaign never said",
			table:      func(t *postchat.Table) { t.Unaddressed = "" },
			codes:      []string{"other"},
			recipients: []string{"office@shop.example: no_address", "jane@shop.example: no_address"},
			verdicts:   []string{"other: no_address"},
		}, {
			name:     "only codes without an address and an empty standard: not forwarded, because of standard",
			table:    emptyStandard,
			codes:    []string{"other"},
			verdicts: []string{"other: no_address"},
			nobody:   postchat.NotForwardedNoStandard,
		}, {
			name:       "a known code without an address is still a known code beside an unknown and a retired one",
			codes:      []string{"refund", "fax", "other"},
			recipients: []string{"office@shop.example: no_address", "jane@shop.example: no_address"},
			verdicts:   []string{"refund: unknown", "fax: retired", "other: no_address"},
		},

		// Codes that do not count.
		{
			name:       "a chat without a code goes to standard",
			recipients: []string{"office@shop.example: no_code", "jane@shop.example: no_code"},
		}, {
			name:       "a chat with blank codes only has no code",
			codes:      []string{"", "  "},
			recipients: []string{"office@shop.example: no_code", "jane@shop.example: no_code"},
		}, {
			name:       "a chat without a code goes to standard also where codes without an address go to nobody",
			table:      unaddressedNobody,
			recipients: []string{"office@shop.example: no_code", "jane@shop.example: no_code"},
		}, {
			name:   "no code and an empty standard: not forwarded, because of standard",
			table:  emptyStandard,
			nobody: postchat.NotForwardedNoStandard,
		}, {
			name:       "an unknown code alone counts as none, and is shown as it came, cleaned",
			codes:      []string{" Refund\x00  please "},
			recipients: []string{"office@shop.example: no_known_code", "jane@shop.example: no_known_code"},
			verdicts:   []string{"Refund please: unknown"},
		}, {
			name:       "the same unknown code twice is shown once, as it came first",
			codes:      []string{"ReFund", "refund", "REFUND "},
			recipients: []string{"office@shop.example: no_known_code", "jane@shop.example: no_known_code"},
			verdicts:   []string{"ReFund: unknown"},
		}, {
			name:       "a retired code alone counts as none, whatever addresses it has",
			codes:      []string{"FAX"},
			recipients: []string{"office@shop.example: no_known_code", "jane@shop.example: no_known_code"},
			verdicts:   []string{"fax: retired"},
		}, {
			name:       "unknown codes go to standard also where codes without an address go to nobody",
			table:      unaddressedNobody,
			codes:      []string{"refund", "fax"},
			recipients: []string{"office@shop.example: no_known_code", "jane@shop.example: no_known_code"},
			verdicts:   []string{"refund: unknown", "fax: retired"},
		}, {
			name:     "only unknown codes and an empty standard: not forwarded, because of standard",
			table:    emptyStandard,
			codes:    []string{"refund"},
			verdicts: []string{"refund: unknown"},
			nobody:   postchat.NotForwardedNoStandard,
		}, {
			name:       "unknown and retired codes are passed over beside one that leads somewhere",
			codes:      []string{"refund", "general", "fax"},
			recipients: []string{"info@shop.example: code General"},
			verdicts:   []string{"refund: unknown", "General: routed", "fax: retired"},
		}, {
			name:       "a campaign that was never set up has unknown codes only, and sends to nobody",
			table:      func(t *postchat.Table) { *t = postchat.Table{Version: 7} },
			codes:      []string{"general"},
			recipients: nil,
			verdicts:   []string{"general: unknown"},
			nobody:     postchat.NotForwardedNoStandard,
		},

		// The operator's word.
		{
			name:       "the operator's codes replace the vendor's",
			codes:      []string{"sale", "lead"},
			submission: submission{Codes: []string{"general"}},
			recipients: []string{"info@shop.example: code General"},
			verdicts:   []string{"General: routed"},
		}, {
			name:       "an operator who takes the codes away leaves none",
			codes:      []string{"sale"},
			submission: submission{Codes: []string{}},
			recipients: []string{"office@shop.example: no_code", "jane@shop.example: no_code"},
		}, {
			name:       "an operator who says nothing about codes leaves the vendor's",
			codes:      []string{"general"},
			submission: submission{Note: "Please call back today.", Operator: "Ann"},
			recipients: []string{"info@shop.example: code General"},
			verdicts:   []string{"General: routed"},
		}, {
			name:       "extra addresses come after those of the codes",
			codes:      []string{"general"},
			submission: submission{Extra: list("zed@partner.example", "amy@partner.example"), Operator: "Ann"},
			recipients: []string{
				"info@shop.example: code General", "zed@partner.example: extra Ann", "amy@partner.example: extra Ann",
			},
			verdicts: []string{"General: routed"},
		}, {
			name:       "extra addresses do not replace standard",
			submission: submission{Extra: list("amy@partner.example"), Operator: "Ann"},
			recipients: []string{
				"office@shop.example: no_code", "jane@shop.example: no_code", "amy@partner.example: extra Ann",
			},
		}, {
			name:       "an extra address that the table also gives has both reasons and lends it its name",
			codes:      []string{"general"},
			submission: submission{Extra: list("Front Desk <INFO@shop.example>"), Operator: "Ann"},
			recipients: []string{"Front Desk <info@shop.example>: code General, extra Ann"},
			verdicts:   []string{"General: routed"},
		}, {
			name:       "an extra address that was added twice has one reason",
			submission: submission{Extra: list("amy@partner.example", "Amy@partner.example")},
			table:      emptyStandard,
			recipients: []string{"amy@partner.example: extra"},
		}, {
			name:       "extra addresses alone get the chat where standard is empty",
			table:      emptyStandard,
			codes:      []string{"refund"},
			submission: submission{Extra: list("amy@partner.example"), Operator: "Ann"},
			recipients: []string{"amy@partner.example: extra Ann"},
			verdicts:   []string{"refund: unknown"},
		}, {
			name:       "extra addresses alone get the chat where codes without an address go to nobody",
			table:      unaddressedNobody,
			codes:      []string{"other"},
			submission: submission{Extra: list("amy@partner.example"), Operator: "Ann"},
			recipients: []string{"amy@partner.example: extra Ann"},
			verdicts:   []string{"other: no_address"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := sample()
			if tt.table != nil {
				tt.table(&table)
			}
			d := routing.Route(table, postchat.Chat{Codes: tt.codes}, postchat.FollowUp{Submission: tt.submission})

			if got := shownRecipients(d); !slices.Equal(got, tt.recipients) {
				t.Errorf("recipients\n got %q\nwant %q", got, tt.recipients)
			}
			if got := shownVerdicts(d); !slices.Equal(got, tt.verdicts) {
				t.Errorf("verdicts\n got %q\nwant %q", got, tt.verdicts)
			}
			if d.NotForwarded != tt.nobody {
				t.Errorf("not forwarded: got %q, want %q", d.NotForwarded, tt.nobody)
			}
			if d.TableVersion != 7 {
				t.Errorf("table version: got %d, want 7", d.TableVersion)
			}
		})
	}
}

func TestKnownCodes(t *testing.T) {
	tests := []struct {
		name   string
		labels []string
		want   []string // ids
	}{
		{"no labels are no known codes", nil, nil},
		{"unknown, retired and blank labels are no known codes", []string{"refund", "fax", " "}, nil},
		{"a code without an address is known", []string{"Other"}, []string{"c5"}},
		{"known codes come once each, in the campaign's order", []string{"lead", "refund", "SALE", "Lead"}, []string{"c2", "c0"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, code := range routing.KnownCodes(sample(), tt.labels) {
				got = append(got, code.ID)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
