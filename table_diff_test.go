package postchat

import (
	"reflect"
	"testing"
	"time"
)

func TestDiffTables(t *testing.T) {
	monday := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	a, b, c := Address{"", "a@example.com"}, Address{"", "b@example.com"}, Address{"", "c@example.com"}
	lead, sale := SuccessCode{ID: "1", Label: "lead"}, SuccessCode{ID: "2", Label: "sale"}
	retired := SuccessCode{ID: "3", Label: "old", RetiredAt: monday.Add(time.Hour)}
	table := func(version int, codes []SuccessCode, lists map[string][]Address, standard ...Address) Table {
		return Table{Version: version, Codes: codes, Addresses: lists, Standard: standard, SavedAt: monday.AddDate(0, 0, version-1)}
	}
	type lists = map[string][]Address
	tests := []struct {
		name     string
		from, to Table
		want     TableDiff
	}{
		{
			name: "the same lists in another order are the same",
			from: table(1, []SuccessCode{lead}, lists{"1": {a, b}}, a, c), to: table(2, []SuccessCode{lead}, lists{"1": {b, a}}, c, a),
		},
		{
			name: "an address more and one less",
			from: table(1, []SuccessCode{lead, sale}, lists{"1": {a, b}, "2": {a}}), to: table(2, []SuccessCode{lead, sale}, lists{"1": {b, c}, "2": {a}}),
			want: TableDiff{Codes: []CodeDiff{{Code: lead, ListDiff: ListDiff{Added: []Address{c}, Removed: []Address{a}}}}},
		},
		{
			name: "standard is emptied",
			from: table(1, nil, nil, a), to: table(2, nil, nil),
			want: TableDiff{Standard: ListDiff{Removed: []Address{a}}},
		},
		{
			name: "another name for the same address, in another case",
			from: table(1, nil, nil, a), to: table(2, nil, nil, Address{"Ann", "A@example.com"}),
			want: TableDiff{Standard: ListDiff{Renamed: []Address{{"Ann", "A@example.com"}}}},
		},
		{
			name: "a code that is new, with nobody yet",
			from: table(1, []SuccessCode{lead, sale}, lists{"1": {a}}), to: table(2, []SuccessCode{lead, sale}, lists{"1": {a}, "2": {}}),
			want: TableDiff{Codes: []CodeDiff{{Code: sale, Appeared: true}}},
		},
		{
			name: "the same the other way round",
			from: table(2, []SuccessCode{lead, sale}, lists{"1": {a}, "2": {b}}), to: table(1, []SuccessCode{lead, sale}, lists{"1": {a}}),
			want: TableDiff{Codes: []CodeDiff{{Code: sale, Gone: true, ListDiff: ListDiff{Removed: []Address{b}}}}},
		},
		{
			name: "a code that was retired between the two",
			from: table(1, []SuccessCode{retired}, lists{"3": {a}}), to: table(2, []SuccessCode{retired}, lists{"3": {a}}),
			want: TableDiff{Codes: []CodeDiff{{Code: retired, Retired: true}}},
		},
		{
			name: "a code that was retired before both",
			from: table(2, []SuccessCode{retired}, lists{"3": {a}}), to: table(3, []SuccessCode{retired}, lists{"3": {a}}),
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.want.From, test.want.To = test.from.Version, test.to.Version
			if got := DiffTables(test.from, test.to); !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %+v\nwant %+v", got, test.want)
			}
			if DiffTables(test.from, test.to).Empty() != (test.want.Standard.Empty() && len(test.want.Codes) == 0) {
				t.Error("Empty says otherwise")
			}
		})
	}
}
