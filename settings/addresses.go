package settings

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/postchat/postchat"
)

// AddressTable is a campaign's follow-up addresses as people type them, whole. Its fields are standard, codes[i].code,
// codes[i].addresses, comment and version.
type AddressTable struct {
	CampaignID string
	// Version is the stored version that this one replaces; 0 where none was saved yet.
	Version int
	// Standard gets chats without a code. Lists are typed as a@x; b@y.
	Standard string
	// Codes has an entry for every code in use. A retired code that is left out keeps its list.
	Codes   []CodeAddresses
	Comment string
}

// CodeAddresses is the list of one code. An empty one means that the code leads to nobody.
type CodeAddresses struct{ CodeID, Addresses string }

// maxComment bounds the comment on a version, in characters.
const maxComment = 500

// SaveAddresses stores the table as its campaign's next version. It is a Conflict where Version is no longer the newest.
// One bad address anywhere and nothing is saved.
func (e Editor) SaveAddresses(ctx context.Context, in AddressTable) (*postchat.Table, error) {
	var table postchat.Table
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		campaign, err := tx.Scope.Campaign(ctx, in.CampaignID)
		if err != nil {
			return err
		}
		stored, err := tx.Scope.Table(ctx, *campaign)
		if err != nil {
			return err
		}
		if table, err = in.read(stored); err != nil {
			return err
		}
		if err := tx.Scope.SaveTable(ctx, &table); err != nil {
			return err
		}
		return tx.record(ctx, "follow_up_addresses.save", tableObject(*campaign), tableDifference(stored, table))
	})
	if err != nil {
		return nil, err
	}
	return &table, nil
}

// read turns what was typed into the version after stored.
func (in AddressTable) read(stored postchat.Table) (postchat.Table, error) {
	table := postchat.Table{
		CampaignID: stored.CampaignID, Version: in.Version, Codes: stored.Codes, Unaddressed: stored.Unaddressed,
		Addresses: make(map[string][]postchat.Address, len(in.Codes)), Comment: postchat.CleanText(in.Comment),
	}
	var errs []error
	if utf8.RuneCountInString(table.Comment) > maxComment {
		errs = append(errs, postchat.Invalidf("comment", "must have at most %d characters", maxComment))
	}
	var err error
	table.Standard, err = postchat.ParseAddressList(in.Standard)
	errs = append(errs, At("standard", err))
	fields := make(map[string]string, len(in.Codes)) // by the code's id
	for i, entry := range in.Codes {
		field := fmt.Sprintf("codes[%d]", i)
		switch {
		case !slices.ContainsFunc(stored.Codes, func(c postchat.SuccessCode) bool { return c.ID == entry.CodeID }):
			errs = append(errs, At(field+".code", postchat.NotFoundf("There is no such success code in this campaign.")))
		case fields[entry.CodeID] != "":
			errs = append(errs, postchat.Invalidf(field+".code", "comes twice"))
		}
		fields[entry.CodeID] = field + ".addresses"
		table.Addresses[entry.CodeID], err = postchat.ParseAddressList(entry.Addresses)
		errs = append(errs, At(field+".addresses", err))
	}
	for _, code := range stored.Codes {
		switch {
		case fields[code.ID] != "":
		case code.Retired():
			table.Addresses[code.ID] = stored.Addresses[code.ID]
		default:
			errs = append(errs, postchat.Invalidf("codes", "%s is missing; give it an empty list to send it to nobody", code.Label))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return table, err
	}
	return table, asTyped(table, fields)
}

// asTyped is the table's own check, with the fields of what was typed instead of the codes' labels.
func asTyped(table postchat.Table, fields map[string]string) error {
	problems := postchat.Problems(table.Validate())
	errs := make([]error, len(problems))
	for i, problem := range problems {
		errs[i] = problem
		label, ofCode := strings.CutPrefix(problem.Field, "codes.")
		for _, code := range table.Codes {
			if ofCode && code.Label == label {
				errs[i] = At(fields[code.ID], problem)
			}
		}
	}
	return errors.Join(errs...)
}
