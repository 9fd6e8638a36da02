package db

import (
	"bytes"
	"crypto/rand"
	"strings"
	"testing"
)

func TestAWebhookBodyIsUnpackedAsItCame(t *testing.T) {
	t.Parallel()
	random := make([]byte, 10_000)
	_, _ = rand.Read(random)
	text := []byte(strings.Repeat(`{"id":"m-1","role":"visitor","text":"Do you deliver on Sundays?"},`, 100))
	for name, body := range map[string][]byte{
		"nothing": {}, "a word": []byte("x"), "text": text, "noise": random, "zeros": make([]byte, 16<<20),
	} {
		kept := pack(body)
		if got, err := unpack(kept); err != nil || !bytes.Equal(got, body) {
			t.Errorf("%s comes back as %d bytes of %d, %v", name, len(got), len(body), err)
		}
		if len(kept) > len(body)+1 {
			t.Errorf("%s of %d bytes takes %d", name, len(body), len(kept))
		}
	}
	if kept := pack(text); len(kept) > len(text)/2 {
		t.Errorf("text of %d bytes takes %d", len(text), len(kept))
	}
}

func TestWhatIsNoPackedBodyIsNotUnpacked(t *testing.T) {
	t.Parallel()
	for name, kept := range map[string][]byte{
		"nothing": {}, "another kind": {9, 1, 2}, "a broken block": {asS2, 0xff, 0xff, 0xff}, "half a block": pack(bytes.Repeat([]byte("half "), 200))[:20],
	} {
		if got, err := unpack(kept); err == nil {
			t.Errorf("%s is unpacked to %d bytes", name, len(got))
		}
	}
}
