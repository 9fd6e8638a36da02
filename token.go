package postchat

import "time"

// APIToken lets a program use the API in an account's name. Only its hash is kept.
type APIToken struct {
	ID        string `bun:"id,pk"`
	AccountID string `bun:"account_id"`
	Name      string `bun:"name"`
	// Prefix is the token's beginning, by which people tell one from another.
	Prefix     string    `bun:"prefix"`
	Hash       []byte    `bun:"hash"`
	CreatedAt  time.Time `bun:"created_at"`
	ExpiresAt  time.Time `bun:"expires_at,nullzero"` // zero for never
	RevokedAt  time.Time `bun:"revoked_at,nullzero"`
	LastUsedAt time.Time `bun:"last_used_at,nullzero"` // to the minute or so
	// Permissions are what the token may do.
	Permissions []Permission `bun:"permissions,type:text"`
	// CampaignIDs are the campaigns that it is limited to; nil means that it is not.
	CampaignIDs []string `bun:"campaign_ids,type:text,nullzero"`
}

// Valid reports whether the token opens anything at the time.
func (t APIToken) Valid(now time.Time) bool {
	return t.RevokedAt.IsZero() && (t.ExpiresAt.IsZero() || now.Before(t.ExpiresAt))
}
