package outbound

// Allowed is allowed, for tests: most of these addresses must not be connected to.
var Allowed = allowed
