package routing_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/routing"
)

// input is what Route is asked.
type input struct {
	table    postchat.Table
	chat     postchat.Chat
	followUp postchat.FollowUp
}

func (in input) route() postchat.Decision { return routing.Route(in.table, in.chat, in.followUp) }

// Few labels and addresses in many spellings, so that what is drawn repeats itself.
var (
	labels    = []string{"lead", "sale", "support", "other", "call back", "fax"}
	spellings = []func(string) string{
		func(s string) string { return s },
		strings.ToUpper,
		func(s string) string { return "  " + strings.ReplaceAll(s, " ", "\u3000\t") + " " },
		func(s string) string { // full-width
			return strings.Map(func(r rune) rune {
				if r == ' ' {
					return r
				}
				return r - '!' + '！'
			}, s)
		},
	}

	drawnAddress = rapid.Custom(func(t *rapid.T) postchat.Address {
		return postchat.Address{
			Name:  rapid.SampledFrom([]string{"", "", "Jane Doe", "Front Desk"}).Draw(t, "name"),
			Email: rapid.SampledFrom([]string{"a@x.example", "A@X.example", "b@x.example", "c@x.example", "d@x.example"}).Draw(t, "email"),
		}
	})
	drawnAddresses = rapid.SliceOfN(drawnAddress, 0, 4)
	drawnLabel     = rapid.Custom(func(t *rapid.T) string {
		label := rapid.SampledFrom(append([]string{"", "refund", "spam"}, labels...)).Draw(t, "label")
		return rapid.SampledFrom(spellings).Draw(t, "spelling")(label)
	})
	drawnLabels = rapid.OneOf(rapid.SliceOfN(drawnLabel, 0, 8), rapid.Just[[]string](nil))
)

var drawnInput = rapid.Custom(func(t *rapid.T) input {
	table := postchat.Table{
		Addresses: map[string][]postchat.Address{},
		Standard:  drawnAddresses.Draw(t, "standard"),
		Unaddressed: rapid.SampledFrom([]postchat.Unaddressed{
			"", postchat.UnaddressedToStandard, postchat.UnaddressedNotForwarded,
		}).Draw(t, "unaddressed"),
	}
	for i, label := range labels[:rapid.IntRange(0, len(labels)).Draw(t, "codes")] {
		code := postchat.SuccessCode{ID: fmt.Sprint("c", i), Label: label, Position: rapid.IntRange(0, 3).Draw(t, "position")}
		if rapid.IntRange(0, 3).Draw(t, "retired") == 0 {
			code.RetiredAt = time.Unix(1, 0).UTC()
		}
		table.Codes = append(table.Codes, code)
		if rapid.Bool().Draw(t, "addressed") {
			table.Addresses[code.ID] = drawnAddresses.Draw(t, "addresses")
		}
	}
	return input{table, postchat.Chat{Codes: drawnLabels.Draw(t, "vendor")}, postchat.FollowUp{Submission: postchat.Submission{
		Codes:    drawnLabels.Draw(t, "operator"),
		Extra:    drawnAddresses.Draw(t, "extra"),
		Operator: rapid.SampledFrom([]string{"", "Ann"}).Draw(t, "operator name"),
	}}}
})

func TestOrderOfCodesNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawnInput.Draw(t, "input")
		other := in
		other.table.Codes = rapid.Permutation(in.table.Codes).Draw(t, "codes, other order")
		other.chat.Codes = rapid.Permutation(in.chat.Codes).Draw(t, "vendor, other order")
		if len(in.followUp.Submission.Codes) > 0 { // else the permutation would be nil, which is the vendor's word
			other.followUp.Submission.Codes = rapid.Permutation(in.followUp.Submission.Codes).Draw(t, "operator, other order")
		}

		a, b := in.route(), other.route()
		if !reflect.DeepEqual(a.Recipients, b.Recipients) || a.NotForwarded != b.NotForwarded {
			t.Fatalf("the order of codes changed who gets the chat\nfrom %+v\n  to %+v", a, b)
		}
		if x, y := sortedVerdicts(a), sortedVerdicts(b); !slices.Equal(x, y) {
			t.Fatalf("the order of codes changed the verdicts\nfrom %q\n  to %q", x, y)
		}
	})
}

// sortedVerdicts shows the verdicts apart from their order and from the spelling of unknown codes, which is the first one's.
func sortedVerdicts(d postchat.Decision) []string {
	var shown []string
	for _, v := range d.Codes {
		shown = append(shown, fmt.Sprint(postchat.FoldLabel(v.Label), v.CodeID, v.Outcome))
	}
	slices.Sort(shown)
	return shown
}

func TestNobodyIsToldTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seen := map[string]bool{}
		for _, r := range drawnInput.Draw(t, "input").route().Recipients {
			if seen[r.Address.Key()] {
				t.Fatalf("%s is a recipient twice", r.Address)
			}
			seen[r.Address.Key()] = true
		}
	})
}

func TestEveryRecipientHasReasonsThatTheTableOrTheOperatorGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawnInput.Draw(t, "input")
		for _, r := range in.route().Recipients {
			if len(r.Reasons) == 0 {
				t.Fatalf("%s has no reason", r.Address)
			}
			for i, why := range r.Reasons {
				if slices.Contains(r.Reasons[:i], why) {
					t.Fatalf("%s has the reason %q twice", r.Address, why)
				}
				if !holds(in.listBehind(why), r.Address) {
					t.Fatalf("%s has the reason %q, whose list does not hold it", r.Address, why)
				}
			}
		}
	})
}

// listBehind returns the addresses that get a chat for a reason.
func (in input) listBehind(why postchat.Reason) []postchat.Address {
	switch why.Kind {
	case postchat.ReasonExtra:
		return in.followUp.Submission.Extra
	case postchat.ReasonCode:
		for _, code := range in.table.Codes {
			if code.Label == why.Code && !code.Retired() {
				return in.table.Addresses[code.ID]
			}
		}
		return nil
	}
	return in.table.Standard
}

func holds(list []postchat.Address, a postchat.Address) bool {
	return slices.ContainsFunc(list, func(b postchat.Address) bool { return a.Key() == b.Key() })
}

func TestNobodyIsForgotten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawnInput.Draw(t, "input")
		d := in.route()
		reached := map[string][]postchat.ReasonKind{}
		for _, r := range d.Recipients {
			for _, why := range r.Reasons {
				reached[r.Address.Key()+why.Code] = append(reached[r.Address.Key()+why.Code], why.Kind)
			}
		}
		wanted := func(list []postchat.Address, code string, kind postchat.ReasonKind) {
			for _, a := range list {
				if !slices.Contains(reached[a.Key()+code], kind) {
					t.Fatalf("%s should get the chat for %s %s: %+v", a, kind, code, d)
				}
			}
		}
		wanted(in.followUp.Submission.Extra, "", postchat.ReasonExtra)
		outcomes := map[postchat.CodeOutcome]bool{}
		for _, v := range d.Codes {
			outcomes[v.Outcome] = true
			if v.Outcome == postchat.CodeRouted {
				wanted(in.table.Addresses[v.CodeID], v.Label, postchat.ReasonCode)
			}
		}
		switch {
		case outcomes[postchat.CodeRouted]:
		case !outcomes[postchat.CodeNoAddress] && len(d.Codes) > 0:
			wanted(in.table.Standard, "", postchat.ReasonNoKnownCode)
		case !outcomes[postchat.CodeNoAddress]:
			wanted(in.table.Standard, "", postchat.ReasonNoCode)
		case in.table.Unaddressed != postchat.UnaddressedNotForwarded:
			wanted(in.table.Standard, "", postchat.ReasonCodesUnaddressed)
		}
	})
}

func TestThereAreEitherRecipientsOrAReasonForNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawnInput.Draw(t, "input").route()
		if (len(d.Recipients) > 0) == (d.NotForwarded != "") || d.Recipients == nil {
			t.Fatalf("neither or both: %+v", d)
		}
	})
}

func TestSameQuestionSameAnswerAndTheQuestionIsLeftAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawnInput.Draw(t, "input")
		before := fmt.Sprintf("%#v", in)
		d, again := in.route(), in.route()
		if !reflect.DeepEqual(d, again) {
			t.Fatalf("two answers\n %+v\n %+v", d, again)
		}
		for _, r := range d.Recipients {
			clear(r.Reasons)
		}
		clear(d.Recipients)
		clear(d.Codes)
		if after := fmt.Sprintf("%#v", in); after != before {
			t.Fatalf("the question changed\nfrom %s\n  to %s", before, after)
		}
	})
}
