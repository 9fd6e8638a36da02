package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/postchat/postchat"
)

// maxMismatches is how many a person is told of at once.
const maxMismatches = 50

// mismatches names every member of the body whose JSON type does not fit t, with its place in lists. The decoder names
// only the first, and only its names. The body has been found to be JSON of bearable size.
func mismatches(body []byte, t reflect.Type) error {
	var tree any
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	_ = decoder.Decode(&tree) // it was decoded once already
	var w walker
	w.walk("", tree, t)
	return errors.Join(w.problems...)
}

type walker struct{ problems []error }

func (w *walker) walk(field string, value any, t reflect.Type) {
	if len(w.problems) >= maxMismatches || value == nil || reflect.PointerTo(t).Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return
	}
	switch v := value.(type) {
	case map[string]any:
		if w.walkObject(field, v, t) {
			return
		}
	case []any:
		if w.walkList(field, v, t) {
			return
		}
	default:
		if fits(value, t.Kind()) {
			return
		}
	}
	w.problems = append(w.problems, postchat.Invalidf(field, "must be %s, not %s", typeName(t), jsonName(value)))
}

func (w *walker) walkObject(field string, object map[string]any, t reflect.Type) (fits bool) {
	switch t.Kind() {
	case reflect.Struct:
		for member := range t.Fields() {
			name := member.Tag.Get("json")
			w.walk(join(field, name), object[name], indirect(member.Type))
		}
		return true
	case reflect.Map:
		for _, name := range slices.Sorted(maps.Keys(object)) {
			w.walk(join(field, postchat.Shorten(postchat.CleanLine(name), 40)), object[name], indirect(t.Elem()))
		}
		return true
	}
	return false
}

func (w *walker) walkList(field string, list []any, t reflect.Type) (fits bool) {
	if t.Kind() != reflect.Slice {
		return false
	}
	for i, element := range list {
		w.walk(fmt.Sprintf("%s[%d]", field, i), element, indirect(t.Elem()))
	}
	return true
}

func indirect(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

func join(field, name string) string { return strings.TrimPrefix(field+"."+name, ".") }

func fits(value any, kind reflect.Kind) bool {
	switch v := value.(type) {
	case string:
		return kind == reflect.String
	case bool:
		return kind == reflect.Bool
	case json.Number:
		_, err := v.Int64()
		return kind == reflect.Int64 && err == nil
	}
	return false
}

// typeName is the words for the JSON that fits a Go type.
func typeName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "a list"
	case reflect.Struct, reflect.Map:
		return "an object"
	}
	return "a whole number"
}

func jsonName(value any) string {
	switch value.(type) {
	case map[string]any:
		return "an object"
	case []any:
		return "a list"
	case string:
		return "text"
	case bool:
		return "true or false"
	}
	return "a number"
}
