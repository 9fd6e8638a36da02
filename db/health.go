package db

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// AddressHealth returns what is known of the account's addresses from the mails that went there, those that refused last first.
// With unhealthy only those that have refused a mail and taken none since. At most 500 are returned.
func (c *Scope) AddressHealth(ctx context.Context, unhealthy bool) ([]postchat.AddressHealth, error) {
	var known []postchat.AddressHealth
	query := c.reader().NewSelect().Model(&known).ModelTableExpr("address_health AS address_health").Where("account_id = ?", c.account)
	if unhealthy {
		query = query.Where("refusals > 0")
	}
	if err := query.OrderExpr("refused_at IS NULL, refused_at DESC, email").Limit(500).Scan(ctx); err != nil {
		return nil, fmt.Errorf("read the addresses' health: %w", err)
	}
	return known, nil
}

// HealthByAddress returns what is known of addresses, by their keys; see postchat.Address.Key. Those of which nothing is known
// are left out.
func (c *Scope) HealthByAddress(ctx context.Context, keys []string) (map[string]*postchat.AddressHealth, error) {
	return keyed(ctx, "the addresses' health", func(rows *[]postchat.AddressHealth) *bun.SelectQuery {
		return c.selectOne(rows).ModelTableExpr("address_health AS address_health").Where("email IN (?)", list(keys))
	}, func(h *postchat.AddressHealth) string { return h.Email })
}
