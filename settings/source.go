package settings

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/postchat/postchat"
)

// NewSource is a source to be made, on the fields name, vendor, secret, defaultCampaign, hold, rules, rules[i].campaign,
// frameOrigins, frameOrigins[i] and those of api.
type NewSource struct {
	Name              string
	Vendor            postchat.Vendor
	Secret            postchat.Secret // one that a person brings, such as the vendor's own; empty has one made
	DefaultCampaignID string
	Hold              *time.Duration // nil means the vendor's default
	IncludePrivate    bool
	Rules             []postchat.Rule
	FrameOrigins      []string
	API               *postchat.SourceAPI // nil, or one with an empty address, means none

	rehearsal bool
}

// CreateSource makes a source and returns it with the secret that was made, which can be read only this once; empty where the
// person brought one. A name that another source has is a Conflict.
func (e Editor) CreateSource(ctx context.Context, n NewSource) (*postchat.Source, postchat.Secret, error) {
	now := e.Now()
	source := &postchat.Source{
		ID: postchat.NewID(now), Name: postchat.CleanLine(n.Name), Vendor: n.Vendor, Hold: n.Vendor.DefaultHold(),
		IncludePrivate: n.IncludePrivate, Rules: cleanRules(n.Rules), DefaultCampaignID: n.DefaultCampaignID,
		FrameOrigins: postchat.CleanOrigins(n.FrameOrigins), Rehearsal: n.rehearsal, CreatedAt: now,
	}
	set(&source.Hold, n.Hold)
	secret, made, err := e.secret(n.Vendor, n.Secret)
	var apiErr error
	if n.API != nil {
		source.API, apiErr = e.sourceAPI(*source, *n.API)
	}
	if err := errors.Join(err, apiErr, e.checkSource(ctx, *source)); err != nil {
		return nil, "", err
	}
	source.Secrets = []postchat.SourceSecret{{Value: secret}}
	err = e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		if err := tx.mayLead(ctx, *source); err != nil {
			return err
		}
		if err := tx.Scope.SaveSource(ctx, source); err != nil {
			return err
		}
		return tx.record(ctx, "source.create", sourceObject(*source), "vendor: "+string(source.Vendor))
	})
	if err != nil {
		return nil, "", err
	}
	return source, made, nil
}

// secret is the one that a person brings, or else one that is made, which is returned as such too.
func (e Editor) secret(vendor postchat.Vendor, brought postchat.Secret) (secret, made postchat.Secret, err error) {
	if brought != "" {
		return brought, "", e.Vendors.CheckSecret(vendor, brought)
	}
	made, err = e.Vendors.NewSecret(vendor)
	return made, made, err
}

// SourceChange changes a source, on the fields name, defaultCampaign, hold, rules, rules[i].campaign, frameOrigins,
// frameOrigins[i] and those of api. Rules and origins that are not nil replace all that there are.
type SourceChange struct {
	ID                string
	Name              *string
	DefaultCampaignID *string
	Hold              *time.Duration
	IncludePrivate    *bool
	Rules             []postchat.Rule
	FrameOrigins      []string
	// API with an empty address is taken away, and keeps its token where none is given.
	API *postchat.SourceAPI
}

// UpdateSource changes a source. Its vendor stays, and chats that it brought keep their campaign.
func (e Editor) UpdateSource(ctx context.Context, change SourceChange) (*postchat.Source, error) {
	return e.updateSource(ctx, change.ID, Editor.recordSource, func(source *postchat.Source) error {
		setLine(&source.Name, change.Name)
		set(&source.DefaultCampaignID, change.DefaultCampaignID)
		set(&source.Hold, change.Hold)
		set(&source.IncludePrivate, change.IncludePrivate)
		if change.Rules != nil {
			source.Rules = cleanRules(change.Rules)
		}
		if change.FrameOrigins != nil {
			source.FrameOrigins = postchat.CleanOrigins(change.FrameOrigins)
		}
		if change.API == nil {
			return nil
		}
		var err error
		source.API, err = e.sourceAPI(*source, *change.API)
		return err
	})
}

// SecretRotation gives a source a new secret, on the fields secret and keepOldFor.
type SecretRotation struct {
	SourceID string
	// Secret is one that a person brings, such as the vendor's own; empty has one made.
	Secret postchat.Secret
	// KeepOldFor is how long the secrets that the source has now stay valid. 0 withdraws them at once, nil leaves them as they
	// are: a vendor may need one for what it signs, and another in the address of what it cannot sign.
	KeepOldFor *time.Duration
}

// Limits of rotating secrets.
const (
	maxKeepOld      = 30 * 24 * time.Hour
	maxValidSecrets = 5
)

// RotateSecret gives a source a new secret and returns the one that was made, which can be read only this once; empty where the
// person brought one. It is a Conflict where the source would have more than five valid secrets, or has the one that was brought.
func (e Editor) RotateSecret(ctx context.Context, r SecretRotation) (*postchat.Source, postchat.Secret, error) {
	stay := "as they were"
	if r.KeepOldFor != nil {
		if *r.KeepOldFor < 0 || *r.KeepOldFor > maxKeepOld {
			return nil, "", postchat.Invalidf("keepOldFor", "must be between 0 seconds and 30 days")
		}
		stay = "for " + r.KeepOldFor.String()
	}
	rotated := func(tx Editor, ctx context.Context, _, source postchat.Source) error {
		return tx.record(ctx, "source.rotate_secret", sourceObject(source), "the secrets before stay valid "+stay)
	}
	var made postchat.Secret
	source, err := e.updateSource(ctx, r.SourceID, rotated, func(source *postchat.Source) error {
		var secret postchat.Secret
		var err error
		if secret, made, err = e.secret(source.Vendor, r.Secret); err != nil {
			return err
		}
		now := e.Now()
		old := r.kept(*source, now)
		if slices.ContainsFunc(old, func(s postchat.SourceSecret) bool { return s.Value == secret }) {
			return postchat.Conflictf("The source has that secret already.")
		}
		if len(old) >= maxValidSecrets {
			return postchat.Conflictf("The source has %d valid secrets already. Withdraw the old ones at once, or wait until one expires.",
				maxValidSecrets)
		}
		source.Secrets = append([]postchat.SourceSecret{{Value: secret}}, old...)
		return nil
	})
	return source, made, err
}

// kept are the secrets that the source had and that stay valid for a while.
func (r SecretRotation) kept(source postchat.Source, now time.Time) []postchat.SourceSecret {
	var kept []postchat.SourceSecret
	for _, old := range source.Secrets {
		if r.KeepOldFor != nil {
			if until := now.Add(*r.KeepOldFor); old.ExpiresAt.IsZero() || old.ExpiresAt.After(until) {
				old.ExpiresAt = until
			}
		}
		if old.ExpiresAt.IsZero() || old.ExpiresAt.After(now) {
			kept = append(kept, old)
		}
	}
	return kept
}

// updateSource changes a stored source, and has record write down what was changed.
func (e Editor) updateSource(ctx context.Context, id string,
	record func(tx Editor, ctx context.Context, before, after postchat.Source) error, change func(*postchat.Source) error,
) (*postchat.Source, error) {
	var source *postchat.Source
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		var err error
		if source, err = tx.Scope.Source(ctx, id); err != nil {
			return err
		}
		before := *source
		if err := change(source); err != nil {
			return err
		}
		if err := errors.Join(tx.checkSource(ctx, *source), tx.mayLead(ctx, *source)); err != nil {
			return err
		}
		if err := tx.Scope.SaveSource(ctx, source); err != nil {
			return err
		}
		return record(tx, ctx, before, *source)
	})
	if err != nil {
		return nil, err
	}
	return source, nil
}

// checkSource reports every rule that the source breaks, and every campaign that it names and that the account lacks.
func (e Editor) checkSource(ctx context.Context, source postchat.Source) error {
	campaigns, err := e.Scope.Campaigns(ctx)
	if err != nil {
		return err
	}
	missing := func(id string) bool {
		return id != "" && !slices.ContainsFunc(campaigns, func(c postchat.Campaign) bool { return c.ID == id })
	}
	errs := []error{source.Validate()}
	noCampaign := postchat.NotFoundf("There is no such campaign.")
	if missing(source.DefaultCampaignID) {
		errs = append(errs, At("defaultCampaign", noCampaign))
	}
	for i, rule := range source.Rules {
		if missing(rule.CampaignID) {
			errs = append(errs, At(fmt.Sprintf("rules[%d].campaign", i), noCampaign))
		}
	}
	return errors.Join(errs...)
}

func cleanRules(rules []postchat.Rule) []postchat.Rule {
	cleaned := slices.Clone(rules)
	for i := range cleaned {
		cleaned[i].Value = postchat.CleanLine(cleaned[i].Value)
	}
	return cleaned
}
