package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"
)

// deviceTime is how long a browser is remembered in which a person signed in, and maxDevices how many are.
const (
	deviceTime = 365 * 24 * time.Hour
	maxDevices = 20
)

// deviceRow is a browser in which a person has signed in.
type deviceRow struct {
	bun.BaseModel `bun:"table:devices"`

	Hash      []byte    `bun:"hash,pk"`
	AccountID string    `bun:"account_id"`
	PersonID  string    `bun:"person_id"`
	UsedAt    time.Time `bun:"used_at"`
}

// DeviceOwner returns the id of the person who signed in with the device before; empty for a device that is not known.
func (s *Store) DeviceOwner(ctx context.Context, hash []byte) (personID string, err error) {
	err = s.read.NewSelect().Model((*deviceRow)(nil)).Column("person_id").Where("hash = ?", hash).
		Where("used_at > ?", s.now().Add(-deviceTime)).Scan(ctx, &personID)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("read device: %w", err)
	}
	return personID, nil
}

// SaveDevice remembers that the person signed in with a device, instead of their old one in the same browser (nil for none),
// and forgets those used longest ago.
func (c *Scope) SaveDevice(ctx context.Context, personID string, hash, old []byte) error {
	row := &deviceRow{Hash: hash, AccountID: c.account, PersonID: personID, UsedAt: c.store.now()}
	if _, err := c.writer().NewInsert().Model(row).Exec(ctx); err != nil {
		return fmt.Errorf("save device: %w", err)
	}
	kept := c.selectOne((*deviceRow)(nil)).Column("hash").Where("person_id = ?", personID).Order("used_at DESC").Limit(maxDevices)
	if old != nil {
		kept = kept.Where("hash <> ?", old)
	}
	_, err := c.writer().NewDelete().Model((*deviceRow)(nil)).Where("account_id = ?", c.account).Where("person_id = ?", personID).
		Where("hash NOT IN (?)", kept).Exec(ctx)
	if err != nil {
		return fmt.Errorf("forget old devices: %w", err)
	}
	return nil
}
