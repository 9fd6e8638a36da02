package db

import (
	"errors"
	"fmt"

	"github.com/klauspost/compress/s2"
)

// How a kept webhook body begins, which says what follows.
const (
	asItIs byte = 0
	asS2   byte = 1 // a block of S2, https://github.com/klauspost/compress/tree/master/s2
)

// leastPacked is the size from which on a body is worth packing, in bytes.
const leastPacked = 256

// pack makes a webhook body what is kept of it: in much fewer bytes where it is text that repeats itself, as JSON does. It takes a
// few microseconds, and saves the disk, which limits how many chats are taken in, more than that.
func pack(body []byte) []byte {
	if len(body) >= leastPacked {
		packed := make([]byte, 1+s2.MaxEncodedLen(len(body)))
		packed[0] = asS2
		if packed = packed[:1+len(s2.Encode(packed[1:], body))]; len(packed) < len(body) {
			return packed
		}
	}
	return append([]byte{asItIs}, body...)
}

// unpack returns the body that was packed.
func unpack(kept []byte) ([]byte, error) {
	switch {
	case len(kept) == 0:
		return nil, errors.New("unpack a webhook body: nothing is kept")
	case kept[0] == asItIs:
		return kept[1:], nil
	case kept[0] == asS2:
		body, err := s2.Decode(nil, kept[1:])
		if err != nil {
			return nil, fmt.Errorf("unpack a webhook body: %w", err)
		}
		return body, nil
	}
	return nil, fmt.Errorf("unpack a webhook body: it begins with %d, which this version does not know", kept[0])
}
