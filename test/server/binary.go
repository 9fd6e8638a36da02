//go:build linux || darwin

package server

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// folder is where Run lets the program be built; empty outside Run.
var folder string

// Run runs the tests of a package that starts servers, and removes the program afterwards that they had built. Call it from
// TestMain:
//
//	func TestMain(m *testing.M) { os.Exit(server.Run(m)) }
func Run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "postchat-server-")
	if err != nil {
		fmt.Fprintf(os.Stderr, "make a folder for the program: %v\n", err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	folder = dir
	return m.Run()
}

// builds are the programs that were built, or are being built, by their trees and packages.
var builds sync.Map

// binary builds the program, once per test process, with the race detector where the tests have it, and returns its path.
func binary(tree, program string) (string, error) {
	once, _ := builds.LoadOrStore([2]string{tree, program}, sync.OnceValues(func() (string, error) { return build(tree, program) }))
	return once.(func() (string, error))()
}

func build(tree, program string) (string, error) {
	if folder == "" {
		return "", errors.New("build postchat: the package's TestMain must call server.Run")
	}
	root, err := Root()
	if err != nil {
		return "", err
	}
	if err := lookAtSources(root); err != nil {
		return "", err
	}
	path, err := os.MkdirTemp(folder, "")
	if err != nil {
		return "", err
	}
	path = filepath.Join(path, filepath.Base(program))
	args := []string{"build", "-o", path}
	if raceDetector {
		args = append(args, "-race")
	}
	compile := exec.Command("go", append(args, program)...)
	compile.Dir = cmp.Or(tree, root)
	if out, err := compile.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%s: %w\n%s", compile, err, out)
	}
	return path, nil
}

// lookAtSources has go test know what the program is made of: it takes an old result for the new one unless a file has changed
// at which the test process itself has looked, and the program is built by another.
func lookAtSources(root string) error {
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && path != root && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "node_modules") {
			return fs.SkipDir
		}
		if entry.Type().IsRegular() {
			_, err = os.Stat(path)
		}
		return err
	})
}

// Root returns the folder of this module's go.mod, which is the working directory of the test or above it.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the module: %w", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("find the module: no go.mod above the working directory")
		}
		dir = parent
	}
}
