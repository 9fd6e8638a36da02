package postchat_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/postchat/postchat"

// floors is the truth about who may import whom: the folders of the project from the top down, the module's root, "", last.
// A package may import its own folder and every lower floor; folders on one floor do not know each other. Tests keep to
// the same direction, and only they may use test code: all below test/, and packages whose names end in "test", as
// httptest's does. Test code may import everything.
var floors = [][]string{
	{"cmd", "examples"},
	{"app"},
	{"graph", "web", "sheet", "rehearsal", "transcript"},
	{"extensions", "webhook"},
	{"delivery", "report", "extension"},
	{"followup", "settings", "live"},
	{"auth"},
	{"mail"},
	{"queue"},
	{"db"},
	{"routing", "sensitive"},
	{""},
}

// apart are the folders whose subfolders do not import each other either, so that a vendor or a provider can be added,
// read and removed alone. What they have in common is in the folder itself, or in one of inCommon.
var (
	apart    = []string{"webhook", "delivery"}
	inCommon = []string{"webhook/wire", "webhook/outbound"}
)

// outside is what the pure packages may import from other modules; everybody else may import what go.mod has.
var outside = map[string][]string{
	"":        {"golang.org/x/net/idna"},
	"routing": {}, "sensitive": {},
}

func TestImportsPointDown(t *testing.T) {
	t.Parallel()
	packages := listPackages(t)
	for _, p := range packages {
		from := within(p.ImportPath)
		for _, to := range p.Imports {
			if why := objectionToImport(from, within(to)); why != "" {
				t.Errorf("%s imports %s: %s", p.ImportPath, to, why)
			}
		}
		for _, to := range slices.Concat(p.TestImports, p.XTestImports) {
			if why := objectionToTestImport(from, within(to)); why != "" {
				t.Errorf("a test of %s imports %s: %s", p.ImportPath, to, why)
			}
		}
	}
	if len(packages) < 2 {
		t.Errorf("go list knows %d packages; is this the whole project?", len(packages))
	}
}

func TestRulesOfImport(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, from, to string
		test           bool
		why            string // part of the objection; empty where the import is fine
	}{
		{name: "app may import everything", from: "app", to: "webhook/rocketchat"},
		{name: "a lower floor", from: "webhook", to: "db"},
		{name: "the root, from everywhere", from: "delivery/smtp", to: ""},
		{name: "an adapter the folder it is in", from: "webhook/rocketchat", to: "webhook"},
		{name: "an adapter what adapters have in common", from: "webhook/rocketchat", to: "webhook/wire"},
		{name: "the standard library", from: "routing", to: "std slices"},
		{name: "the root idna", from: "", to: "other golang.org/x/net/idna"},
		{name: "db another module", from: "db", to: "other github.com/uptrace/bun"},
		{name: "test code everything", from: "test/story", to: "cmd/postchat"},
		{name: "test code in a folder the testing package", from: "webhook/adaptertest", to: "std testing"},
		{name: "a test a fake", test: true, from: "delivery/smtp", to: "test/fakesmtp"},
		{name: "a test of a pure package another module", test: true, from: "", to: "other pgregory.net/rapid"},

		{name: "upwards", from: "routing", to: "db", why: "db is above routing"},
		{name: "upwards from the root", from: "", to: "routing", why: "routing is above the root"},
		{name: "upwards from a subfolder", from: "delivery/smtp", to: "webhook", why: "webhook is above delivery"},
		{name: "upwards in a test", test: true, from: "db", to: "followup", why: "followup is above db"},
		{name: "a neighbour", from: "graph", to: "web", why: "graph and web are neighbours"},
		{name: "a folder that begins alike is another", from: "web", to: "webhookery", why: "not in the table"},
		{name: "another adapter", from: "webhook/rocketchat", to: "webhook/postchat", why: "stand apart"},
		{name: "another provider in a test", test: true, from: "delivery/smtp", to: "delivery/mailgun", why: "stand apart"},
		{name: "a fake in the product", from: "app", to: "test/fakesmtp", why: "that is for tests"},
		{name: "a folder's test code in the product", from: "webhook", to: "webhook/adaptertest", why: "that is for tests"},
		{name: "the testing package in the product", from: "mail", to: "std testing", why: "that is for tests"},
		{name: "a new folder", from: "util", to: "", why: "not in the table"},
		{name: "another module in the root", from: "", to: "other golang.org/x/net/html", why: "is pure"},
		{name: "another module in routing", from: "routing", to: "other golang.org/x/text/cases", why: "is pure"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			objection := objectionToImport
			if test.test {
				objection = objectionToTestImport
			}
			why := objection(test.from, test.to)
			if (why == "") != (test.why == "") || !strings.Contains(why, test.why) {
				t.Errorf("objection %q, want %q", why, test.why)
			}
		})
	}
}

// objectionToImport says what is wrong with an import in the product and what to do, or "". Packages are given as within
// returns them.
func objectionToImport(from, to string) string {
	switch {
	case isTestCode(from):
		return ""
	case isTestCode(to), strings.HasPrefix(to, "std testing"):
		return "that is for tests. Move what needs it to test/, or to a package whose name ends in test."
	case strings.HasPrefix(to, "other "):
		allowed, pure := outside[folder(from)]
		if pure && !slices.Contains(allowed, strings.TrimPrefix(to, "other ")) {
			return "this package is pure and keeps to the standard library. Do it where the result is used, or by hand."
		}
		return ""
	}
	return objectionToTestImport(from, to)
}

// objectionToTestImport does the same for an import in a _test.go file.
func objectionToTestImport(from, to string) string {
	if isTestCode(from) || isTestCode(to) || strings.HasPrefix(to, "std ") || strings.HasPrefix(to, "other ") {
		return ""
	}
	here, there := folder(from), folder(to)
	switch {
	case floor(here) < 0 || floor(there) < 0:
		return "one of them is in a folder that is not in the table of architecture_test.go. Use a folder that is, or, " +
			"where it is a new part of the product, give it its floor there, in CONTRIBUTING.md and .golangci.yml."
	case here != there && floor(here) == floor(there):
		return here + " and " + there + " are neighbours. Move what both need to a floor below them."
	case floor(here) > floor(there):
		return fmt.Sprintf("imports point down, and %s is above %s. Move what both need down, or declare an interface here "+
			"and let cmd fill it.", there, cmp.Or(here, "the root"))
	case here == there && slices.Contains(apart, here) && !sameBranch(from, to) && !slices.Contains(inCommon, to):
		return "the subfolders of " + here + " stand apart. Move what both need to " + here +
			", or to a subfolder that inCommon names."
	}
	return ""
}

// sameBranch reports whether one of two packages is in the other's folder, or they are the same.
func sameBranch(a, b string) bool {
	return strings.HasPrefix(a+"/", b+"/") || strings.HasPrefix(b+"/", a+"/")
}

// within shortens an import path to the folder inside the module; other packages are marked "std " or "other ".
func within(path string) string {
	if rest, ours := strings.CutPrefix(path+"/", module+"/"); ours {
		return strings.TrimSuffix(rest, "/")
	}
	if host, _, _ := strings.Cut(path, "/"); strings.Contains(host, ".") {
		return "other " + path
	}
	return "std " + path
}

// folder returns the first part of a path inside the module.
func folder(p string) string {
	first, _, _ := strings.Cut(p, "/")
	return first
}

// floor returns the index of a folder's floor, counted from the top, or -1.
func floor(folder string) int {
	return slices.IndexFunc(floors, func(f []string) bool { return slices.Contains(f, folder) })
}

// isTestCode reports whether a package of the module is there for tests only.
func isTestCode(p string) bool {
	return !strings.Contains(p, " ") && (folder(p) == "test" || strings.HasSuffix(p, "test"))
}

// listedPackage is what go list says of a package.
type listedPackage struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

// listPackages asks the go command for the packages of the module. Those that do not compile are listed too.
func listPackages(t *testing.T) []listedPackage {
	t.Helper()
	list := exec.Command("go", "list", "-e", "-json=ImportPath,Imports,TestImports,XTestImports", "./...")
	var stderr bytes.Buffer
	list.Stderr = &stderr
	out, err := list.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", list, err, &stderr)
	}
	var packages []listedPackage
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listedPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatalf("%s: %v", list, err)
		}
		packages = append(packages, p)
	}
}
