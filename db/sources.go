package db

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// sourceRow is a source with its secrets sealed.
type sourceRow struct {
	bun.BaseModel `bun:"table:sources,alias:source"`

	ID                string          `bun:"id,pk"`
	AccountID         string          `bun:"account_id"`
	Name              string          `bun:"name"`
	NameKey           string          `bun:"name_key"`
	Vendor            postchat.Vendor `bun:"vendor"`
	Secrets           []byte          `bun:"secrets"`
	Hold              time.Duration   `bun:"hold"`
	IncludePrivate    bool            `bun:"include_private"`
	Rules             []postchat.Rule `bun:"rules,type:text"`
	DefaultCampaignID string          `bun:"default_campaign_id"`
	FrameOrigins      []string        `bun:"frame_origins,type:text"`
	API               []byte          `bun:"api"` // sealed; null where there is none
	Rehearsal         bool            `bun:"rehearsal"`
	RetiredAt         time.Time       `bun:"retired_at,nullzero"`
	CreatedAt         time.Time       `bun:"created_at"`
	UpdatedAt         time.Time       `bun:"updated_at"`
}

// sealedSecret is a source's secret as it is encrypted.
type sealedSecret struct {
	ID        string    `json:"id,omitempty"` // secrets from before this was kept have none
	Value     string    `json:"value"`
	ExpiresAt time.Time `json:"expires_at,omitzero"`
}

func secretsPlace(sourceID string) string { return "sources.secrets." + sourceID }

func (s *Store) sealSource(source postchat.Source) (*sourceRow, error) {
	secrets := make([]sealedSecret, len(source.Secrets))
	for i, secret := range source.Secrets {
		secrets[i] = sealedSecret{ID: cmp.Or(secret.ID, postchat.NewID(s.now())), Value: secret.Value.Reveal(), ExpiresAt: secret.ExpiresAt}
	}
	plain, err := json.Marshal(secrets)
	if err != nil {
		return nil, fmt.Errorf("encode the source's secrets: %w", err)
	}
	api, err := s.sealAPI(source)
	if err != nil {
		return nil, err
	}
	return &sourceRow{
		ID: source.ID, AccountID: source.AccountID, Name: source.Name, NameKey: postchat.FoldLabel(source.Name), Vendor: source.Vendor,
		Secrets: s.box.seal(plain, secretsPlace(source.ID)), Hold: source.Hold, IncludePrivate: source.IncludePrivate,
		Rules: source.Rules, DefaultCampaignID: source.DefaultCampaignID, FrameOrigins: append([]string{}, source.FrameOrigins...), API: api,
		Rehearsal: source.Rehearsal, RetiredAt: source.RetiredAt, CreatedAt: source.CreatedAt, UpdatedAt: source.UpdatedAt,
	}, nil
}

func (s *Store) openSource(row sourceRow) (postchat.Source, error) {
	plain, err := s.box.open(row.Secrets, secretsPlace(row.ID))
	if err != nil {
		return postchat.Source{}, err
	}
	var secrets []sealedSecret
	if err := json.Unmarshal(plain, &secrets); err != nil {
		return postchat.Source{}, fmt.Errorf("decode the source's secrets: %w", err)
	}
	source := row.withoutSecrets()
	if source.API, err = s.openAPI(row); err != nil {
		return postchat.Source{}, err
	}
	for i, secret := range secrets {
		source.Secrets = append(source.Secrets, postchat.SourceSecret{
			ID: cmp.Or(secret.ID, strconv.Itoa(i)), Value: postchat.Secret(secret.Value), ExpiresAt: secret.ExpiresAt,
		})
	}
	return source, nil
}

func (row sourceRow) withoutSecrets() postchat.Source {
	return postchat.Source{
		ID: row.ID, AccountID: row.AccountID, Name: row.Name, Vendor: row.Vendor, Hold: row.Hold, IncludePrivate: row.IncludePrivate,
		Rules: row.Rules, DefaultCampaignID: row.DefaultCampaignID, FrameOrigins: row.FrameOrigins,
		Rehearsal: row.Rehearsal, RetiredAt: row.RetiredAt, CreatedAt: row.CreatedAt, UpdatedAt: row.UpdatedAt,
	}
}

// Sources returns the account's sources by name.
func (c *Scope) Sources(ctx context.Context) ([]postchat.Source, error) {
	var rows []sourceRow
	if err := c.selectOne(&rows).Order("name", "id").Scan(ctx); err != nil {
		return nil, fmt.Errorf("read sources: %w", err)
	}
	sources := make([]postchat.Source, len(rows))
	for i, row := range rows {
		source, err := c.store.openSource(row)
		if err != nil {
			return nil, err
		}
		sources[i] = source
	}
	return sources, nil
}

// Source returns one source.
func (c *Scope) Source(ctx context.Context, id string) (*postchat.Source, error) {
	row := new(sourceRow)
	if err := notFound(c.selectOne(row).Where("id = ?", id).Scan(ctx), "source"); err != nil {
		return nil, err
	}
	source, err := c.store.openSource(*row)
	return &source, err
}

// SaveSource validates the source and stores it, new or changed. Its campaigns must be the account's.
func (c *Scope) SaveSource(ctx context.Context, source *postchat.Source) error {
	if err := source.Validate(); err != nil {
		return err
	}
	if _, err := c.Campaign(ctx, source.DefaultCampaignID); err != nil {
		return err
	}
	for _, rule := range source.Rules {
		if _, err := c.Campaign(ctx, rule.CampaignID); err != nil {
			return err
		}
	}
	source.AccountID, source.UpdatedAt = c.account, c.store.now()
	row, err := c.store.sealSource(*source)
	if err != nil {
		return err
	}
	return c.save(ctx, row, "source", "name", source.Name)
}
