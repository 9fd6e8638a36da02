package settings

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/postchat/postchat"
)

// NewSuccessCode is a success code to be made, on the fields campaign, label, goal, hint, color and hotKey. All but the
// first two may be empty.
type NewSuccessCode struct{ CampaignID, Label, GoalID, Hint, Color, HotKey string }

// CreateSuccessCode adds a code at the end of its campaign's codes. A label that another of them has, retired or not, is a
// Conflict, and so is a hot key that another code in use has.
func (e Editor) CreateSuccessCode(ctx context.Context, n NewSuccessCode) (*postchat.SuccessCode, error) {
	code := &postchat.SuccessCode{
		ID: postchat.NewID(e.Now()), CampaignID: n.CampaignID, GoalID: n.GoalID, Label: postchat.CleanLine(n.Label),
		Hint: postchat.CleanText(n.Hint), Color: n.Color, HotKey: n.HotKey,
	}
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		codes, err := tx.Scope.SuccessCodes(ctx, n.CampaignID)
		if err != nil {
			return err
		}
		for _, other := range codes {
			code.Position = max(code.Position, other.Position+1)
		}
		if err := tx.saveCode(ctx, code, codes); err != nil {
			return err
		}
		return tx.record(ctx, "success_code.create", codeObject(*code), "")
	})
	if err != nil {
		return nil, err
	}
	return code, nil
}

// SuccessCodeChange changes a code, on the fields label, goal, hint, color and hotKey.
type SuccessCodeChange struct {
	ID                                 string
	Label, GoalID, Hint, Color, HotKey *string
}

// UpdateSuccessCode changes a code. What was recorded with its old label keeps that.
func (e Editor) UpdateSuccessCode(ctx context.Context, change SuccessCodeChange) (*postchat.SuccessCode, error) {
	return e.updateCode(ctx, "success_code.update", change.ID, func(_ context.Context, _ Editor, code *postchat.SuccessCode, _ []postchat.SuccessCode) error {
		setLine(&code.Label, change.Label)
		set(&code.GoalID, change.GoalID)
		if change.Hint != nil {
			code.Hint = postchat.CleanText(*change.Hint)
		}
		set(&code.Color, change.Color)
		set(&code.HotKey, change.HotKey)
		return nil
	})
}

// RetireSuccessCode makes a code one that can no longer be given. Its history and its addresses stay. It is a Conflict for
// the last code in use of a campaign that requires one. A code that is retired already stays as it is.
func (e Editor) RetireSuccessCode(ctx context.Context, id string) (*postchat.SuccessCode, error) {
	return e.updateCode(ctx, "success_code.retire", id, func(ctx context.Context, tx Editor, code *postchat.SuccessCode, codes []postchat.SuccessCode) error {
		if code.Retired() {
			return nil
		}
		campaign, err := tx.Scope.Campaign(ctx, code.CampaignID)
		if err != nil {
			return err
		}
		if campaign.GoalSettings.RequireCode && len(inUse(codes)) == 1 {
			return postchat.Conflictf("%s is the last success code of %s, which requires one. Let it go without a code first.",
				code.Label, campaign.Name)
		}
		code.RetiredAt = tx.Now()
		return nil
	})
}

// RestoreSuccessCode puts a retired code back into use, with the addresses that it had. It is a Conflict where its hot key
// has been given to another code.
func (e Editor) RestoreSuccessCode(ctx context.Context, id string) (*postchat.SuccessCode, error) {
	return e.updateCode(ctx, "success_code.restore", id, func(_ context.Context, _ Editor, code *postchat.SuccessCode, codes []postchat.SuccessCode) error {
		code.RetiredAt = time.Time{}
		if other := hotKeyOwner(*code, codes); other != nil {
			return postchat.Conflictf("The hot key %s of %s is the one of %s now. Change one of them first.",
				code.HotKey, code.Label, other.Label)
		}
		return nil
	})
}

// SuccessCodeOrder puts a campaign's codes in order, on the field codes: the ids of all of them, the retired ones too.
type SuccessCodeOrder struct {
	CampaignID string
	CodeIDs    []string
}

// OrderSuccessCodes puts a campaign's codes in order and returns the campaign.
func (e Editor) OrderSuccessCodes(ctx context.Context, order SuccessCodeOrder) (*postchat.Campaign, error) {
	var campaign *postchat.Campaign
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		var err error
		if campaign, err = tx.Scope.Campaign(ctx, order.CampaignID); err != nil {
			return err
		}
		codes, err := tx.Scope.SuccessCodes(ctx, campaign.ID)
		if err != nil {
			return err
		}
		places, err := places("codes", order.CodeIDs, codes, func(c postchat.SuccessCode) string { return c.ID })
		if err != nil {
			return err
		}
		before := slices.Clone(codes)
		for i := range codes {
			codes[i].Position = places[codes[i].ID]
			if err := tx.Scope.SaveSuccessCode(ctx, &codes[i]); err != nil {
				return err
			}
		}
		return tx.recordOrder(ctx, "success_code.order", *campaign, codeLabels(before), codeLabels(codes))
	})
	if err != nil {
		return nil, err
	}
	return campaign, nil
}

// updateCode changes a stored code, which the audit log calls action; change sees all codes of its campaign as they were.
func (e Editor) updateCode(ctx context.Context, action, id string,
	change func(ctx context.Context, tx Editor, code *postchat.SuccessCode, codes []postchat.SuccessCode) error,
) (*postchat.SuccessCode, error) {
	var code *postchat.SuccessCode
	err := e.inTx(ctx, func(ctx context.Context, tx Editor) error {
		var err error
		if code, err = tx.Scope.SuccessCode(ctx, id); err != nil {
			return err
		}
		codes, err := tx.Scope.SuccessCodes(ctx, code.CampaignID)
		if err != nil {
			return err
		}
		before := *code
		if err := change(ctx, tx, code, codes); err != nil {
			return err
		}
		if err := tx.saveCode(ctx, code, codes); err != nil {
			return err
		}
		return tx.recordCode(ctx, action, before, *code)
	})
	if err != nil {
		return nil, err
	}
	return code, nil
}

// codeLabels are the labels of codes in their order.
func codeLabels(codes []postchat.SuccessCode) []string {
	sorted := slices.SortedStableFunc(slices.Values(codes), func(a, b postchat.SuccessCode) int { return a.Position - b.Position })
	labels := make([]string, len(sorted))
	for i, code := range sorted {
		labels[i] = code.Label
	}
	return labels
}

// saveCode holds the code against its campaign and the other codes, and stores it.
func (e Editor) saveCode(ctx context.Context, code *postchat.SuccessCode, codes []postchat.SuccessCode) error {
	_, err := e.Scope.Campaign(ctx, code.CampaignID)
	errs := []error{At("campaign", err), code.Validate(), checkHotKey(*code, codes)}
	if code.GoalID != "" {
		_, err := e.Scope.Goal(ctx, code.GoalID)
		errs = append(errs, At("goal", err))
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return e.Scope.SaveSuccessCode(ctx, code)
}

func checkHotKey(code postchat.SuccessCode, codes []postchat.SuccessCode) error {
	if other := hotKeyOwner(code, codes); other != nil {
		return &postchat.Error{Kind: postchat.Conflict, Field: "hotKey", Message: "is the hot key of " + other.Label + " already"}
	}
	return nil
}

// hotKeyOwner returns the other code in use that has the code's hot key, or nil.
func hotKeyOwner(code postchat.SuccessCode, codes []postchat.SuccessCode) *postchat.SuccessCode {
	if code.HotKey == "" || code.Retired() {
		return nil
	}
	for _, other := range inUse(codes) {
		if other.ID != code.ID && other.HotKey == code.HotKey {
			return &other
		}
	}
	return nil
}

func inUse(codes []postchat.SuccessCode) []postchat.SuccessCode {
	return slices.DeleteFunc(slices.Clone(codes), postchat.SuccessCode.Retired)
}
