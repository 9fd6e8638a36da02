//go:build linux

package bench

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// tick is the unit of the times in /proc: USER_HZ is 100 on every architecture that Go runs on.
const tick = time.Second / 100

// process is what /proc/[pid]/stat says of a process; see proc(5).
type process struct {
	pid, parent int
	name        string
	// cpu is what it has used, together with those of its children that have ended.
	cpu time.Duration
}

// parseProcess parses a line of /proc/[pid]/stat. The name may hold blanks and brackets.
func parseProcess(line string) (process, error) {
	open, end := strings.IndexByte(line, '('), strings.LastIndexByte(line, ')')
	if open < 0 || end < open {
		return process{}, fmt.Errorf("not a line of /proc/[pid]/stat: %q", line)
	}
	p := process{name: line[open+1 : end]}
	fields := strings.Fields(line[end+1:])
	if len(fields) < 15 {
		return process{}, fmt.Errorf("not a line of /proc/[pid]/stat: %q", line)
	}
	numbers := make([]int, 0, 6)
	for _, text := range append([]string{strings.TrimSpace(line[:open]), fields[1]}, fields[11:15]...) {
		n, err := strconv.Atoi(text)
		if err != nil {
			return process{}, fmt.Errorf("not a line of /proc/[pid]/stat: %q", line)
		}
		numbers = append(numbers, n)
	}
	p.pid, p.parent = numbers[0], numbers[1]
	for _, n := range numbers[2:] {
		p.cpu += time.Duration(n) * tick
	}
	return p, nil
}

// processes are all that there are now, by pid.
func processes() (map[int]process, error) {
	paths, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return nil, err
	}
	all := make(map[int]process, len(paths))
	for _, path := range paths {
		line, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended since
		}
		p, err := parseProcess(string(line))
		if err != nil {
			return nil, err
		}
		all[p.pid] = p
	}
	return all, nil
}

// cpuTimes are what the whole machine has used, and what of that is ours: the server's, PostgreSQL's, and that of those who
// make the load, which are this process and pgbench. The kernel's own threads, which write to disk for us, are apart.
type cpuTimes struct {
	at           time.Time
	machine      time.Duration
	server       time.Duration
	database     time.Duration
	load         time.Duration
	kernel       time.Duration
	numberOfCPUs int
}

const kernelThreads = 2 // pid of the parent of them all

func readCPU() (cpuTimes, error) {
	all, err := processes()
	if err != nil {
		return cpuTimes{}, err
	}
	c := cpuTimes{at: time.Now()}
	for _, p := range all {
		to := &c.load
		switch p.name {
		case "postchat":
			to = &c.server
		case "postgres":
			to = &c.database
		}
		for up := p.pid; up > 1; up = all[up].parent {
			if up == kernelThreads {
				c.kernel += p.cpu
			}
			if up == os.Getpid() {
				*to += p.cpu
				break
			}
		}
	}
	stat, err := os.ReadFile("/proc/stat")
	if err != nil {
		return cpuTimes{}, err
	}
	return c, c.addMachine(stat)
}

// addMachine adds what /proc/stat says.
func (c *cpuTimes) addMachine(stat []byte) error {
	for line := range bytes.Lines(stat) {
		fields := strings.Fields(string(line))
		switch {
		case fields[0] == "cpu":
			// user, nice, system and steal; interrupts belong to nobody.
			for _, i := range []int{1, 2, 3, 8} {
				n, err := strconv.Atoi(fields[i])
				if err != nil {
					return fmt.Errorf("not a line of /proc/stat: %q", line)
				}
				c.machine += time.Duration(n) * tick
			}
		case strings.HasPrefix(fields[0], "cpu"):
			c.numberOfCPUs++
		}
	}
	return nil
}

// usage is what was used during a measurement.
type usage struct {
	server, database, load time.Duration
	// foreign is the share of the machine that others used, between 0 and 1.
	foreign float64
}

func (c cpuTimes) since(begin cpuTimes) usage {
	u := usage{server: c.server - begin.server, database: c.database - begin.database, load: c.load - begin.load}
	foreign := (c.machine - begin.machine) - u.server - u.database - u.load - (c.kernel - begin.kernel)
	u.foreign = max(0, float64(foreign)/float64(c.at.Sub(begin.at))/float64(c.numberOfCPUs))
	return u
}

// used runs f and returns what was used meanwhile.
func used(b *testing.B, f func()) usage {
	b.Helper()
	begin, err := readCPU()
	if err != nil {
		b.Fatal(err)
	}
	f()
	end, err := readCPU()
	if err != nil {
		b.Fatal(err)
	}
	return end.since(begin)
}

// memory is what a process has resident, now and at most so far, in bytes.
type memory struct{ now, peak int64 }

// serverMemory is the memory of the one server that this process has started.
func serverMemory(b *testing.B) memory {
	b.Helper()
	all, err := processes()
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range all {
		if p.parent == os.Getpid() && p.name == "postchat" {
			status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.pid))
			if err != nil {
				b.Fatal(err)
			}
			return memory{now: statusBytes(string(status), "VmRSS"), peak: statusBytes(string(status), "VmHWM")}
		}
	}
	b.Fatal("no server is running")
	return memory{}
}

// statusBytes is a line of /proc/[pid]/status such as "VmRSS:	   12345 kB", in bytes; -1 where there is none.
func statusBytes(status, name string) int64 {
	_, rest, found := strings.Cut(status, name+":")
	if number, _, ok := strings.Cut(rest, " kB"); found && ok {
		if n, err := strconv.ParseInt(strings.TrimSpace(number), 10, 64); err == nil {
			return n << 10
		}
	}
	return -1
}

func TestALineOfProcIsRead(t *testing.T) {
	const line = "4242 (a (b) c) S 17 4242 4242 0 -1 4194560 1 2 3 4 100 20 3 1 20 0 8 0 12345 1 2"
	got, err := parseProcess(line)
	if want := (process{pid: 4242, parent: 17, name: "a (b) c", cpu: 124 * tick}); err != nil || got != want {
		t.Errorf("read %+v, %v; want %+v", got, err, want)
	}
	for _, line := range []string{"", "4242 (a) S", "4242 (a) S x 4242 4242 0 -1 4194560 1 2 3 4 100 20 3 1 20 0"} {
		if _, err := parseProcess(line); err == nil {
			t.Errorf("%q was read", line)
		}
	}
	if got := statusBytes("VmHWM:\t  20 kB\nVmRSS:\t   12 kB\n", "VmRSS"); got != 12<<10 {
		t.Errorf("VmRSS is %d", got)
	}
}

func TestTheShareOfOthersIsWhatIsNotOurs(t *testing.T) {
	const stat = "cpu  %d 100 200 9999 9999 9999 9999 100 0 0\ncpu0 1 2\ncpu1 1 2\nintr 5\n"
	begin := cpuTimes{at: time.Unix(0, 0), server: time.Second, kernel: time.Second}
	end := cpuTimes{at: time.Unix(5, 0), server: 3 * time.Second, database: time.Second, load: 2 * time.Second, kernel: 2 * time.Second}
	for c, user := range map[*cpuTimes]int{&begin: 600, &end: 1400} {
		if err := c.addMachine(fmt.Appendf(nil, stat, user)); err != nil {
			t.Fatal(err)
		}
	}
	got := end.since(begin)
	if want := (usage{server: 2 * time.Second, database: time.Second, load: 2 * time.Second, foreign: 0.2}); got != want {
		t.Errorf("got %+v, want %+v: 2 of 10 s are others'", got, want)
	}
}
