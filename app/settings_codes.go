package app

import (
	"context"
	"reflect"
	"slices"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/settings"
)

// codes makes the campaign's codes those of the file. Those that are not in it are retired; one that comes back is the one
// that was retired.
func (a *applier) codes(ctx context.Context, campaign string, w campaignSettings) error {
	stored, err := a.Scope.SuccessCodes(ctx, campaign)
	if err != nil {
		return err
	}
	if err := a.clearWay(ctx, stored, w); err != nil {
		return err
	}
	goals, err := a.goalIDs(ctx, campaign)
	if err != nil {
		return err
	}
	order := settings.SuccessCodeOrder{CampaignID: campaign}
	for _, code := range w.Codes {
		id, err := a.code(ctx, campaign, stored, code, goals[postchat.FoldLabel(code.GoalID)])
		if err != nil {
			return err
		}
		order.CodeIDs = append(order.CodeIDs, id)
	}
	for _, code := range stored {
		if w.code(code.Label) < 0 {
			order.CodeIDs = append(order.CodeIDs, code.ID)
		}
	}
	_, err = a.OrderSuccessCodes(ctx, order)
	return err
}

// clearWay retires the codes that are not in the file and takes the hot-keys away that change, so that two codes can change
// theirs for each other's.
func (a *applier) clearWay(ctx context.Context, stored []postchat.SuccessCode, w campaignSettings) error {
	none := ""
	for _, code := range stored {
		i := w.code(code.Label)
		if i < 0 && !code.Retired() {
			if _, err := a.RetireSuccessCode(ctx, code.ID); err != nil {
				return err
			}
		}
		if i >= 0 && code.HotKey != w.Codes[i].HotKey {
			if _, err := a.UpdateSuccessCode(ctx, settings.SuccessCodeChange{ID: code.ID, HotKey: &none}); err != nil {
				return err
			}
		}
	}
	return nil
}

// code makes one code as the file has it and returns its id.
func (a *applier) code(ctx context.Context, campaign string, stored []postchat.SuccessCode, w codeSettings, goal string) (string, error) {
	i := slices.IndexFunc(stored, func(c postchat.SuccessCode) bool { return sameName(c.Label, w.Label) })
	if i < 0 {
		code, err := a.CreateSuccessCode(ctx, settings.NewSuccessCode{
			CampaignID: campaign, Label: w.Label, GoalID: goal, Hint: w.Hint, Color: w.Color, HotKey: w.HotKey,
		})
		if err != nil {
			return "", err
		}
		return code.ID, a.codeMail(ctx, *code, w)
	}
	id := stored[i].ID
	if stored[i].Retired() {
		if _, err := a.RestoreSuccessCode(ctx, id); err != nil {
			return "", err
		}
	}
	_, err := a.UpdateSuccessCode(ctx, settings.SuccessCodeChange{
		ID: id, Label: &w.Label, GoalID: &goal, Hint: &w.Hint, Color: &w.Color, HotKey: &w.HotKey,
	})
	if err != nil {
		return "", err
	}
	return id, a.codeMail(ctx, stored[i], w)
}

// codeMail makes what differs in the mails of a code what the file has, unless it is that already.
func (a *applier) codeMail(ctx context.Context, stored postchat.SuccessCode, w codeSettings) error {
	if reflect.DeepEqual(stored.MailOverrides, w.MailOverrides) {
		return nil
	}
	_, err := a.SaveCodeMailSettings(ctx, settings.CodeMailSettings{CodeID: stored.ID, MailOverrides: w.MailOverrides})
	return err
}

// goalIDs are the ids of the campaign's goals by folded name.
func (a *applier) goalIDs(ctx context.Context, campaign string) (map[string]string, error) {
	goals, err := a.Scope.Goals(ctx, campaign)
	if err != nil {
		return nil, err
	}
	ids := make(map[string]string, len(goals))
	for _, goal := range goals {
		ids[postchat.FoldLabel(goal.Name)] = goal.ID
	}
	return ids, nil
}

// addresses saves the table as a new version, unless it is the one that is there.
func (a *applier) addresses(ctx context.Context, campaign string, w campaignSettings) error {
	c, err := a.Scope.Campaign(ctx, campaign)
	if err != nil {
		return err
	}
	table, err := a.Scope.Table(ctx, *c)
	if err != nil {
		return err
	}
	in := settings.AddressTable{
		CampaignID: campaign, Version: table.Version, Standard: postchat.FormatAddressList(w.Standard), Comment: "postchat apply",
	}
	same := slices.Equal(w.Standard, table.Standard)
	for _, code := range table.Codes {
		i := w.code(code.Label)
		if i < 0 {
			continue // retired: it keeps its list
		}
		in.Codes = append(in.Codes, settings.CodeAddresses{CodeID: code.ID, Addresses: postchat.FormatAddressList(w.Codes[i].Addresses)})
		same = same && slices.Equal(w.Codes[i].Addresses, table.Addresses[code.ID])
	}
	if same && (table.Version > 0 || len(w.Standard) == 0) {
		return nil
	}
	_, err = a.SaveAddresses(ctx, in)
	return err
}
