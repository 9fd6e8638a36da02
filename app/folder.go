package app

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// The files of a data folder.
const (
	databaseFile = "postchat.db"
	keyFile      = "secret.key"
	lockFile     = "lock"
)

// folder is the data folder.
type folder string

// makeFolder makes the data folder where it is missing, for its owner's eyes only.
func makeFolder(path string) (folder, error) {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return "", fmt.Errorf("make the data folder: %w", err)
	}
	return folder(path), nil
}

func (f folder) path(name string) string { return filepath.Join(string(f), name) }

// has reports whether the file is there.
func (f folder) has(name string) bool {
	_, err := os.Stat(f.path(name))
	return err == nil
}

// key returns the key in the folder; fs.ErrNotExist is inside the error where there is none.
func (f folder) key() ([]byte, error) {
	text, err := os.ReadFile(f.path(keyFile))
	if err != nil {
		return nil, fmt.Errorf("read the secret key: %w", err)
	}
	key, err := decodeKey(postchat.Secret(text))
	if err != nil {
		return nil, fmt.Errorf("the file %s %w", f.path(keyFile), err)
	}
	return key, nil
}

// makeKey makes the folder's key unless it has one, and returns it. Of two programs that make one at once, both return the
// same. It refuses where a database is there without its key: a new one would not open its secrets.
func (f folder) makeKey() ([]byte, error) {
	key, err := f.key()
	if !errors.Is(err, fs.ErrNotExist) {
		return key, err
	}
	if f.has(databaseFile) {
		return nil, fmt.Errorf("the data folder %s has a database but no %s; put the file back from a backup, or give the key as "+
			"POSTCHAT_SECRET_KEY", string(f), keyFile)
	}
	key = make([]byte, db.KeySize)
	_, _ = rand.Read(key) // never fails
	if err := f.addFile(keyFile, base64.StdEncoding.EncodeToString(key)+"\n"); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("keep the secret key: %w", err)
	}
	return f.key()
}

// addFile makes a file whole or not at all: nobody reads half of it, not even after a crash. fs.ErrExist is inside the error
// where it is there already.
func (f folder) addFile(name, content string) error {
	temporary, err := os.CreateTemp(string(f), "."+name+"-*") // mode 0600
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temporary.Name()) }()
	_, err = temporary.WriteString(content)
	if err = errors.Join(err, temporary.Sync(), temporary.Close()); err != nil {
		return err
	}
	return os.Link(temporary.Name(), f.path(name))
}

// lockedError is a data folder that another server uses.
type lockedError struct{ folder, owner string }

// Error says who has it and what can be done.
func (e *lockedError) Error() string {
	return fmt.Sprintf("another postchat server%s is using the data folder %s; stop it first, or give this one another folder with "+
		"-data. Several servers can share a PostgreSQL database: see -database-url", e.owner, e.folder)
}

// lock takes the folder for this process until unlock is called or the process ends, however it ends. It is a *lockedError
// where another process has it.
func (f folder) lock() (unlock func(), err error) {
	file, err := os.OpenFile(f.path(lockFile), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock the data folder: %w", err)
	}
	if err := lockExclusively(file); err != nil {
		owner, _ := os.ReadFile(f.path(lockFile))
		_ = file.Close()
		if !errors.Is(err, errLocked) {
			return nil, fmt.Errorf("lock the data folder: %w", err)
		}
		locked := &lockedError{folder: string(f)}
		if pid := strings.TrimSpace(string(owner)); pid != "" {
			locked.owner = " (process " + pid + ")"
		}
		return nil, locked
	}
	// Only for the words of whoever comes second: the lock itself is the system's.
	_ = file.Truncate(0)
	_, _ = fmt.Fprintf(file, "%d\n", os.Getpid())
	return func() { _ = file.Close() }, nil
}
