package settings

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/postchat/postchat"
)

// AddressVersion returns one saved version of a campaign's follow-up addresses; NotFound where it was never saved.
func (e Editor) AddressVersion(ctx context.Context, campaignID string, version int) (*postchat.Table, error) {
	tables, err := e.versions(ctx, campaignID, version)
	if err != nil {
		return nil, err
	}
	return &tables[0], nil
}

// DiffAddresses compares two saved versions of a campaign's follow-up addresses; 0 is the table before the first one. A
// version that was never saved is NotFound.
func (e Editor) DiffAddresses(ctx context.Context, campaignID string, from, to int) (*postchat.TableDiff, error) {
	tables, err := e.versions(ctx, campaignID, from, to)
	if err != nil {
		return nil, err
	}
	diff := postchat.DiffTables(tables[0], tables[1])
	return &diff, nil
}

func (e Editor) versions(ctx context.Context, campaignID string, versions ...int) ([]postchat.Table, error) {
	campaign, err := e.Scope.Campaign(ctx, campaignID)
	if err != nil {
		return nil, err
	}
	return e.Scope.TableVersions(ctx, *campaign, versions...)
}

// AddressRestore makes an old version of a campaign's follow-up addresses the newest one, on the fields version,
// expectedVersion and comment.
type AddressRestore struct {
	CampaignID string
	// Version is the one to restore, and ExpectedVersion the newest one that the caller knows of.
	Version, ExpectedVersion int
	// Comment is on the new version; where it is empty, it says what was restored.
	Comment string
}

// RestoredAddresses is what a restore came to.
type RestoredAddresses struct {
	// FollowUpAddresses is the new version.
	FollowUpAddresses postchat.Table
	// Kept are the codes that kept the list that they had: the retired ones, and those that the old version did not know.
	Kept []postchat.SuccessCode
	// Missing are the ids of codes in the old version that there are no longer.
	Missing []string
}

// RestoreAddresses saves an old version as a new one. Retired codes, and codes that the old version did not know, keep the
// lists that they have. It is a Conflict where ExpectedVersion is no longer the newest, and Invalid where the old version is
// the newest.
func (e Editor) RestoreAddresses(ctx context.Context, in AddressRestore) (*RestoredAddresses, error) {
	var restored RestoredAddresses
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		campaign, stored, err := tx.table(ctx, in.CampaignID)
		if err != nil {
			return err
		}
		if err := in.validate(stored); err != nil {
			return err
		}
		old, err := tx.Scope.TableVersions(ctx, *campaign, in.Version)
		if err != nil {
			return At("version", err)
		}
		restored = in.restore(stored, old[0])
		if err := tx.Scope.SaveTable(ctx, &restored.FollowUpAddresses); err != nil {
			return renamed("version", "expectedVersion", err)
		}
		detail := fmt.Sprintf("from version %d; %s", in.Version, tableDifference(stored, restored.FollowUpAddresses))
		return tx.record(ctx, "follow_up_addresses.restore", tableObject(*campaign), detail)
	})
	if err != nil {
		return nil, err
	}
	return &restored, nil
}

func (in AddressRestore) validate(stored postchat.Table) error {
	var errs []error
	switch {
	case in.Version < 1:
		errs = append(errs, postchat.Invalidf("version", "must be a saved version"))
	case in.Version == stored.Version:
		errs = append(errs, postchat.Invalidf("version", "is the newest already"))
	}
	if utf8.RuneCountInString(in.Comment) > maxComment {
		errs = append(errs, postchat.Invalidf("comment", "must have at most %d characters", maxComment))
	}
	return errors.Join(errs...)
}

// restore is the version after stored that old becomes.
func (in AddressRestore) restore(stored, old postchat.Table) RestoredAddresses {
	table := stored
	table.Version, table.Standard, table.Comment = in.ExpectedVersion, old.Standard, postchat.CleanText(in.Comment)
	if table.Comment == "" {
		table.Comment = fmt.Sprintf("version %d restored", in.Version)
	}
	table.Addresses = make(map[string][]postchat.Address, len(stored.Codes))
	restored := RestoredAddresses{}
	missing := maps.Clone(old.Addresses)
	for _, code := range stored.Codes {
		list, known := old.Addresses[code.ID]
		if !known || code.Retired() {
			list = stored.Addresses[code.ID]
			restored.Kept = append(restored.Kept, code)
		}
		table.Addresses[code.ID] = list
		delete(missing, code.ID)
	}
	restored.FollowUpAddresses, restored.Missing = table, slices.Sorted(maps.Keys(missing))
	return restored
}

// renamed puts another field on the problems that are on the one.
func renamed(from, to string, err error) error {
	for _, problem := range postchat.Problems(err) {
		if problem.Field == from {
			problem.Field = to
		}
	}
	return err
}
