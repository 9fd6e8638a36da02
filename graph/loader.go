package graph

import (
	"context"
	"slices"
	"sync"

	"github.com/postchat/postchat"
)

// loader reads what fields of many rows need, once for all of them. Ids that are sure to be in the answer are announced
// with expect, when the rows that hold them were read; the first load then reads them all. So the number of statements
// depends neither on that of the rows nor on who is faster. It lives as long as one field of Query or Mutation.
type loader[V any] struct {
	// what is the name of a row, for those that are not there; empty where nothing is a fine answer, as for lists.
	what string
	// read returns the values of the ids; those that are left out are not there.
	read func(ctx context.Context, ids []string) (map[string]V, error)
	// then announces to other loaders what a value makes expectable; may be nil.
	then func(V)

	expecting sync.Mutex
	expected  []string

	reading sync.Mutex
	values  map[string]loaded[V]
	err     error
}

type loaded[V any] struct {
	value V
	there bool
}

// maxIDs bounds the ids in one statement.
const maxIDs = 1000

// expect announces ids.
func (l *loader[V]) expect(ids ...string) {
	l.expecting.Lock()
	defer l.expecting.Unlock()
	l.expected = append(l.expected, ids...)
}

// load returns the value of an id, reading it and all that is expected if need be. A row that is not there is NotFound.
func (l *loader[V]) load(ctx context.Context, id string) (V, error) {
	l.reading.Lock()
	defer l.reading.Unlock()
	if _, known := l.values[id]; !known && l.err == nil {
		l.err = l.fetch(ctx, id)
	}
	found := l.values[id]
	switch {
	case l.err != nil:
		return found.value, l.err
	case !found.there && l.what != "":
		return found.value, postchat.NotFoundf("There is no such %s.", l.what)
	}
	return found.value, nil
}

// find is load for a reference that may be empty: the zero value then.
func (l *loader[V]) find(ctx context.Context, id string) (V, error) {
	if id == "" {
		var none V
		return none, nil
	}
	return l.load(ctx, id)
}

func (l *loader[V]) fetch(ctx context.Context, id string) error {
	l.expecting.Lock()
	ids := append(l.expected, id)
	l.expected = nil
	l.expecting.Unlock()
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id string) bool {
		_, known := l.values[id]
		return known || id == ""
	})
	if l.values == nil {
		l.values = make(map[string]loaded[V], len(ids))
	}
	for some := range slices.Chunk(ids, maxIDs) {
		values, err := l.read(ctx, some)
		if err != nil {
			return err
		}
		for _, id := range some {
			value, there := values[id]
			l.values[id] = loaded[V]{value, there}
			if there && l.then != nil {
				l.then(value)
			}
		}
	}
	return nil
}

// variants are the loaders of a field that takes arguments: one for each choice of them that the query makes.
type variants[A comparable, V any] struct {
	make func(A) *loader[V]

	mu       sync.Mutex
	expected []string
	made     map[A]*loader[V]
}

// expect announces ids to all of them.
func (v *variants[A, V]) expect(ids ...string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.expected = append(v.expected, ids...)
	for _, l := range v.made {
		l.expect(ids...)
	}
}

// of returns the loader for these arguments.
func (v *variants[A, V]) of(arguments A) *loader[V] {
	v.mu.Lock()
	defer v.mu.Unlock()
	l, known := v.made[arguments]
	if !known {
		l = v.make(arguments)
		l.expect(v.expected...)
		if v.made == nil {
			v.made = map[A]*loader[V]{}
		}
		v.made[arguments] = l
	}
	return l
}
