package sheet

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// byteOrderMark makes Excel read a file as UTF-8.
const byteOrderMark = "\uFEFF"

// writer writes a CSV file as RFC 4180 has it.
type writer struct {
	out *bufio.Writer
	csv *csv.Writer
}

// bufferSize is how much of a file is held back before it goes out. What goes wrong until then is answered as an error.
const bufferSize = 64 << 10

func newWriter(to io.Writer, bom bool) *writer {
	out := bufio.NewWriterSize(to, bufferSize)
	if bom {
		_, _ = out.WriteString(byteOrderMark) // fits the buffer
	}
	lines := csv.NewWriter(out)
	lines.UseCRLF = true
	return &writer{out: out, csv: lines}
}

// row writes a row of values, made harmless.
func (w *writer) row(values ...string) error {
	safe := make([]string, len(values)) // not in place: the columns' names are everybody's
	for i, value := range values {
		safe[i] = harmless(value)
	}
	return w.csv.Write(safe)
}

// flush writes what was held back.
func (w *writer) flush() error {
	w.csv.Flush()
	return errors.Join(w.csv.Error(), w.out.Flush())
}

// harmless puts an apostrophe before what a spreadsheet would take for a formula, so that what a visitor typed is never worked
// out on the computer of whoever opens the file. The list is OWASP's on CSV injection, with the full-width forms of its characters.
func harmless(value string) string {
	if first, size := utf8.DecodeRuneInString(value); size > 0 && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + value
	}
	return value
}

// moment is a time as RFC 3339 writes it, in the zone, to the second; empty for the zero time.
func moment(t time.Time, zone *time.Location) string {
	if t.IsZero() {
		return ""
	}
	return t.In(zone).Format(time.RFC3339)
}

// yes is a value that is either true or false.
func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}
