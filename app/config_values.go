package app

import (
	"encoding"
	"fmt"
	"log/slog"
	"net/netip"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/graph"
)

// ByteSize is a number of bytes, written as 512KiB, 16MiB, 1GiB or a plain number.
type ByteSize int64

var byteUnits = []struct {
	name string
	size int64
}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}, {"B", 1}}

// UnmarshalText implements encoding.TextUnmarshaler.
func (b *ByteSize) UnmarshalText(text []byte) error {
	number, size := string(text), int64(1)
	for _, unit := range byteUnits {
		if head, found := strings.CutSuffix(number, unit.name); found {
			number, size = strings.TrimSpace(head), unit.size
			break
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 0 || n > (1<<62)/size {
		return fmt.Errorf("must be a size such as 16MiB, not %q", text)
	}
	*b = ByteSize(n * size)
	return nil
}

// String is the size in the largest unit that leaves no rest.
func (b ByteSize) String() string {
	for _, unit := range byteUnits {
		if b != 0 && int64(b)%unit.size == 0 {
			return strconv.FormatInt(int64(b)/unit.size, 10) + unit.name
		}
	}
	return "0"
}

// Address is a postchat.Address that may be empty.
type Address struct{ postchat.Address }

// UnmarshalText implements encoding.TextUnmarshaler.
func (a *Address) UnmarshalText(text []byte) (err error) {
	a.Address, err = postchat.ParseAddress(string(text))
	return err
}

// Networks are some networks, separated by commas.
type Networks []netip.Prefix

// UnmarshalText implements encoding.TextUnmarshaler. A single address is a network of one.
func (n *Networks) UnmarshalText(text []byte) error {
	*n = nil
	for part := range strings.SplitSeq(string(text), ",") {
		part = strings.TrimSpace(part)
		prefix, err := netip.ParsePrefix(part)
		if err != nil {
			address, err := netip.ParseAddr(part)
			if err != nil {
				return fmt.Errorf("must be networks such as 10.0.0.0/8, not %q", part)
			}
			prefix = netip.PrefixFrom(address, address.BitLen())
		}
		*n = append(*n, prefix.Masked())
	}
	return nil
}

// Documents are GraphQL documents from a file; none for an empty name.
type Documents struct{ graph.Documents }

// UnmarshalText reads the file with the name.
func (d *Documents) UnmarshalText(name []byte) error {
	file, err := os.Open(string(name)) // whoever runs the server names the file
	if err != nil {
		return fmt.Errorf("cannot be read: %w", err)
	}
	defer func() { _ = file.Close() }()
	if d.Documents, err = graph.ReadDocuments(file); err != nil {
		return fmt.Errorf("cannot be used: %w", err)
	}
	return nil
}

// LogFormat is the form of the log.
type LogFormat string

// The forms of the log.
const (
	LogText LogFormat = "text"
	LogJSON LogFormat = "json"
)

// setValue parses text into the field that target points to.
func setValue(target any, text string) error {
	switch v := target.(type) {
	case *string:
		*v = text
	case *postchat.Secret:
		*v = postchat.Secret(text)
	case *LogFormat:
		return setChoice(v, text, LogText, LogJSON)
	case *delivery.OnUncertain:
		return setChoice(v, text, delivery.Resend, delivery.Hold)
	case *slog.Level:
		if v.UnmarshalText([]byte(text)) != nil {
			return fmt.Errorf("must be debug, info, warn or error, not %q", text)
		}
	case *int:
		n, err := strconv.Atoi(text)
		if err != nil {
			return fmt.Errorf("must be a whole number, not %q", text)
		}
		*v = n
	case *time.Duration:
		d, err := time.ParseDuration(text)
		if err != nil {
			return fmt.Errorf("must be a duration such as 250ms, 30s or 5m, not %q", text)
		}
		*v = d
	case encoding.TextUnmarshaler:
		return v.UnmarshalText([]byte(text))
	default:
		panic(fmt.Sprintf("no parser for a setting of type %T", target))
	}
	return nil
}

func setChoice[T ~string](target *T, text string, choices ...T) error {
	names := make([]string, len(choices))
	for i, choice := range choices {
		if names[i] = string(choice); names[i] == text {
			*target = choice
			return nil
		}
	}
	return fmt.Errorf("must be %s, not %q", strings.Join(names, " or "), text)
}
