package app

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

func testFolder(t *testing.T) folder {
	t.Helper()
	f, err := makeFolder(filepath.Join(t.TempDir(), "a", "b"))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTheKeyIsMadeOnceForItsOwnerAlone(t *testing.T) {
	t.Parallel()
	f := testFolder(t)
	const programs = 8
	keys := make([][]byte, programs)
	var group sync.WaitGroup
	for i := range programs {
		group.Go(func() {
			key, err := f.makeKey()
			if err != nil {
				t.Error(err)
			}
			keys[i] = key
		})
	}
	group.Wait()
	for _, key := range keys[1:] {
		if !bytes.Equal(key, keys[0]) {
			t.Fatal("two programs that began at once have different keys")
		}
	}
	entries, err := os.ReadDir(string(f))
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Name() != keyFile {
		t.Errorf("the folder holds %v, want the key alone", entries)
	}
	if info, err := entries[0].Info(); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the key's file has the mode %v, %v", info.Mode(), err)
	}
	if info, err := os.Stat(string(f)); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("the folder has the mode %v, %v", info.Mode(), err)
	}
}

func TestALostKeyIsNotReplaced(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.ok("token", "create", "one")
	if err := os.Remove(filepath.Join(s.data, keyFile)); err != nil {
		t.Fatal(err)
	}
	contains(t, s.fails(exitFailed, "token", "list"), "has a database but no secret.key", "POSTCHAT_SECRET_KEY")
	if _, err := os.Stat(filepath.Join(s.data, keyFile)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a key was made: %v", err)
	}
}

func TestABrokenKeyFileIsNamed(t *testing.T) {
	t.Parallel()
	f := testFolder(t)
	if err := os.WriteFile(f.path(keyFile), []byte("half a ke"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := f.makeKey(); err == nil || !strings.Contains(err.Error(), f.path(keyFile)+" must be the base64 of 32 bytes") {
		t.Errorf("got %v", err)
	}
}

func TestALockIsFreeAgainWhenItsHolderIsGone(t *testing.T) {
	t.Parallel()
	f := testFolder(t)
	unlock, err := f.lock()
	if err != nil {
		t.Fatal(err)
	}
	var locked *lockedError
	if _, err := f.lock(); !errors.As(err, &locked) {
		t.Fatalf("got %v, want a refusal", err)
	}
	unlock()
	unlock, err = f.lock()
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}
