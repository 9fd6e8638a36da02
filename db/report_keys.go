package db

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// more is what the keys of the report need beyond the follow-up itself.
func (r *reporter) more() bun.Safe {
	aggregate := "group_concat(DISTINCT "
	if r.scope.store.postgres() {
		aggregate = "string_agg(DISTINCT "
	}
	switch r.query.By {
	case ReportByOperator:
		return "(SELECT operators FROM chats WHERE chats.id = follow_up.chat_id)"
	case ReportByAddress: // no e-mail has a comma; see postchat.ParseAddress
		separator := ""
		if r.scope.store.postgres() {
			separator = ", ','"
		}
		return bun.Safe("(SELECT " + aggregate + string(r.scope.email()) + separator + ") FROM deliveries WHERE follow_up_id = follow_up.id)")
	}
	return "NULL"
}

// keys are those of the rows that a chat belongs to, each once; the empty key is for what has none.
func (r *reporter) keys(chat finishedChat, codes []string) []string {
	switch r.query.By {
	case ReportByDay:
		return []string{chat.day}
	case ReportByCampaign:
		return []string{chat.campaignID}
	case ReportByCode:
		return some(codes)
	case ReportByGoal:
		goals := make([]string, 0, len(codes))
		for _, code := range codes {
			goals = append(goals, r.goals[code])
		}
		return some(goals)
	case ReportByOperator:
		var operators []postchat.Operator
		_ = json.Unmarshal([]byte(chat.more.String), &operators) // null is no operator
		names := make([]string, 0, len(operators))
		for _, o := range operators {
			names = append(names, o.Name)
		}
		return some(names)
	default:
		if chat.more.String == "" {
			return nil
		}
		return strings.Split(chat.more.String, ",")
	}
}

// some are the keys that are not empty, each once, and the empty one where there are none.
func some(keys []string) []string {
	var found []string
	for _, key := range keys {
		if key != "" && !slices.Contains(found, key) {
			found = append(found, key)
		}
	}
	if len(found) == 0 {
		return []string{""}
	}
	return found
}

func (r *reporter) maxRows() int {
	if r.query.By == ReportByDay {
		return maxLedgerDays + 1
	}
	return MaxReportRows
}

// order is the order of the keys: days as they come, all else by the number of chats.
func (r *reporter) order() []string {
	keys := slices.Sorted(maps.Keys(r.byKey))
	if r.query.By != ReportByDay {
		slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(r.byKey[b].tally.Chats, r.byKey[a].tally.Chats) })
	}
	return keys
}
