//go:build linux || darwin

package server

import (
	"os/exec"
	"runtime"
	"syscall"
)

// process is one life of a server.
type process struct {
	cmd   *exec.Cmd
	ended chan struct{} // closed when it is over and its state is known
}

// launch starts the program. Where the system can, it ends with the test process, also when that is killed.
func launch(cmd *exec.Cmd) (*process, error) {
	// A Ctrl-C is for the tests; they end the server.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	endWithParent(cmd.SysProcAttr)
	p := &process{cmd: cmd, ended: make(chan struct{})}
	started := make(chan error)
	go func() {
		// The parent, to Linux, is the thread.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err != nil {
			return
		}
		defer close(p.ended)
		_ = cmd.Wait() // its state tells the same
	}()
	return p, <-started
}
