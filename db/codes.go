package db

import (
	"context"
	"fmt"
	"slices"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/routing"
)

// The codes that count for a follow-up are those known and in use in its decision. A decision has the codes' ids. For those few
// follow-ups that have none yet, labels are compared here, by the same fold as in routing.

// whereCodes leaves the follow-ups with one of the codes among those that count, with one of the goals, and with or without any.
func (c *Scope) whereCodes(ctx context.Context, query *bun.SelectQuery, f FollowUpFilter) (*bun.SelectQuery, error) {
	for _, part := range []struct {
		asked, with bool
		fits        func(postchat.SuccessCode) bool
	}{
		{len(f.CodeIDs) > 0, true, func(code postchat.SuccessCode) bool { return slices.Contains(f.CodeIDs, code.ID) }},
		{len(f.GoalIDs) > 0, true, func(code postchat.SuccessCode) bool { return slices.Contains(f.GoalIDs, code.GoalID) }},
		{f.Coded != nil, f.Coded != nil && *f.Coded, func(postchat.SuccessCode) bool { return true }},
		{f.Converted != nil, f.Converted != nil && *f.Converted, func(code postchat.SuccessCode) bool { return code.GoalID != "" }},
	} {
		if !part.asked {
			continue
		}
		codes, undecided, err := c.codesWithUndecided(ctx)
		if err != nil {
			return nil, err
		}
		codes = slices.DeleteFunc(codes, func(code postchat.SuccessCode) bool { return !part.fits(code) })
		query = c.whereCode(query, codes, undecided, part.with)
	}
	return query, nil
}

// whereCode leaves the follow-ups with one of the codes, or those without.
func (c *Scope) whereCode(query *bun.SelectQuery, codes []postchat.SuccessCode, undecided []codedFollowUp, with bool) *bun.SelectQuery {
	var ids, waiting []string
	for _, code := range codes {
		ids = append(ids, code.ID)
	}
	for _, u := range undecided {
		if slices.Contains(ids, u.codeID) {
			waiting = append(waiting, u.id)
		}
	}
	condition := "(?TableAlias.id IN (?) OR EXISTS (SELECT 1 FROM ? WHERE ? AND ? IN (?)))"
	if !with {
		condition = "NOT " + condition
	}
	waiting = append(waiting, "") // an empty list would be null, and not null is null
	return query.Where(condition, list(waiting), c.verdicts("follow_up.decision"), c.verdictCounts(), c.verdictOf("code_id"), list(ids))
}

// verdicts are the verdicts about codes in a column that holds decisions.
func (c *Scope) verdicts(column string) bun.Safe {
	if c.store.postgres() {
		codes := column + "::json -> 'codes'"
		return bun.Safe("json_array_elements(CASE WHEN json_typeof(" + codes + ") = 'array' THEN " + codes + " ELSE '[]' END) AS verdict")
	}
	return bun.Safe("json_each(" + column + ", '$.codes') AS verdict")
}

// verdictOf is a member of a verdict.
func (c *Scope) verdictOf(member string) bun.Safe {
	if c.store.postgres() {
		return bun.Safe("verdict ->> '" + member + "'")
	}
	return bun.Safe("json_extract(verdict.value, '$." + member + "')")
}

// verdictCounts is the condition that the verdict's code counts.
func (c *Scope) verdictCounts() bun.Safe {
	return bun.Safe(string(c.verdictOf("outcome")) + " IN ('" + string(postchat.CodeRouted) + "', '" + string(postchat.CodeNoAddress) + "')")
}

// codedFollowUp is a code that counts for a follow-up.
type codedFollowUp struct{ id, codeID string }

// codesWithUndecided returns the codes that the scope sees, and which of them count for the follow-ups without a decision.
func (c *Scope) codesWithUndecided(ctx context.Context) ([]postchat.SuccessCode, []codedFollowUp, error) {
	var codes []postchat.SuccessCode
	if err := c.selectOne(&codes).Order("id").Scan(ctx); err != nil {
		return nil, nil, fmt.Errorf("read success codes: %w", err)
	}
	var waiting []struct {
		ID         string              `bun:"id"`
		CampaignID string              `bun:"campaign_id"`
		Submission postchat.Submission `bun:"submission,type:text"`
		Codes      []string            `bun:"codes,type:text"`
	}
	query := c.reader().NewSelect().TableExpr("follow_ups AS f").Join("JOIN chats AS c ON c.id = f.chat_id").
		Column("f.id", "f.campaign_id", "f.submission", "c.codes").Where("f.account_id = ?", c.account)
	err := c.inCampaigns(query, "f.campaign_id").
		Where("f.state IN (?)", bun.List(waitingStates)).Where("f.decision IS NULL").Scan(ctx, &waiting)
	if err != nil {
		return nil, nil, fmt.Errorf("read follow-ups without a decision: %w", err)
	}
	labelled := map[[2]string]string{} // the ids of codes in use, by campaign and folded label
	for _, code := range codes {
		if !code.Retired() {
			labelled[[2]string{code.CampaignID, postchat.FoldLabel(code.Label)}] = code.ID
		}
	}
	var undecided []codedFollowUp
	for _, w := range waiting {
		for _, label := range routing.Given(postchat.Chat{Codes: w.Codes}, postchat.FollowUp{Submission: w.Submission}) {
			if id := labelled[[2]string{w.CampaignID, postchat.FoldLabel(label)}]; id != "" {
				undecided = append(undecided, codedFollowUp{w.ID, id})
			}
		}
	}
	return codes, undecided, nil
}
