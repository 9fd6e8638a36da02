package scalar

// Node is an object of the domain that has an id of its own, as a pointer.
type Node any
