//go:build !windows

package app

import (
	"errors"
	"os"
	"syscall"
)

var errLocked = errors.New("the file is locked")

// lockExclusively locks the file until it is closed; errLocked where somebody else has.
func lockExclusively(file *os.File) error {
	err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errLocked
	}
	return err
}
