package live

import (
	"context"
	"reflect"

	"github.com/postchat/postchat/db"
)

// Ledger is the ledger of the days that are watched, as it is now.
type Ledger struct{ Days []db.LedgerDay }

// LedgerChanged tells the ledger of the days from first to last, of the campaigns or, without any, of all, whenever it changes,
// until ctx ends. The first event comes at once. It is Invalid where db.Scope.LedgerDays is.
func (f *Feed) LedgerChanged(ctx context.Context, scope *db.Scope, first, last string, campaigns ...string) (<-chan *Ledger, error) {
	if _, err := scope.LedgerDays(ctx, first, last, campaigns...); err != nil {
		return nil, err
	}
	var told []db.LedgerDay
	begun := false
	return follow(ctx, f, scope.AccountID(), func(ctx context.Context, _ bool) ([]*Ledger, error) {
		days, err := scope.LedgerDays(ctx, first, last, campaigns...)
		if err != nil || begun && reflect.DeepEqual(days, told) {
			return nil, err
		}
		begun, told = true, days
		return []*Ledger{{days}}, nil
	}), nil
}
