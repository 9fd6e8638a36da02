package sheet_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/postchat/postchat/sheet"
)

// What the lists take and hold is said in two more places, which must say the same.

func TestFiltersHaveTheParametersOfTheSchema(t *testing.T) {
	t.Parallel()
	for _, filter := range []struct{ file, input, list string }{
		{"followup", "FollowUpFilter", "follow-ups"},
		{"audit", "AuditFilter", "audit"},
	} {
		text, err := os.ReadFile("../graph/schema/" + filter.file + ".graphqls")
		if err != nil {
			t.Fatal(err)
		}
		doc, err := parser.ParseSchema(&ast.Source{Input: string(text)})
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, field := range doc.Definitions.ForName(filter.input).Fields {
			switch field.Type.Name() {
			case "TimeRange":
				want = append(want, field.Name+"From", field.Name+"To")
			case "DayRange":
				want = append(want, field.Name+"First", field.Name+"Last")
			default:
				want = append(want, field.Name)
			}
		}
		got := sheet.Parameters(filter.list)
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s takes %v, its filter in the API has %v", filter.list, got, want)
		}
	}
}

func TestTheDocsHaveEveryListWithItsColumnsAndParameters(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../docs/csv.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, columns := range sheet.Lists() {
		_, section, found := strings.Cut(string(text), "### `"+name+"`")
		section, _, _ = strings.Cut(section, "###")
		if !found {
			t.Errorf("%s is not in docs/csv.md", name)
		}
		before, said, _ := strings.Cut(section, "Columns: ")
		said, _, _ = strings.Cut(said, ".\n")
		if got := strings.ReplaceAll(strings.ReplaceAll(said, "`", ""), "\n", " "); got != strings.Join(columns, ", ") {
			t.Errorf("%s has the columns %v, docs/csv.md %s", name, columns, got)
		}
		for _, parameter := range sheet.Parameters(name) {
			if !strings.Contains(before, "`"+parameter+"`") {
				t.Errorf("docs/csv.md does not say that %s has the parameter %s", name, parameter)
			}
		}
	}
}
