//go:build linux || darwin

package postgres

import (
	"fmt"
	"io"
	"os/exec"
	"syscall"
)

// keeper is a small process that outlives the test process by a moment, to end the server and delete the folder even
// where the test process was killed. It reads a pipe that nobody but the test process holds open: one line with the
// server's process id after each start, an empty one after each stop, and the pipe's end when the process is gone.
type keeper struct {
	cmd  *exec.Cmd
	pipe io.WriteCloser
}

// keeping waits until the server has taken its pid file away, but no longer than 10 s. Asking for the process would not do:
// in a container without an init the dead stay listed for ever.
const keeping = `
pid=
while read -r line; do pid=$line; done
if [ -n "$pid" ]; then
	kill -QUIT "$pid"
	n=0
	while [ $n -lt 100 ] && [ -e "$1/data/postmaster.pid" ]; do sleep 0.1; n=$((n + 1)); done
fi
rm -rf "$1"
`

// newKeeper starts a keeper of the folder.
func newKeeper(dir string) (*keeper, error) {
	cmd := exec.Command("sh", "-c", keeping, "postgres-keeper", dir)
	// Its own process group, for a Ctrl-C must not reach it. No output: go test waits until that is closed.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	pipe, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("make a pipe to the cluster's keeper: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the cluster's keeper: %w", err)
	}
	return &keeper{cmd: cmd, pipe: pipe}, nil
}

// guard tells the keeper which server to end; 0 means none.
func (k *keeper) guard(pid int) {
	line := "\n"
	if pid != 0 {
		line = fmt.Sprintf("%d\n", pid)
	}
	_, _ = io.WriteString(k.pipe, line) // a keeper that is gone cannot be told
}

// finish has the folder deleted and waits for that.
func (k *keeper) finish() error {
	if err := k.pipe.Close(); err != nil {
		return fmt.Errorf("dismiss the cluster's keeper: %w", err)
	}
	if err := k.cmd.Wait(); err != nil {
		return fmt.Errorf("delete the cluster's folder: %w", err)
	}
	return nil
}
