package app

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

var errLocked = errors.New("the file is locked")

// lockExclusively locks the file until it is closed; errLocked where somebody else has. The lock lies far behind the content,
// as Windows would keep others from reading what is locked.
func lockExclusively(file *os.File) error {
	err := windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0,
		&windows.Overlapped{Offset: 1 << 30})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}
