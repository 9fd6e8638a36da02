package sheet

import (
	"context"
	"errors"
	"net/http"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// Breaking returns a handler whose one list breaks off after so many rows.
func Breaking(o Options, after int) http.Handler {
	h := NewHandler(o).(*handler)
	h.lists = map[string]list{"broken": {
		needs: postchat.PermissionRead, columns: []string{"text"},
		open: func(Options, *parameters) rows {
			return func(_ context.Context, _ *db.Scope, to *writer) error {
				for range after {
					if err := to.row("a row of the file"); err != nil {
						return err
					}
				}
				return errors.New("the database is away")
			}
		},
	}}
	return h
}

// Waiting returns a handler whose one list is written when the channel is closed, and how many it writes at once.
func Waiting(o Options, until <-chan struct{}) (http.Handler, int) {
	h := NewHandler(o).(*handler)
	h.lists = map[string]list{"waiting": {
		needs: postchat.PermissionRead, columns: []string{"text"},
		open: func(Options, *parameters) rows {
			return func(context.Context, *db.Scope, *writer) error { <-until; return nil }
		},
	}}
	return h, maxFiles
}

// Parameters are the names of the parameters of a list.
func Parameters(name string) []string {
	p := &parameters{known: map[string]bool{}}
	lists[name].open(Options{}, p)
	var names []string
	for known := range p.known {
		names = append(names, known)
	}
	return names
}

// Lists are the names of all lists, each with its columns.
func Lists() map[string][]string {
	all := map[string][]string{}
	for name, list := range lists {
		all[name] = list.columns
	}
	return all
}
