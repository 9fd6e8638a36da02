//go:build linux || darwin

package postgres

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"net"
	"os"
	"strconv"
	"syscall"
)

// Options says what kind of cluster a test needs. The zero value is a quick one that a crash may ruin.
type Options struct {
	// Durable keeps what was committed through a kill, as a server in production does: fsync, full-page writes and
	// synchronous commits are on, and so is autovacuum. For fault tests and benchmarks.
	Durable bool
	// Settings are settings of postgresql.conf, which win over the ones chosen here.
	Settings map[string]string
}

// settings are the server's settings for the options.
func (o Options) settings() map[string]string {
	s := map[string]string{
		"listen_addresses":        "127.0.0.1",
		"unix_socket_directories": "", // Debian's default folder is not ours to write to
		"max_connections":         "200",
		// Files in the cluster's folder, which go with it; POSIX shared memory would outlive a kill.
		"dynamic_shared_memory_type": "mmap",
		// A time zone that nobody expects, so that code which leans on the server's shows.
		"timezone": "<+0545>-05:45",
	}
	if !o.Durable {
		s["fsync"], s["full_page_writes"], s["synchronous_commit"], s["autovacuum"] = "off", "off", "off", "off"
		s["min_wal_size"], s["max_wal_size"] = "32MB", "128MB" // it may be memory
	}
	maps.Copy(s, o.Settings)
	return s
}

// newFolder makes the cluster's folder: among the temporary files or, for a quick cluster and where there is plenty of it,
// in memory, for a database is 300 small files, which some disks take ten times longer to make.
func newFolder(o Options) (string, error) {
	const pattern = "postchat-postgres-"
	if !o.Durable && available(memory) >= 4<<30 {
		if dir, err := os.MkdirTemp(memory, pattern); err == nil {
			return dir, nil
		}
	}
	dir, err := os.MkdirTemp("", pattern)
	if err != nil {
		return "", fmt.Errorf("make a folder for the cluster: %w", err)
	}
	return dir, nil
}

// memory is where Linux has a file system in memory.
const memory = "/dev/shm"

// available returns how many bytes may still be written below the folder, 0 if there is no such folder.
func available(folder string) uint64 {
	var fs syscall.Statfs_t
	if err := syscall.Statfs(folder, &fs); err != nil {
		return 0
	}
	return fs.Bavail * uint64(fs.Bsize)
}

// freePort returns a port that nobody listens on, below those that systems give to outgoing connections: a client that
// knocks while the server is down could otherwise be given the server's port, and keep it.
func freePort() (int, error) {
	var err error
	for range 100 {
		port := 20000 + rand.IntN(12000)
		var l net.Listener
		if l, err = net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port))); err == nil {
			return port, l.Close()
		}
	}
	return 0, fmt.Errorf("find a free port: %w", err)
}
