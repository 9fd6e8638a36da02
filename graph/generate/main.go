// Command generate writes the API's code from its schema: gqlgen, with what is in extensions/ added. It is run by
// `go generate ./graph`.
//
// A field that an extension's schema defines is resolved by a function of the extension's package, named after type and field:
// Chat.ticket by ChatTicket, Mutation.createTicket by MutationCreateTicket. The function takes the context, then the object unless
// the type is Query, Mutation or Subscription, then the arguments. The extension's types are the package's where it has them.
package main

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
	"github.com/vektah/gqlparser/v2/ast"
)

// module is where the extensions' packages are.
const module = "github.com/postchat/postchat"

// prefix leads the names of the files that are written for extensions, so that they take nobody's place.
const prefix = "extension_"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// run works in the folder graph, where `go generate` starts it.
func run() error {
	if err := os.Chdir(".."); err != nil {
		return err
	}
	if err := forget(); err != nil {
		return err
	}
	cfg, err := config.LoadConfig("gqlgen.yml")
	if err != nil {
		return err
	}
	for _, source := range cfg.Sources {
		folder, ok := extensionOf(source.Name)
		if !ok {
			continue
		}
		source.Name = path.Join(folder, prefix+path.Base(folder)+"_"+path.Base(source.Name))
		if pkg := path.Join(module, folder); !slices.Contains(cfg.AutoBind, pkg) {
			cfg.AutoBind = append(cfg.AutoBind, pkg)
		}
	}
	return api.Generate(cfg, api.AddPlugin(delegate{}))
}

// forget removes what was written for extensions that may have gone.
func forget() error {
	var errs []error
	for _, pattern := range []string{"graph/" + prefix + "*.resolvers.go", "graph/generated/" + prefix + "*.generated.go"} {
		files, err := filepath.Glob(pattern)
		errs = append(errs, err)
		for _, file := range files {
			errs = append(errs, os.Remove(file))
		}
	}
	return errors.Join(errs...)
}

// extensionOf returns the folder of the extension that a schema file belongs to.
func extensionOf(file string) (folder string, ok bool) {
	folder = path.Dir(filepath.ToSlash(file))
	return folder, path.Dir(folder) == "extensions"
}

// delegate has fields of extensions resolved by the extensions' functions.
type delegate struct{}

// Name implements gqlgen's plugin.Plugin.
func (delegate) Name() string { return "extensions" }

// MutateSchema implements gqlgen's plugin.SchemaMutator. It changes nothing, and refuses operations that do not say who may.
func (delegate) MutateSchema(schema *ast.Schema) error {
	var errs []error
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation, schema.Subscription} {
		for _, field := range root.Fields {
			if field.Position == nil {
				continue
			}
			_, ours := extensionOf(field.Position.Src.Name)
			needs, public := field.Directives.ForName("needs"), field.Directives.ForName("public")
			if ours && (needs == nil) == (public == nil) {
				errs = append(errs, fmt.Errorf("%s.%s must have @needs or @public, one of them", root.Name, field.Name))
			}
		}
	}
	return errors.Join(errs...)
}

// Implement implements gqlgen's plugin.ResolverImplementer. What is not an extension's stays as it was written. A resolver that is
// still to be written is left empty, so that nothing compiles until it is.
func (delegate) Implement(previous string, field *codegen.Field) string {
	folder, ok := extensionOf(field.Position.Src.Name)
	if !ok {
		return previous
	}
	return fmt.Sprintf("return %s.%s(%s)", templates.CurrentImports.Lookup(path.Join(module, folder)),
		field.Object.Name+field.GoFieldName, strings.Join(arguments(field), ", "))
}

// arguments are the names of what a resolver is given, in their order.
func arguments(field *codegen.Field) []string {
	names := []string{"ctx"}
	if !field.Object.Root {
		names = append(names, "obj")
	}
	for _, argument := range field.Args {
		names = append(names, argument.VarName)
	}
	return names
}
