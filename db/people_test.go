package db_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

// person adds a person to the first account.
func person(t *testing.T, store *db.Store, email string) (*db.Scope, *postchat.Person) {
	t.Helper()
	account, err := store.FirstAccount(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	scope := store.Account(account.ID)
	p := &postchat.Person{ID: postchat.NewID(postchat.Now()), Email: email, Name: "Dana", Role: postchat.RoleOwner, CreatedAt: postchat.Now()}
	if err := scope.SavePerson(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return scope, p
}

func TestTheDevicesUsedLongestAgoAreForgotten(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		scope, dana := person(t, store, "dana@acme.example")
		device := func(n int) []byte { return []byte("device " + strconv.Itoa(n)) }
		for n := range 25 {
			if err := scope.SaveDevice(t.Context(), dana.ID, device(n), nil); err != nil {
				t.Fatal(err)
			}
			clock.Move(time.Minute)
		}
		known := func(n int) bool {
			owner, err := store.DeviceOwner(t.Context(), device(n))
			if err != nil || owner != "" && owner != dana.ID {
				t.Fatal(owner, err)
			}
			return owner != ""
		}
		for n := range 25 {
			if known(n) != (n >= 5) {
				t.Errorf("device %d is known: %t", n, known(n))
			}
		}
		if err := scope.SaveDevice(t.Context(), dana.ID, device(30), device(24)); err != nil {
			t.Fatal(err)
		}
		if known(24) || !known(30) {
			t.Error("a device does not take the place of the old one in its browser")
		}
		clock.Move(365 * 24 * time.Hour)
		if known(30) {
			t.Error("a device is known after a year")
		}
	})
}

func TestAnEMailBelongsToOnePersonOfTheInstallation(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		person(t, store, "dana@acme.example")
		theirs := store.Account(stores.OtherAccount(t, store).ID)
		again := &postchat.Person{
			ID: postchat.NewID(postchat.Now()), Email: "Dana@acme.example", Name: "Dana", Role: postchat.RoleOwner, CreatedAt: postchat.Now(),
		}
		if err := theirs.SavePerson(t.Context(), again); !postchat.IsKind(err, postchat.Conflict) {
			t.Errorf("a second person is answered %v", err)
		}
		if owners, err := theirs.Owners(t.Context()); owners != 0 || err != nil {
			t.Errorf("the other account has %d owners, %v", owners, err)
		}
	})
}
