//go:build linux || darwin

package postgres

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
)

// debian is where Debian and its kin keep the programs of each major version, out of the PATH.
const debian = "/usr/lib/postgresql"

// Binaries returns the folder of the PostgreSQL programs (postgres, initdb and, mostly, pgbench) that clusters are made
// with: TEST_POSTGRES_BIN where that is set, else Debian's newest, else the one in the PATH, else what `make setup` has put
// into the project's .cache. The error names the command that helps.
func Binaries() (string, error) {
	if dir := os.Getenv("TEST_POSTGRES_BIN"); dir != "" {
		if !holdsServer(dir) {
			return "", errors.New("TEST_POSTGRES_BIN is set to " + dir + ", but there is no initdb in it")
		}
		return dir, nil
	}
	if dir, ok := newestVersion(debian); ok {
		return dir, nil
	}
	if program, err := exec.LookPath("initdb"); err == nil {
		// Links are followed, for the server looks for its files beside itself.
		if program, err = filepath.EvalSymlinks(program); err == nil && holdsServer(filepath.Dir(program)) {
			return filepath.Dir(program), nil
		}
	}
	if dir, ok := projectCache(); ok {
		return dir, nil
	}
	return "", errors.New("PostgreSQL's programs are not on this machine; `make setup` gets them")
}

// newestVersion returns root/N/bin with the highest number N that holds a server.
func newestVersion(root string) (string, bool) {
	entries, _ := os.ReadDir(root) // no folder: no versions
	var versions []int
	for _, entry := range entries {
		if n, err := strconv.Atoi(entry.Name()); err == nil {
			versions = append(versions, n)
		}
	}
	slices.Sort(versions)
	for _, n := range slices.Backward(versions) {
		if dir := filepath.Join(root, strconv.Itoa(n), "bin"); holdsServer(dir) {
			return dir, true
		}
	}
	return "", false
}

// projectCache returns .cache/postgres/bin of the project that the test runs in: go test starts a test in its package's
// folder, so the project is the next folder upwards with a go.mod.
func projectCache() (string, bool) {
	dir, err := os.Getwd()
	if err != nil {
		return "", false
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			bin := filepath.Join(dir, ".cache", "postgres", "bin")
			return bin, holdsServer(bin)
		}
		if dir == filepath.Dir(dir) {
			return "", false
		}
	}
}

// holdsServer reports whether both programs that a cluster needs can be run from the folder. A package of client programs
// brings no postgres.
func holdsServer(dir string) bool {
	for _, name := range []string{"initdb", "postgres"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode()&0o111 == 0 {
			return false
		}
	}
	return true
}
