package db_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestAWishThatTwoServersHearAtOnceIsFulfilledOnce(t *testing.T) {
	stores.Replicas(t, func(t *testing.T, one, other *db.Store) {
		s := stores.Sample(t, one)
		wish := db.Wish{Key: "the same", Operation: "send", Input: 1}
		var done atomic.Int32
		inside, goOn := make(chan struct{}), make(chan struct{})
		var wg sync.WaitGroup
		ask := func(store *db.Store, do func(ctx context.Context, tx *db.Scope) (string, error)) {
			wg.Go(func() {
				if id, err := store.Account(s.Account.ID).Once(t.Context(), wish, do); id != "object" || err != nil {
					t.Errorf("the wish came to %q, %v", id, err)
				}
			})
		}
		ask(one, func(context.Context, *db.Scope) (string, error) {
			close(inside)
			<-goOn
			done.Add(1)
			return "object", nil
		})
		<-inside // the key is noted and not committed: the others have to wait for what becomes of it
		for range 3 {
			ask(other, func(context.Context, *db.Scope) (string, error) {
				done.Add(1)
				return "object", nil
			})
		}
		close(goOn)
		wg.Wait()
		if n := done.Load(); n != 1 {
			t.Errorf("one wish was fulfilled %d times", n)
		}
	})
}

func TestAWishThatFailsOnOneServerIsFulfilledByTheOther(t *testing.T) {
	stores.Replicas(t, func(t *testing.T, one, other *db.Store) {
		s := stores.Sample(t, one)
		wish := db.Wish{Key: "the same", Operation: "send"}
		failed := errors.New("no")
		inside, goOn, first := make(chan struct{}), make(chan struct{}), make(chan error)
		go func() {
			_, err := one.Account(s.Account.ID).Once(t.Context(), wish, func(context.Context, *db.Scope) (string, error) {
				close(inside)
				<-goOn
				return "", failed
			})
			first <- err
		}()
		<-inside
		second := make(chan string)
		go func() {
			id, err := other.Account(s.Account.ID).Once(t.Context(), wish, func(context.Context, *db.Scope) (string, error) { return "object", nil })
			if err != nil {
				t.Error(err)
			}
			second <- id
		}()
		close(goOn)
		if err := <-first; !errors.Is(err, failed) {
			t.Errorf("the first came to %v", err)
		}
		if id := <-second; id != "object" {
			t.Errorf("the second came to %q", id)
		}
	})
}

func TestAKeyIsForOneWishOfOneAccountAndIsForgottenInTime(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		other := store.Account(stores.OtherAccount(t, store).ID)
		times := 0
		ask := func(scope *db.Scope, w db.Wish) error {
			_, err := scope.Once(t.Context(), w, func(context.Context, *db.Scope) (string, error) { times++; return "object", nil })
			return err
		}
		wish := db.Wish{Key: "é key", Operation: "send", Input: []string{"a"}}
		for name, step := range map[string]db.Wish{
			"another operation": {Key: wish.Key, Operation: "move", Input: wish.Input},
			"another input":     {Key: wish.Key, Operation: wish.Operation, Input: []string{"b"}},
		} {
			if err := ask(s.Scope, wish); err != nil {
				t.Fatal(err)
			}
			err := ask(s.Scope, step)
			if problems := postchat.Problems(err); len(problems) != 1 || problems[0].Kind != postchat.Conflict || problems[0].Field != "idempotencyKey" {
				t.Errorf("%s under the same key gives %v", name, err)
			}
		}
		if err := ask(other, db.Wish{Key: wish.Key, Operation: "move"}); err != nil {
			t.Errorf("the same key in another account gives %v", err)
		}
		fulfilled := func(want int) {
			t.Helper()
			if err := store.ForgetWishes(t.Context()); err != nil {
				t.Fatal(err)
			}
			if err := ask(s.Scope, wish); err != nil || times != want {
				t.Errorf("wishes were fulfilled %d times, not %d; %v", times, want, err)
			}
		}
		fulfilled(2)
		clock.Move(24 * time.Hour)
		fulfilled(2)
		clock.Move(25 * time.Hour)
		fulfilled(3)
	})
}
