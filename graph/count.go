package graph

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/postchat/postchat/db"
)

// What lists are taken to hold when the cost is counted and the schema does not say; see @listSize.
const (
	assumedSize          = 10
	assumedIntrospection = 5
)

// lots is where counting stops: over every limit, and small enough that the product of two fits an int64.
const lots = 1 << 31

// count counts what a query asks for.
type count struct {
	schema    *ast.Schema
	doc       *ast.QueryDocument
	variables map[string]any
	defaults  map[string]int // of the variables that have one, the highest of all operations
	lists     map[string]int // likewise, how long they are

	fragments map[string]work // those that were visited
	visiting  map[string]bool
	circular  bool
	visited   int // selections, for the tests
}

// work is what a selection asks for.
type work struct {
	fields, aliases, directives, depth int
	cost                               int
	// paged is the cost of one row of the connection that the selection is in.
	paged int
}

func newCount(schema *ast.Schema, doc *ast.QueryDocument, variables map[string]any) *count {
	c := &count{
		schema: schema, doc: doc, variables: variables, defaults: map[string]int{}, lists: map[string]int{},
		fragments: map[string]work{}, visiting: map[string]bool{},
	}
	for _, operation := range doc.Operations {
		for _, variable := range operation.VariableDefinitions {
			if variable.DefaultValue != nil {
				size, _ := strconv.Atoi(variable.DefaultValue.Raw)
				c.defaults[variable.Variable] = max(c.defaults[variable.Variable], size)
				c.lists[variable.Variable] = max(c.lists[variable.Variable], len(variable.DefaultValue.Children))
			}
		}
	}
	return c
}

// check reports the first limit that the query is over: all its operations together, and each of its fragments.
func (c *count) check() *gqlerror.Error {
	var all work
	variables := 0
	for _, operation := range c.doc.Operations {
		variables += len(operation.VariableDefinitions)
		w := c.selection(operation.SelectionSet, c.root(operation.Operation))
		w.directives += len(operation.Directives)
		all.add(w)
	}
	for _, fragment := range c.doc.Fragments { // those too that nothing spreads
		w := c.fragment(fragment.Name)
		all = work{
			fields: max(all.fields, w.fields), aliases: max(all.aliases, w.aliases), directives: max(all.directives, w.directives),
			depth: max(all.depth, w.depth), cost: max(all.cost, w.cost, w.paged),
		}
	}
	if c.circular {
		return refusal("The query's fragments spread each other in a circle.")
	}
	for _, limit := range []struct {
		what     string
		is, most int
	}{
		{"levels of fields", all.depth, maxDepth},
		{"fields", all.fields, maxFields},
		{"aliases", all.aliases, maxAliases},
		{"directives", all.directives, maxDirectives},
		{"variables", variables, maxVariables},
		{"units of cost, where each row of a list counts", all.cost, maxCost},
	} {
		if limit.is > limit.most {
			return refusal("The query asks for too much: at most %d %s are allowed.", limit.most, limit.what)
		}
	}
	return nil
}

func (c *count) root(operation ast.Operation) *ast.Definition {
	switch operation {
	case ast.Mutation:
		return c.schema.Mutation
	case ast.Subscription:
		return c.schema.Subscription
	default:
		return c.schema.Query
	}
}

// selection counts a selection on a type, which is nil where the schema does not know it.
func (c *count) selection(set ast.SelectionSet, on *ast.Definition) work {
	var all work
	for _, selection := range set {
		c.visited++
		switch s := selection.(type) {
		case *ast.Field:
			all.add(c.field(s, on))
		case *ast.InlineFragment:
			inner := on
			if s.TypeCondition != "" {
				inner = c.schema.Types[s.TypeCondition]
			}
			w := c.selection(s.SelectionSet, inner)
			w.directives = sum(w.directives, len(s.Directives))
			all.add(w)
		case *ast.FragmentSpread:
			w := c.fragment(s.Name)
			w.directives = sum(w.directives, len(s.Directives))
			all.add(w)
		}
	}
	return all
}

// fragment counts a fragment, the first time that it is met.
func (c *count) fragment(name string) work {
	if w, known := c.fragments[name]; known {
		return w
	}
	definition := c.doc.Fragments.ForName(name)
	if definition == nil {
		return work{} // validation reports it
	}
	if c.visiting[name] {
		c.circular = true
		return work{}
	}
	c.visiting[name] = true
	w := c.selection(definition.SelectionSet, c.schema.Types[definition.TypeCondition])
	w.directives = sum(w.directives, len(definition.Directives))
	c.fragments[name] = w
	return w
}

// field counts a field of a type with all that is in it.
func (c *count) field(f *ast.Field, on *ast.Definition) work {
	var definition *ast.FieldDefinition
	if on != nil {
		definition = on.Fields.ForName(f.Name)
	}
	var of *ast.Definition
	if definition != nil {
		of = c.schema.Types[definition.Type.Name()]
	}
	w := c.selection(f.SelectionSet, of)
	w.fields = sum(w.fields, 1)
	w.directives = sum(w.directives, len(f.Directives))
	if f.Alias != f.Name {
		w.aliases = sum(w.aliases, 1)
	}
	if strings.HasPrefix(f.Name, "__") || on != nil && strings.HasPrefix(on.Name, "__") {
		w.depth = 0 // a rule of validation bounds how deep introspection goes
	}
	w.depth = sum(w.depth, 1)

	inside := w.cost
	w.cost = setting(definition, "cost", "weight", 1)
	switch {
	case isConnection(of):
		inside = sum(inside, times(w.paged, c.size(f, definition)))
		w.paged = 0
	case isConnection(on) && definition != nil && definition.Type.Elem != nil:
		w.paged, inside = sum(w.paged, inside), 0
	case definition != nil && definition.Type.Elem != nil:
		inside = times(inside, c.size(f, definition))
	}
	w.cost = sum(w.cost, inside)
	return w
}

// isConnection reports whether rows of the type come in pages.
func isConnection(d *ast.Definition) bool { return d != nil && strings.HasSuffix(d.Name, "Connection") }

// size is how many rows a list is taken to have: as many as things are asked for by name, what `first` asks for, else what the
// schema assumes.
func (c *count) size(f *ast.Field, definition *ast.FieldDefinition) int {
	first := definition.Arguments.ForName("first")
	switch {
	case f.Name == "_entities": // of Apollo Federation
		return c.length(f.Arguments.ForName("representations"))
	case first != nil:
		return min(max(c.first(f, first), 1), db.MaxPage) // the resolver refuses more
	case strings.HasPrefix(definition.Type.Name(), "__"):
		return assumedIntrospection
	}
	return setting(definition, "listSize", "assumed", assumedSize)
}

// length is how many things a list in an argument holds; 1 for what is no list, which the executor refuses or makes a list of.
func (c *count) length(argument *ast.Argument) int {
	switch {
	case argument == nil:
		return 1
	case argument.Value.Kind != ast.Variable:
		return max(len(argument.Value.Children), 1)
	}
	given, _ := c.variables[argument.Value.Raw].([]any)
	return max(len(given), c.lists[argument.Value.Raw], 1)
}

// first is the value of the argument `first`, as far as it can be known: otherwise the most that is allowed.
func (c *count) first(f *ast.Field, definition *ast.ArgumentDefinition) int {
	var text string
	argument := f.Arguments.ForName("first")
	switch {
	case argument == nil:
		text = definition.DefaultValue.String()
	case argument.Value.Kind != ast.Variable:
		text = argument.Value.Raw
	default:
		if value, given := c.variables[argument.Value.Raw]; given {
			text = fmt.Sprint(value)
		} else if size, hasDefault := c.defaults[argument.Value.Raw]; hasDefault {
			return size
		} else {
			text = definition.DefaultValue.String()
		}
	}
	size, err := strconv.Atoi(text)
	if err != nil {
		return db.MaxPage
	}
	return size
}

// setting is what a directive on a field's definition says.
func setting(definition *ast.FieldDefinition, directive, argument string, otherwise int) int {
	if definition == nil {
		return otherwise
	}
	d := definition.Directives.ForName(directive)
	if d == nil {
		return otherwise
	}
	value, err := strconv.Atoi(d.Arguments.ForName(argument).Value.Raw)
	if err != nil {
		return otherwise
	}
	return value
}

func (w *work) add(other work) {
	w.fields = sum(w.fields, other.fields)
	w.aliases = sum(w.aliases, other.aliases)
	w.directives = sum(w.directives, other.directives)
	w.depth = max(w.depth, other.depth)
	w.cost = sum(w.cost, other.cost)
	w.paged = sum(w.paged, other.paged)
}

func sum(a, b int) int { return min(a+b, lots) }

func times(a, b int) int { return min(a*b, lots) }
