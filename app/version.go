package app

import (
	"context"
	"flag"
	"runtime"
	"runtime/debug"
	"time"
)

func versionCommand() *command {
	return &command{
		name: "version", short: "Say which version this is.",
		long: "Says which version this is, and what it was built with.", example: "postchat version",
		prepare: func(*flag.FlagSet) action {
			return func(_ context.Context, inv invocation) error {
				inv.printf("postchat %s (%s %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
				return nil
			}
		},
	}
}

// version is the module's version, with the commit where it was built from a work tree.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "of unknown version"
	}
	return info.Main.Version
}

// builtFrom is when the commit was made that this program was built from; zero where the build does not tell.
func builtFrom() time.Time {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return time.Time{}
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			at, err := time.Parse(time.RFC3339, s.Value)
			if err == nil {
				return at
			}
		}
	}
	return time.Time{}
}
