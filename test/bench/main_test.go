//go:build linux

package bench

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat/test/server"
)

func TestMain(m *testing.M) {
	flag.Var(&clients, "clients", "how many clients post at once, one number after the other")
	os.Exit(server.Run(m))
}

// How much is measured. `go test ./test/bench -bench Ingest -run '^$' -turns 1 -window 2s` is a quick look.
var (
	turns     = flag.Int("turns", 5, "how many times everybody is measured; the medians count")
	window    = flag.Duration("window", 4*time.Second, "how long one measurement of ingest lasts, in whole seconds")
	chatCount = flag.Int("chats", 2000, "how many chats go from end to end")
	clients   = counts{1, 16, 64}
)

// counts are numbers greater than 0, written as 1,16,64.
type counts []int

// String implements flag.Value.
func (c *counts) String() string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint([]int(*c)), " ", ","), "[]")
}

// Set implements flag.Value.
func (c *counts) Set(text string) error {
	*c = nil
	for one := range strings.SplitSeq(text, ",") {
		n, err := strconv.Atoi(one)
		if err != nil || n < 1 {
			return fmt.Errorf("%q is not a number of clients", one)
		}
		*c = append(*c, n)
	}
	return nil
}

const (
	// warmUp comes before each window and does not count.
	warmUp = time.Second
	// limit guards every wait for something that takes a moment.
	limit = 2 * time.Minute
)
