package app

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/postchat/postchat"
)

// yamlReader reads a YAML document by its shape and collects everything that is wrong, with the path and the line of each.
type yamlReader struct {
	vendors  vendors
	stored   settingsFile   // as they are now
	lines    map[string]int // of every path that was read
	anchors  map[string]ast.Node
	problems []*settingsProblem
}

// settingsProblem is something wrong in a settings file.
type settingsProblem struct {
	line    int
	path    string
	message string
}

// Error names the line, the path and what is wrong there.
func (p *settingsProblem) Error() string {
	if p.path == "" {
		return fmt.Sprintf("line %d: %s", p.line, p.message)
	}
	return fmt.Sprintf("line %d: %s: %s", p.line, p.path, p.message)
}

// maxDepth bounds how deep values may be nested; a settings file needs five levels.
const maxDepth = 20

// parse returns the one document in the text; nil where it is empty.
func (r *yamlReader) parse(text []byte) (ast.Node, error) {
	r.lines, r.anchors = map[string]int{}, map[string]ast.Node{}
	file, err := parser.ParseBytes(bytes.TrimPrefix(text, []byte("\ufeff")), 0)
	if err != nil {
		return nil, syntaxError(err)
	}
	var body ast.Node
	for _, document := range file.Docs {
		if document.Body == nil {
			continue
		}
		if body != nil {
			return nil, &settingsProblem{line: lineOf(document.Body), message: "a second document begins here; only one can be in the file"}
		}
		body = document.Body
	}
	return body, nil
}

// syntaxError is the parser's error in one line.
func syntaxError(err error) error {
	var syntax yaml.Error
	if !errors.As(err, &syntax) || syntax.GetToken() == nil {
		return fmt.Errorf("read the settings: %w", err)
	}
	return &settingsProblem{line: syntax.GetToken().Position.Line, message: "this is not YAML: " + syntax.GetMessage()}
}

func lineOf(n ast.Node) int {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 0
}

func (r *yamlReader) problem(path, format string, args ...any) {
	line, near := 0, path
	for {
		if l, known := r.lines[near]; known || near == "" {
			line = l
			break
		}
		near = near[:max(strings.LastIndexAny(near, ".["), 0)]
	}
	r.problems = append(r.problems, &settingsProblem{line, path, fmt.Sprintf(format, args...)})
}

// err joins the problems in the order of their lines.
func (r *yamlReader) err() error {
	slices.SortStableFunc(r.problems, func(a, b *settingsProblem) int { return a.line - b.line })
	errs := make([]error, len(r.problems))
	for i, p := range r.problems {
		errs[i] = p
	}
	return errors.Join(errs...)
}

// plain follows aliases and takes tags and anchors off.
func (r *yamlReader) plain(path string, n ast.Node) ast.Node {
	r.lines[path] = lineOf(n)
	for range maxDepth {
		switch v := n.(type) {
		case *ast.AnchorNode:
			n = v.Value
			r.anchors[v.Name.GetToken().Value] = n
		case *ast.AliasNode:
			name := v.Value.GetToken().Value
			if n = r.anchors[name]; n == nil {
				r.problem(path, "there is no &%s before this *%s", name, name)
				return ast.Null(v.GetToken())
			}
		case *ast.TagNode:
			n = v.Value
		case *ast.MappingValueNode: // a mapping with one key
			return ast.Mapping(v.GetToken(), false, v)
		default:
			return n
		}
	}
	return nil
}

// object reads a mapping. Keys that fields does not have are refused, and so are doubled ones.
func (r *yamlReader) object(path string, n ast.Node, fields map[string]func(path string, n ast.Node)) {
	mapping, ok := r.plain(path, n).(*ast.MappingNode)
	if !ok || strings.Count(path, ".") > maxDepth {
		r.problem(path, "must hold keys with their values")
		return
	}
	seen := map[string]bool{}
	for _, value := range mapping.Values {
		key := value.Key.GetToken().Value
		below := strings.TrimPrefix(path+"."+key, ".")
		r.lines[below] = lineOf(value.Key)
		read, known := fields[key]
		switch {
		case !known:
			r.problem(below, "there is no such key; the keys here are %s", keys(fields))
		case seen[key]:
			r.problem(below, "is there twice")
		default:
			read(below, value.Value)
		}
		seen[key] = true
	}
}

func keys[T any](fields map[string]T) string {
	var names []string
	for name := range fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// list reads each element of a sequence. Null is an empty one.
func (r *yamlReader) list(path string, n ast.Node, each func(path string, n ast.Node)) {
	switch v := r.plain(path, n).(type) {
	case *ast.SequenceNode:
		for i, element := range v.Values {
			each(fmt.Sprintf("%s[%d]", path, i), element)
		}
	case *ast.NullNode:
	default:
		r.problem(path, "must be a list")
	}
}

// text reads a scalar as it is written, whatever type YAML would give it: a label may be 24 or true. Null is empty.
func (r *yamlReader) text(path string, n ast.Node) string {
	switch v := r.plain(path, n).(type) {
	case *ast.StringNode:
		return v.Value
	case *ast.LiteralNode:
		return v.Value.Value
	case *ast.NullNode:
		return ""
	case ast.ScalarNode:
		return v.GetToken().Value
	}
	r.problem(path, "must be text")
	return ""
}

// line reads a text that is one line.
func (r *yamlReader) line(path string, n ast.Node) string { return postchat.CleanLine(r.text(path, n)) }

func (r *yamlReader) flag(path string, n ast.Node) bool {
	v, ok := r.plain(path, n).(*ast.BoolNode)
	if !ok {
		r.problem(path, "must be true or false")
		return false
	}
	return v.Value
}

func (r *yamlReader) count(path string, n ast.Node) int {
	text := r.text(path, n)
	number, err := strconv.Atoi(text)
	if err != nil || number < 0 {
		r.problem(path, "must be a whole number from 0 on, not %q", postchat.Shorten(text, 40))
		return 0
	}
	return number
}

func (r *yamlReader) span(path string, n ast.Node) time.Duration {
	text := r.text(path, n)
	d, err := parseSpan(text)
	if err != nil {
		r.problem(path, "must be a time such as 10s, 1h or 2d, not %q", postchat.Shorten(text, 40))
	}
	return d
}

// addresses reads a text as people type it, or a list of such texts.
func (r *yamlReader) addresses(path string, n ast.Node) []postchat.Address {
	var texts []string
	n = r.plain(path, n)
	if _, isList := n.(*ast.SequenceNode); isList {
		r.list(path, n, func(path string, n ast.Node) {
			text := r.text(path, n)
			if _, err := postchat.ParseAddressList(text); err != nil {
				r.problemsOf(path, err)
				return
			}
			texts = append(texts, text)
		})
	} else {
		texts = []string{r.text(path, n)}
	}
	list, err := postchat.ParseAddressList(strings.Join(texts, "\n"))
	r.problemsOf(path, err)
	return list
}

// problemsOf adds the problems inside err, each below the path.
func (r *yamlReader) problemsOf(path string, err error) {
	for _, p := range postchat.Problems(err) {
		below := path
		if p.Field != "" {
			below += "." + p.Field
		}
		r.problem(below, "%s", p.Message)
	}
}

// spanText is a duration as span reads it, without parts that are nothing.
func spanText(d time.Duration) string {
	if day := 24 * time.Hour; d != 0 && d%day == 0 {
		return strconv.Itoa(int(d/day)) + "d"
	}
	text := d.String()
	if strings.HasSuffix(text, "m0s") {
		text = strings.TrimSuffix(text, "0s")
	}
	if strings.HasSuffix(text, "h0m") {
		text = strings.TrimSuffix(text, "0m")
	}
	return text
}
