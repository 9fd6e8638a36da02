package node

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// Serve runs a program of the folder with Node.js until the test ends, with settings added to the environment, and returns where it
// serves: the first line of its output that is an address.
func (p *Project) Serve(env []string, file string) string {
	p.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	command := exec.CommandContext(ctx, "node", file)
	command.Dir, command.Env, command.Stderr, command.WaitDelay = p.dir, append(os.Environ(), env...), p.t.Output(), time.Second
	output, err := command.StdoutPipe()
	if err != nil {
		cancel()
		p.t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		cancel()
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() {
		cancel()
		_ = command.Wait() // it was killed
	})
	return firstAddress(p.t, bufio.NewScanner(output), file)
}

// firstAddress returns the first line that is an address, and has the rest read.
func firstAddress(t testing.TB, lines *bufio.Scanner, file string) string {
	t.Helper()
	found := make(chan string, 1)
	go func() {
		defer close(found)
		for lines.Scan() {
			if line := lines.Text(); strings.HasPrefix(line, "http://") && len(found) == 0 {
				found <- line
			}
		}
	}()
	select {
	case address, served := <-found:
		if !served {
			t.Fatalf("%s ended before it said where it serves", file)
		}
		return address
	case <-time.After(time.Minute):
		t.Fatalf("%s does not say for a minute where it serves", file)
		return ""
	}
}
