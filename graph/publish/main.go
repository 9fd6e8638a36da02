// Command publish writes the whole schema as one file, for integrators and their tools. It is run by `go generate ./graph`.
package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/vektah/gqlparser/v2/formatter"

	"github.com/postchat/postchat/graph/generated"
)

const head = "# The whole schema of Postchat's API, for your tools. Written by `go generate ./graph`; see graph/schema for where it comes from.\n\n"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("publish: want the file to write, and have %d arguments", len(args))
	}
	text := bytes.NewBufferString(head)
	formatter.NewFormatter(text, formatter.WithIndent("  ")).FormatSchema(generated.NewExecutableSchema(generated.Config{}).Schema())
	if err := os.WriteFile(args[0], text.Bytes(), 0o644); err != nil { //nolint:gosec // a file of the repository, for everybody
		return fmt.Errorf("publish the schema: %w", err)
	}
	return nil
}
