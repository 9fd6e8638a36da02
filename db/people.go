package db

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// personRow adds the folded e-mail, by which people are found.
type personRow struct {
	postchat.Person `bun:",extend"`

	EmailKey string `bun:"email_key"`
}

// PersonByEmail returns the person of the installation with the e-mail, disabled or not. The key is that of
// postchat.Address.Key.
func (s *Store) PersonByEmail(ctx context.Context, key string) (*postchat.Person, error) {
	person := new(postchat.Person)
	err := s.read.NewSelect().Model(person).Where("email_key = ?", key).Scan(ctx)
	if err := notFound(err, "person"); err != nil {
		return nil, err
	}
	return person, nil
}

// People returns the account's people by name, the disabled ones too.
func (c *Scope) People(ctx context.Context) ([]postchat.Person, error) {
	var people []postchat.Person
	if err := c.selectOne(&people).Order("name", "id").Scan(ctx); err != nil {
		return nil, fmt.Errorf("read people: %w", err)
	}
	return people, nil
}

// Person returns one person of the account.
func (c *Scope) Person(ctx context.Context, id string) (*postchat.Person, error) {
	person := new(postchat.Person)
	if err := notFound(c.selectOne(person).Where("id = ?", id).Scan(ctx), "person"); err != nil {
		return nil, err
	}
	return person, nil
}

// PeopleByID returns people by their ids.
func (c *Scope) PeopleByID(ctx context.Context, ids []string) (map[string]*postchat.Person, error) {
	return byID(ctx, c, "people", ids, func(p *postchat.Person) string { return p.ID })
}

// SavePerson validates the person and stores them, new or changed. An e-mail that another person of the installation has is
// a Conflict on the field email.
func (c *Scope) SavePerson(ctx context.Context, person *postchat.Person) error {
	if err := person.Validate(); err != nil {
		return err
	}
	person.AccountID = c.account
	return c.save(ctx, &personRow{Person: *person, EmailKey: person.Key()}, "person", "email", person.Email)
}

// LockPerson returns one person of the account, who does not change until the transaction ends.
func (c *Scope) LockPerson(ctx context.Context, id string) (*postchat.Person, error) {
	person := new(postchat.Person)
	if err := notFound(c.locked(c.selectOne(person)).Where("id = ?", id).Scan(ctx), "person"); err != nil {
		return nil, err
	}
	return person, nil
}

// LockOwners returns the ids of the owners who can sign in. None of them changes until the transaction ends.
func (c *Scope) LockOwners(ctx context.Context) ([]string, error) {
	var ids []string
	err := c.locked(c.selectOne((*postchat.Person)(nil))).Column("id").Where("role = ?", postchat.RoleOwner).
		Where("disabled_at IS NULL").Order("id").Scan(ctx, &ids)
	if err != nil {
		return nil, fmt.Errorf("read the owners: %w", err)
	}
	return ids, nil
}

// locked makes a query keep its rows from others until the transaction ends. SQLite has one writer anyway.
func (c *Scope) locked(query *bun.SelectQuery) *bun.SelectQuery {
	if c.store.postgres() {
		return query.For("UPDATE")
	}
	return query
}

// Owners returns how many people are owners and can sign in.
func (c *Scope) Owners(ctx context.Context) (int, error) {
	n, err := c.selectOne((*postchat.Person)(nil)).Where("role = ?", postchat.RoleOwner).Where("disabled_at IS NULL").Count(ctx)
	if err != nil {
		return 0, fmt.Errorf("count the owners: %w", err)
	}
	return int(n), nil
}
