// Package postchat holds the nouns of Postchat and their rules: campaigns with goals and success codes, the table of
// follow-up addresses, chats with transcripts, follow-ups, decisions, mails and deliveries.
//
// It imports nothing but the standard library and golang.org/x/net/idna, so that every other package can speak its words.
// Fields carry bun tags as plain strings where the stored shape is the struct's own; package db adds row structs elsewhere.
package postchat

import (
	"crypto/rand"
	"encoding/hex"
	"time"
)

// NewID returns a new UUIDv7 (RFC 9562, section 5.7) made from now and random bits, in its usual text form.
// Ids made later sort later, to the millisecond.
func NewID(now time.Time) string {
	var u [16]byte
	_, _ = rand.Read(u[6:]) // crypto/rand.Read never fails
	setTime(&u, now)
	return formatID(u)
}

// FirstID returns the id that sorts before every id that was made at the moment or later, to the millisecond, and after
// those that were made before it.
func FirstID(at time.Time) string {
	var u [16]byte
	setTime(&u, at)
	return formatID(u)
}

func setTime(u *[16]byte, at time.Time) {
	ms := max(at.UnixMilli(), 0)
	for i := range 6 {
		u[i] = byte(ms >> (40 - 8*i)) //nolint:gosec // the cut to one byte is the point
	}
}

func formatID(u [16]byte) string {
	u[6] = u[6]&0x0f | 0x70
	u[8] = u[8]&0x3f | 0x80
	var text [36]byte
	hex.Encode(text[0:8], u[0:4])
	hex.Encode(text[9:13], u[4:6])
	hex.Encode(text[14:18], u[6:8])
	hex.Encode(text[19:23], u[8:10])
	hex.Encode(text[24:36], u[10:16])
	text[8], text[13], text[18], text[23] = '-', '-', '-', '-'
	return string(text[:])
}

// Now is the wall clock in UTC, cut to the microsecond that both databases keep.
func Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }
