package db

import (
	"context"
	"fmt"

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
