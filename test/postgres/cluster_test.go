//go:build linux || darwin

package postgres

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestADurableClusterKeepsWhatWasCommittedThroughEveryEnd(t *testing.T) {
	t.Parallel()
	c := Start(t, Options{Durable: true})
	url := c.URL()
	mustRun(t, url, "CREATE TABLE chat (id text PRIMARY KEY)")
	ends := map[string]func() error{"kill -9": c.Kill9, "an immediate stop": c.StopImmediate, "a stop": c.Stop}
	want := 0
	for name, end := range ends {
		mustRun(t, url, "INSERT INTO chat VALUES ('before "+name+"')")
		want++
		if err := end(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := run(t.Context(), url, "SELECT 1"); err == nil {
			t.Errorf("after %s the server still answers", name)
		}
		if err := c.Start(); err != nil {
			t.Fatalf("start after %s: %v", name, err)
		}
		if n := count(t, c.URL()); n != want {
			t.Errorf("after %s: %d rows, want %d", name, n, want)
		}
	}
	if c.URL() != url {
		t.Errorf("the URL went from %s to %s", url, c.URL())
	}
}

func TestSettingsFollowTheOptions(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		options Options
		want    map[string]string
	}{
		{"a quick cluster gives durability up", Options{}, map[string]string{"fsync": "off", "full_page_writes": "off"}},
		{"a durable cluster is one as in production", Options{Durable: true},
			map[string]string{"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on", "autovacuum": "on"}},
		{"the test's own settings win", Options{Settings: map[string]string{"fsync": "on", "work_mem": "8MB"}},
			map[string]string{"fsync": "on", "work_mem": "8MB"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := Start(t, test.options)
			for name, want := range test.want {
				var got string
				if query(t, c.URL(), "SHOW "+name, &got); got != want {
					t.Errorf("%s is %s, want %s", name, got, want)
				}
			}
		})
	}
}

func TestTheFolderIsDeletedWithTheTest(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(*Cluster) error{
		"while it runs":   func(*Cluster) error { return nil },
		"while it is off": (*Cluster).Kill9,
	} {
		var c *Cluster
		t.Run(name, func(t *testing.T) {
			c = Start(t, Options{})
			if err := end(c); err != nil {
				t.Fatal(err)
			}
		})
		if _, err := os.Stat(c.dir); !os.IsNotExist(err) {
			t.Errorf("%s: the folder is still there (%v)", name, err)
		}
	}
}

func TestAServerThatCannotStartShowsItsLog(t *testing.T) {
	t.Parallel()
	said := failureOf(t, func(t testing.TB) { Start(t, Options{Settings: map[string]string{"shared_buffers": "much"}}) })
	if !strings.Contains(said, `invalid value for parameter "shared_buffers"`) {
		t.Errorf("said %q, want the server's words", said)
	}
}

func TestStartingTwiceAndStoppingTwiceAreErrors(t *testing.T) {
	t.Parallel()
	c := Start(t, Options{})
	if err := c.Start(); err == nil {
		t.Error("a second start is no error")
	}
	if err := c.Stop(); err != nil {
		t.Error(err)
	}
	if err := c.Kill9(); err == nil {
		t.Error("a second stop is no error")
	}
}

func TestTheNewestVersionWithAServerIsTaken(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	for _, program := range []string{"9/bin/initdb", "9/bin/postgres", "15/bin/initdb", "15/bin/postgres", "16/bin/psql", "x/bin/initdb"} {
		file := filepath.Join(root, program)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if dir, ok := newestVersion(root); !ok || dir != filepath.Join(root, "15/bin") {
		t.Errorf("took %q, want 15", dir)
	}
	if dir, ok := newestVersion(t.TempDir()); ok {
		t.Errorf("took %q out of nothing", dir)
	}
}
