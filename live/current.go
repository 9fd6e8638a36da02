package live

import (
	"context"
	"reflect"

	"github.com/postchat/postchat/db"
)

// Current tells how something is of what the scope sees: at once, and then whenever it is not as it was told last, until ctx ends. read
// reads it. Its error is returned where it fails the first time; later it is read again.
func Current[T any](ctx context.Context, f *Feed, scope *db.Scope, read func(ctx context.Context) (*T, error)) (<-chan *T, error) {
	if _, err := read(ctx); err != nil {
		return nil, err
	}
	var told *T
	return follow(ctx, f, scope.AccountID(), func(ctx context.Context, _ bool) ([]*T, error) {
		now, err := read(ctx)
		if err != nil || reflect.DeepEqual(now, told) {
			return nil, err
		}
		told = now
		return []*T{now}, nil
	}), nil
}
