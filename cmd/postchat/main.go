// Command postchat forwards finished live chats to the right department by mail. `postchat help` lists what it can do.
package main

//go:generate go test . -run TestConfigurationPageIsCurrent -update

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // campaigns have time zones, whatever machine this runs on
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The first signal asks for a graceful stop. From then on the default is back: a second one ends the process at once.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, process{args: os.Args[1:], environ: os.Environ(), stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr}))
}
