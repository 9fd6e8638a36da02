package app

import "runtime/debug"

// How a server uses memory. What lives in it is small, some 10 MB under load, and Go's default would collect garbage at twice
// that, many times a second: with gcPercent it takes 40 MB more at the peak, and a tenth less of the processor's time. Where
// much lives at once, as with very large webhooks, memoryLimit has it collect more often instead of taking five times as much.
const (
	gcPercent   = 400
	memoryLimit = 256 << 20 // bytes; Go's GOMEMLIMIT, which is soft
)

// tuneMemory sets Go's collector up for a server, unless whoever runs it has done so by Go's own variables.
func tuneMemory(getenv func(string) string) {
	if getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}
