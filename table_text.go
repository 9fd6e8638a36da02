package postchat

import (
	"fmt"
	"maps"
)

// TableText is what a text makes of a campaign's follow-up addresses.
type TableText struct {
	// Table is the table with the lists that the text gives, in place of those that it had. It was not saved.
	Table Table
	// Problems say what could not be read, by line. All else was taken.
	Problems []LineProblem
	// Kept are the codes in use that the text does not name, and StandardKept says that it does not name standard: their
	// lists are as they were.
	Kept         []SuccessCode
	StandardKept bool
}

// LineProblem is what is wrong with one line of a text, counted from 1. The message is a sentence for people.
type LineProblem struct {
	Line    int
	Message string
}

// StandardLabel is what the list for chats without a code is called wherever people type a table.
const StandardLabel = "standard"

// Limits of a text that holds a table.
const (
	maxTableText    = 256 << 10 // bytes
	maxLineProblems = 100
	maxLabelBytes   = 4 * maxNameLength // bytes in which the end of a label is looked for
	unknownCode     = "is no success code of this campaign; give its addresses to another code, or make it first"
)

// ParseTableText reads follow-up addresses as people type and paste them, for the codes of the table: a line for each code
// such as
//
//	lead: sales@example.com; Night desk <night@example.com>
//
// or a CSV file, its columns between commas or semicolons and with headings or without, or two columns of a spreadsheet.
// The list for chats without a code is called standard. A line without a code belongs to the code above it; a code that
// comes again adds to its list. Labels are compared by FoldLabel, and may hold a separator where the campaign's own does.
// Fields of a spreadsheet may be in double quotes and hold line ends there. Each address is read as by ParseAddress; one
// that its list had with a name keeps that where the text gives none.
//
// What cannot be read is told by its line, and all else is taken. A text over 256 KiB is refused whole, as Invalid on the
// field text.
func ParseTableText(table Table, text string) (TableText, error) {
	if len(text) > maxTableText {
		return TableText{}, Invalidf("text", "must have at most %d KiB", maxTableText>>10)
	}
	r := tableReader{table: table, codes: make(map[string]SuccessCode, len(table.Codes)), lists: map[string]*addressSet{}}
	for _, code := range table.Codes {
		r.codes[FoldLabel(code.Label)] = code
	}
	r.read(text)
	return r.result(), nil
}

// tableReader reads one text.
type tableReader struct {
	table Table
	codes map[string]SuccessCode // by folded label
	// lists are those that the text gives, by the code's id; standard's is under its label, which is no id.
	lists    map[string]*addressSet
	problems []LineProblem
	more     int // problems over the limit

	above   string // the list of the line above; empty where there is none
	skipped bool   // the line above gave a code that is not known
}

func (r *tableReader) problem(line int, format string, args ...any) {
	if len(r.problems) == maxLineProblems {
		r.more++
		return
	}
	r.problems = append(r.problems, LineProblem{Line: line, Message: fmt.Sprintf(format, args...)})
}

// take adds a line's items to the list of its code.
func (r *tableReader) take(line int, label string, items []string) {
	if label == "" && len(items) == 0 {
		return
	}
	if label != "" {
		id, known := r.listOf(label)
		if r.above, r.skipped = id, !known; !known {
			r.problem(line, "%s %s", excerpt(label), unknownCode)
		}
	}
	switch {
	case r.skipped:
		return
	case r.above == "":
		r.problem(line, "%s stands before any code; begin the line with a code and a colon", excerpt(items[0]))
		return
	}
	list := r.lists[r.above]
	if list == nil {
		list = newAddressSet(len(items))
		r.lists[r.above] = list
	}
	full := len(list.list) > maxTableAddresses
	for _, item := range items {
		a, err := parseItem(item)
		if err != nil {
			r.problem(line, "%s %v%s", excerpt(item), err, hint(err, len(items)))
			continue
		}
		list.add(a)
	}
	if !full && len(list.list) > maxTableAddresses {
		r.problem(line, "the list is longer than %d addresses here; the rest of it is left out", maxTableAddresses)
	}
}

// listOf is the list that a label means.
func (r *tableReader) listOf(label string) (id string, known bool) {
	folded := FoldLabel(label)
	if folded == StandardLabel {
		return StandardLabel, true
	}
	code, known := r.codes[folded]
	return code.ID, known
}

func (r *tableReader) result() TableText {
	t := TableText{Table: r.table, Problems: r.problems}
	t.Table.Comment = ""
	t.Table.Addresses = maps.Clone(r.table.Addresses)
	if t.Table.Addresses == nil {
		t.Table.Addresses = make(map[string][]Address, len(r.lists))
	}
	if r.more > 0 {
		last := r.problems[len(r.problems)-1].Line
		t.Problems = append(t.Problems, LineProblem{Line: last, Message: fmt.Sprintf("and %d more problems", r.more)})
	}
	if list := r.lists[StandardLabel]; list != nil {
		t.Table.Standard = list.named(r.table.Standard)
	} else {
		t.StandardKept = true
	}
	for _, code := range r.table.Codes {
		if list := r.lists[code.ID]; list != nil {
			t.Table.Addresses[code.ID] = list.named(r.table.Addresses[code.ID])
		} else if !code.Retired() {
			t.Kept = append(t.Kept, code)
		}
	}
	return t
}

// named is the list, as long as it may be, with the names that its addresses had before where the text gives none.
func (s *addressSet) named(before []Address) []Address {
	for _, a := range before {
		if _, listed := s.places[a.Key()]; listed {
			s.add(a)
		}
	}
	return s.list[:min(len(s.list), maxTableAddresses)]
}
