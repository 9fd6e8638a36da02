package app

import "golang.org/x/sys/windows"

// freeDisk is how many bytes we may still write on the disk that holds the folder.
func freeDisk(path string) (uint64, error) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return 0, err
	}
	var free uint64
	err = windows.GetDiskFreeSpaceEx(name, &free, nil, nil)
	return free, err
}
