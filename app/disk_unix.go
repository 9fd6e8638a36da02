//go:build !windows

package app

import "syscall"

// freeDisk is how many bytes we may still write on the disk that holds the folder.
func freeDisk(path string) (uint64, error) {
	var stat syscall.Statfs_t
	if err := syscall.Statfs(path, &stat); err != nil {
		return 0, err
	}
	return uint64(stat.Bavail) * uint64(stat.Bsize), nil //nolint:gosec,unconvert // other systems have signed numbers here, none of which is negative
}
