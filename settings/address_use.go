package settings

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// holesSince is how far back the chats are counted that a hole of a table left without anybody.
const holesSince = 30 * 24 * time.Hour

// AddressHole is a place in a campaign's follow-up addresses where nobody stands.
type AddressHole struct {
	// Code has no address; nil for standard.
	Code *postchat.SuccessCode
	// Chats is how many of the last 30 days went to nobody because of it. A chat can count for several holes.
	Chats int
}

// HolesSince is the moment from which on the chats of a hole are counted.
func HolesSince(now time.Time) time.Time { return now.Add(-holesSince) }

// AddressHoles are the codes in use of a table that have no address, in their order, and standard where it has none. counts
// are the chats that went to nobody.
func AddressHoles(table postchat.Table, counts []db.NotForwardedCount) []AddressHole {
	holes := []AddressHole{}
	for i, code := range table.Codes {
		if code.Retired() || len(table.Addresses[code.ID]) > 0 {
			continue
		}
		hole := AddressHole{Code: &table.Codes[i]}
		for _, n := range counts {
			if slices.ContainsFunc(n.Decision.Codes, func(v postchat.CodeVerdict) bool {
				return v.CodeID == code.ID && v.Outcome == postchat.CodeNoAddress
			}) {
				hole.Chats += int(n.Count)
			}
		}
		holes = append(holes, hole)
	}
	if len(table.Standard) > 0 {
		return holes
	}
	var standard AddressHole
	for _, n := range counts {
		if n.Decision.NotForwarded == postchat.NotForwardedNoStandard {
			standard.Chats += int(n.Count)
		}
	}
	return append(holes, standard)
}

// AddressSuggestion is an address that was used before.
type AddressSuggestion struct {
	Address postchat.Address
	// Uses is how often operators added it to the account's newest 2,000 follow-ups, and LastUsedAt when they did last.
	Uses       int
	LastUsedAt time.Time
	// InTable says that it is in the campaign's follow-up addresses, so that some chats go there anyway.
	InTable bool
}

// maxSuggestions bounds how many addresses are suggested.
const maxSuggestions = 50

// SuggestAddresses returns up to first addresses, 1 to 50, of which the e-mail or a word of the name begins with prefix,
// whatever the case of its letters: what operators added most often and most lately, then the rest of the account's
// follow-up addresses, those of campaigns in use. It says nothing of campaigns that the scope does not see, and nothing of the sample
// elsewhere than there.
func (e Editor) SuggestAddresses(ctx context.Context, campaignID, prefix string, first int) ([]AddressSuggestion, error) {
	if first < 1 || first > maxSuggestions {
		return nil, postchat.Invalidf("first", "must be between 1 and %d", maxSuggestions)
	}
	campaign, err := e.Scope.Campaign(ctx, campaignID)
	if err != nil {
		return nil, err
	}
	campaigns, err := e.Scope.CampaignsInUse(ctx)
	if err != nil {
		return nil, err
	}
	ids := []string{campaignID}
	for _, c := range campaigns {
		if c.Sample == campaign.Sample {
			ids = append(ids, c.ID)
		}
	}
	tables, err := e.Scope.TablesByCampaign(ctx, ids)
	if err != nil {
		return nil, err
	}
	extras, err := e.Scope.RecentExtras(ctx)
	if err != nil {
		return nil, err
	}
	found := suggestions{prefix: strings.ToLower(postchat.CleanLine(prefix)), at: map[string]int{}}
	for _, extra := range extras {
		for _, a := range extra.Submission.Extra {
			found.add(a, func(s *AddressSuggestion) {
				s.Uses++
				s.LastUsedAt = later(s.LastUsedAt, extra.UpdatedAt)
			})
		}
	}
	for id, table := range tables {
		found.addTable(*table, id == campaignID)
	}
	return found.best(first), nil
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// suggestions collects addresses that fit.
type suggestions struct {
	prefix string
	list   []AddressSuggestion
	at     map[string]int // by the address's key
}

func (s *suggestions) add(a postchat.Address, note func(*AddressSuggestion)) {
	if !s.fits(a) {
		return
	}
	i, known := s.at[a.Key()]
	if !known {
		i = len(s.list)
		s.at[a.Key()] = i
		s.list = append(s.list, AddressSuggestion{Address: a})
	}
	s.list[i].Address.Name = cmp.Or(s.list[i].Address.Name, a.Name)
	note(&s.list[i])
}

func (s *suggestions) addTable(table postchat.Table, own bool) {
	note := func(s *AddressSuggestion) { s.InTable = s.InTable || own }
	for _, a := range table.Standard {
		s.add(a, note)
	}
	for _, code := range table.Codes {
		for _, a := range table.Addresses[code.ID] {
			s.add(a, note)
		}
	}
}

func (s *suggestions) fits(a postchat.Address) bool {
	if strings.HasPrefix(a.Key(), s.prefix) {
		return true
	}
	name := strings.ToLower(a.Name)
	return strings.HasPrefix(name, s.prefix) || strings.Contains(name, " "+s.prefix)
}

func (s *suggestions) best(first int) []AddressSuggestion {
	slices.SortFunc(s.list, func(a, b AddressSuggestion) int {
		return cmp.Or(cmp.Compare(b.Uses, a.Uses), b.LastUsedAt.Compare(a.LastUsedAt), cmp.Compare(a.Address.Key(), b.Address.Key()))
	})
	return s.list[:min(first, len(s.list))]
}
