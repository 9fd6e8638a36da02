//go:build linux || darwin

package postgres

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"
	"time"
)

// childVariable makes the test program a process that starts a server and waits for its end.
const childVariable = "POSTGRES_TEST_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childVariable) != "" {
		child()
	}
	os.Exit(m.Run())
}

// child exits at SIGUSR1, without cleaning up, as any test process does.
func child() {
	exit := make(chan os.Signal, 1)
	signal.Notify(exit, syscall.SIGUSR1)
	c, err := launch(Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(c.URL(), c.dir)
	<-exit
	os.Exit(0)
}

func TestTheServerEndsWithATestProcess(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		signal syscall.Signal
	}{
		{"that exits", syscall.SIGUSR1},
		{"that is interrupted", syscall.SIGINT},
		{"that is killed", syscall.SIGKILL},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			process := exec.Command(os.Args[0])
			process.Env = append(os.Environ(), childVariable+"=1")
			process.Stderr = os.Stderr
			out, err := process.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := process.Start(); err != nil {
				t.Fatal(err)
			}
			var url, dir string
			if _, err := fmt.Fscanln(out, &url, &dir); err != nil {
				t.Fatal(err)
			}
			mustRun(t, url, "SELECT 1")

			if err := process.Process.Signal(test.signal); err != nil {
				t.Fatal(err)
			}
			_ = process.Wait() // it was ended by us
			for deadline := time.Now().Add(limit); ; time.Sleep(20 * time.Millisecond) {
				if _, err := os.Stat(dir); os.IsNotExist(err) {
					break
				}
				if time.Now().After(deadline) {
					t.Fatal("the folder is still there")
				}
			}
			if err := run(t.Context(), url, "SELECT 1"); err == nil {
				t.Error("the server still answers")
			}
		})
	}
}
