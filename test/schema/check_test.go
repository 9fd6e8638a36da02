// Package schema_test tests the check that a change of the schema breaks no client unannounced; see check.js.
package schema_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/postchat/postchat/test/node"
)

const published = `
type Query { chat(id: ID!, version: Int): Chat }
type Chat { id: ID! subject: String! state: State! }
enum State { OPEN CLOSED }
input ChatFilter { search: String }
`

func TestABreakingChangeOfTheSchemaMustBeAnnounced(t *testing.T) {
	t.Parallel()
	project := node.Install(t, ".")
	withoutSubject := strings.Replace(published, "subject: String!", "", 1)
	tests := []struct {
		name, schema, changelog string
		finds                   string // what the check says is not announced; empty where it passes
	}{
		{name: "no change", schema: published},
		{name: "a new field", schema: strings.Replace(published, "subject", "topic: String! subject", 1)},
		{name: "a removed field", schema: withoutSubject, finds: "- Chat.subject was removed."},
		{
			name: "a removed value of an enum", schema: strings.Replace(published, "OPEN CLOSED", "OPEN", 1),
			finds: "- CLOSED was removed from enum type State.",
		},
		{
			name: "an argument that must be given from now on", schema: strings.Replace(published, "version: Int", "version: Int!", 1),
			finds: "- Query.chat arg version has changed type from Int to Int!.",
		},
		{
			name: "a field of an input that must be given", schema: strings.Replace(published, "search", "key: String! search", 1),
			finds: "- A required field key on input type ChatFilter was added.",
		},
		{
			name: "a removed field that is announced", schema: withoutSubject,
			changelog: "# Changelog\n\n## Unreleased\n\n### Breaking\n\n- `Chat.subject` was\n  removed. Take the topic.\n",
		},
		{
			name: "a removed field that is announced as something new", schema: withoutSubject, finds: "- Chat.subject was removed.",
			changelog: "# Changelog\n\n## Unreleased\n\n### Breaking\n\n### Added\n\n- Chat.subject was removed.\n",
		},
		{
			name: "a removed field that was announced for an older version", schema: withoutSubject, finds: "- Chat.subject was removed.",
			changelog: "# Changelog\n\n## Unreleased\n\n- News.\n\n## 1.0.0\n\n### Breaking\n\n- Chat.subject was removed.\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			args := []string{"check.js"}
			for name, text := range map[string]string{"1-published": published, "2-schema": test.schema, "3-changelog": test.changelog} {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			for _, name := range []string{"1-published", "2-schema", "3-changelog"} {
				args = append(args, filepath.Join(dir, name))
			}
			output, err := project.Try(nil, "node", args...)
			if passes := err == nil; passes != (test.finds == "") || !strings.Contains(output, test.finds) {
				t.Errorf("the check ends with %v and says\n%s\nwant to read %q", err, output, test.finds)
			}
		})
	}
}
