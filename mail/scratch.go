package mail

import (
	"bytes"
	"sync"
)

// scratch holds what is written on the way to a message, so that its memory serves one mail after another.
type scratch struct{ html, rows, plain bytes.Buffer }

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func newScratch() *scratch { return scratches.Get().(*scratch) }

// free makes the scratch ready for the next mail. Nothing that was written to it may be used afterwards.
func (s *scratch) free() {
	s.html.Reset()
	s.rows.Reset()
	s.plain.Reset()
	scratches.Put(s)
}
