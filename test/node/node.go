// Package node runs what tests have in Node.js: the clients and services of others' making that the API must get along with. It
// fails where Node.js is missing, with the command that helps.
package node

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// oldest is the oldest major version of Node.js that the tests run with.
const oldest = 20

// Project is a folder with a package.json and a package-lock.json whose packages are installed.
type Project struct {
	t   testing.TB
	dir string
}

// Install installs a folder's packages as its package-lock.json names them, without running their scripts, unless they are there.
// Only one test at a time may have the folder.
func Install(t testing.TB, dir string) *Project {
	t.Helper()
	lookForNode(t)
	p := &Project{t, dir}
	lock, err := os.ReadFile(filepath.Join(dir, "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(lock)
	mark, stamp := filepath.Join(dir, "node_modules", ".installed"), hex.EncodeToString(sum[:])
	if installed, err := os.ReadFile(mark); err == nil && string(installed) == stamp {
		return p
	}
	p.Run(nil, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
	if err := os.WriteFile(mark, []byte(stamp), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

// Run runs a program, or one that an installed package brings, in the folder, with settings added to the environment, and returns
// what it writes. It fails the test when the program does.
func (p *Project) Run(env []string, name string, args ...string) string {
	p.t.Helper()
	output, err := p.Try(env, name, args...)
	if err != nil {
		p.t.Fatalf("%s %s in %s: %v\n%s", name, strings.Join(args, " "), p.dir, err, output)
	}
	return output
}

// Try is Run for a program that may fail.
func (p *Project) Try(env []string, name string, args ...string) (output string, err error) {
	path, err := filepath.Abs(filepath.Join(p.dir, "node_modules", ".bin", name))
	if err != nil || !isFile(path) {
		path = name
	}
	command := exec.CommandContext(p.t.Context(), path, args...)
	command.Dir, command.Env = p.dir, append(os.Environ(), env...)
	written, err := command.CombinedOutput()
	return string(written), err
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func lookForNode(t testing.TB) {
	t.Helper()
	const help = "Run scripts/setup, which installs it where it may, or install Node.js 20 or newer with npm:\n  sudo apt-get install nodejs npm"
	if _, err := exec.LookPath("npm"); err != nil {
		t.Fatalf("npm is not on this machine. %s", help)
	}
	version, err := exec.CommandContext(t.Context(), "node", "--version").Output()
	if err != nil {
		t.Fatalf("Node.js is not on this machine: %v. %s", err, help)
	}
	major, _, _ := strings.Cut(strings.TrimPrefix(string(version), "v"), ".")
	if number, err := strconv.Atoi(major); err != nil || number < oldest {
		t.Fatalf("Node.js here is %s, which is too old. %s", bytes.TrimSpace(version), help)
	}
}
