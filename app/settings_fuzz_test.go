package app

import (
	"os"
	"path/filepath"
	"testing"
)

// Whatever the file, reading it never panics; and what is taken is the same when it is written and read again.
func FuzzSettings(f *testing.F) {
	for _, pattern := range []string{"*.yaml", filepath.Join("wrong", "*.yaml")} {
		files, err := filepath.Glob(filepath.Join("testdata", "settings", pattern))
		if err != nil || len(files) == 0 {
			f.Fatal("no seeds", err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	f.Add(demoSettings)
	f.Fuzz(func(t *testing.T, text []byte) {
		file, err := parseSettings(text, builtIn(), settingsFile{})
		if err != nil {
			return
		}
		written, err := file.write()
		if err != nil {
			t.Fatal(err)
		}
		again, err := parseSettings(written, builtIn(), settingsFile{})
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, written)
		}
		if d := compare(file, again); len(d.lines) > 0 {
			t.Errorf("written and read again it differs: %q\n%s", d.lines, written)
		}
	})
}
