package settings

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/routing"
)

// RoutingReplay asks what a table would have done with the chats of the last days, on the fields days, version and table.
type RoutingReplay struct {
	CampaignID string
	// Days is how far to look back, today included: 1 to 90.
	Days int
	// Version names a stored table, and Table is one that was not saved; one of them must be given. 0 is nobody anywhere.
	Version *int
	Table   *UnsavedTable
}

// UnsavedTable is a table as in AddressTable.
type UnsavedTable struct {
	Standard string
	Codes    []CodeAddresses
}

// over is the table that was typed, in place of the stored one.
func (t UnsavedTable) over(stored postchat.Table) (postchat.Table, error) {
	return AddressTable{Version: stored.Version, Standard: t.Standard, Codes: t.Codes}.read(stored)
}

// Limits of a replay.
const (
	maxReplayDays  = 90
	maxReplayChats = 5000
	replayPage     = 500
)

// ReplayOutcome is what a table would have changed for a chat.
type ReplayOutcome string

// What a table can change for a chat.
const (
	ReplayToOthers   ReplayOutcome = "to_others"   // it went to some people, and would go to others
	ReplayToNobody   ReplayOutcome = "to_nobody"   // it went to somebody, and would go to nobody
	ReplayFromNobody ReplayOutcome = "from_nobody" // it went to nobody, and would go to somebody
)

// Replayed is what a table would have done with the chats that there were.
type Replayed struct {
	// Since is the first day, in the campaign's zone.
	Since string
	// Chats were looked at: Same would go to the same people, or to nobody as they did.
	Chats, Same, ToOthers, ToNobody, FromNobody int
	// Cut says that there are more chats, older ones: only the newest 5,000 were looked at.
	Cut         bool
	differences []ReplayDifference
	addresses   map[string]*ReplayAddress // by key
}

// ReplayAddress is an address that would have got other chats than it got.
type ReplayAddress struct {
	Address postchat.Address
	// Gained are the chats that it would have got and did not get, and Lost those that it did get and would not have got.
	Gained, Lost int
}

// Addresses returns up to first of the addresses that would have got other chats, those with the most of them first. first is 1
// to 100.
func (r Replayed) Addresses(first int) ([]ReplayAddress, error) {
	if first < 1 || first > db.MaxPage {
		return nil, postchat.Invalidf("first", "must be between 1 and %d", db.MaxPage)
	}
	all := make([]ReplayAddress, 0, len(r.addresses))
	for _, a := range r.addresses {
		all = append(all, *a)
	}
	slices.SortFunc(all, func(a, b ReplayAddress) int {
		return cmp.Or(cmp.Compare(b.Gained+b.Lost, a.Gained+a.Lost), cmp.Compare(a.Address.Key(), b.Address.Key()))
	})
	return all[:min(first, len(all))], nil
}

// ReplayDifference is a chat that would have gone elsewhere.
type ReplayDifference struct {
	FollowUpID    string
	Number        int64
	Outcome       ReplayOutcome
	Before, After *postchat.Decision
}

// Differences returns up to first of the chats that would have gone elsewhere, the newest first, or only those with the
// outcome. first is 1 to 100.
func (r Replayed) Differences(first int, outcome *ReplayOutcome) ([]ReplayDifference, error) {
	if first < 1 || first > db.MaxPage {
		return nil, postchat.Invalidf("first", "must be between 1 and %d", db.MaxPage)
	}
	some := []ReplayDifference{}
	for _, d := range r.differences {
		if len(some) < first && (outcome == nil || d.Outcome == *outcome) {
			some = append(some, d)
		}
	}
	return some, nil
}

// ReplayRouting routes the campaign's chats of the last days by the table, each with the codes that it has now, and compares with
// what was decided for it. Addresses that operators added stay. Chats that still wait are left out, and nothing is changed.
func (e Editor) ReplayRouting(ctx context.Context, in RoutingReplay) (*Replayed, error) {
	campaign, stored, err := e.table(ctx, in.CampaignID)
	if err != nil {
		return nil, err
	}
	table, err := e.replayTable(ctx, in, *campaign, stored)
	if in.Days < 1 || in.Days > maxReplayDays {
		err = errors.Join(err, postchat.Invalidf("days", "must be between 1 and %d", maxReplayDays))
	}
	if err != nil {
		return nil, err
	}
	r := &Replayed{addresses: map[string]*ReplayAddress{}, Since: e.Now().In(campaign.Location()).AddDate(0, 0, 1-in.Days).Format(time.DateOnly)}
	var last *db.Decided
	for {
		page, err := e.Scope.Decided(ctx, campaign.ID, r.Since, last, replayPage)
		if err != nil {
			return nil, err
		}
		for i := range page {
			if r.Chats == maxReplayChats {
				r.Cut = true
				return r, nil
			}
			r.add(table, page[i])
		}
		if len(page) < replayPage {
			return r, nil
		}
		last = &page[len(page)-1]
	}
}

// replayTable is the table to be tried.
func (e Editor) replayTable(ctx context.Context, in RoutingReplay, campaign postchat.Campaign, stored postchat.Table) (postchat.Table, error) {
	switch {
	case (in.Version == nil) == (in.Table == nil):
		return stored, postchat.Invalidf("table", "give a table, or the version of a stored one")
	case in.Table != nil:
		table, err := in.Table.over(stored)
		return table, within("table", err)
	}
	tables, err := e.Scope.TableVersions(ctx, campaign, *in.Version)
	if err != nil {
		return stored, At("version", err)
	}
	return tables[0], nil
}

// within puts the name of an object before the field of every problem in err. Other errors stay as they are.
func within(object string, err error) error {
	problems := postchat.Problems(err)
	if len(problems) == 0 {
		return err
	}
	named := make([]error, len(problems))
	for i, p := range problems {
		at := *p
		at.Field = strings.TrimSuffix(object+"."+p.Field, ".")
		named[i] = &at
	}
	return errors.Join(named...)
}

// add counts what the table does with a chat.
func (r *Replayed) add(table postchat.Table, d db.Decided) {
	after := routing.Route(table, postchat.Chat{Codes: d.Codes}, postchat.FollowUp{Submission: d.Submission})
	before, now := keys(*d.Decision), keys(after)
	difference := ReplayDifference{FollowUpID: d.ID, Number: d.Number, Before: d.Decision, After: &after}
	r.Chats++
	switch {
	case slices.Equal(before, now):
		r.Same++
		return
	case len(now) == 0:
		r.ToNobody++
		difference.Outcome = ReplayToNobody
	case len(before) == 0:
		r.FromNobody++
		difference.Outcome = ReplayFromNobody
	default:
		r.ToOthers++
		difference.Outcome = ReplayToOthers
	}
	r.differences = append(r.differences, difference)
	r.countAddresses(*d.Decision, now, func(a *ReplayAddress) { a.Lost++ })
	r.countAddresses(after, before, func(a *ReplayAddress) { a.Gained++ })
}

// countAddresses counts each recipient of a decision that is not among others, which are sorted keys.
func (r *Replayed) countAddresses(d postchat.Decision, others []string, count func(*ReplayAddress)) {
	for _, recipient := range d.Recipients {
		key := recipient.Address.Key()
		if _, stays := slices.BinarySearch(others, key); stays {
			continue
		}
		if r.addresses[key] == nil {
			r.addresses[key] = &ReplayAddress{Address: recipient.Address}
		}
		count(r.addresses[key])
	}
}

// keys are the addresses of a decision in the form in which they are compared, sorted.
func keys(d postchat.Decision) []string {
	all := make([]string, len(d.Recipients))
	for i, recipient := range d.Recipients {
		all[i] = recipient.Address.Key()
	}
	slices.Sort(all)
	return all
}
