package postchat

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"testing"
)

// node is the part of a JSON Schema that names members.
type node struct {
	Properties map[string]node `json:"properties"`
	Items      *node           `json:"items"`
}

func TestThePayloadHasTheMembersOfTheSchema(t *testing.T) {
	text, err := os.ReadFile("../../docs/webhook.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema node
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	compare(t, "", schema, reflect.TypeFor[payload]())
}

func compare(t *testing.T, path string, schema node, goType reflect.Type) {
	t.Helper()
	switch goType.Kind() {
	case reflect.Pointer:
		goType = goType.Elem()
	case reflect.Slice:
		if schema.Items == nil {
			t.Errorf("%s has no items in the schema", path)
			return
		}
		schema, goType = *schema.Items, goType.Elem()
	}
	if goType.Kind() != reflect.Struct || goType == reflect.TypeFor[addresses]() {
		return
	}
	var documented, read []string
	for name := range schema.Properties {
		documented = append(documented, name)
	}
	for field := range goType.Fields() {
		name := field.Tag.Get("json")
		read = append(read, name)
		compare(t, path+"/"+name, schema.Properties[name], field.Type)
	}
	slices.Sort(documented)
	slices.Sort(read)
	if !slices.Equal(documented, read) {
		t.Errorf("%s: the schema has %q, the payload %q", path, documented, read)
	}
}
