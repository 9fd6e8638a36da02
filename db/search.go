package db

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/uptrace/bun"

	"github.com/postchat/postchat"
)

// Limits of a search. Nothing is indexed for it, so that taking chats in stays as fast as it is: follow-ups are looked through
// from where the page begins.
const (
	minSearch, maxSearch = 2, 100 // characters
	searchWindow         = 50_000 // follow-ups looked through for a page
	searchChunk          = 100    // candidates that are read at once
	searchTime           = 10 * time.Second
)

func validateSearch(text string) error {
	if n := utf8.RuneCountInString(text); text != "" && (n < minSearch || n > maxSearch) {
		return postchat.Invalidf("search", "must have %d to %d characters", minSearch, maxSearch)
	}
	return nil
}

// searchFollowUps is FollowUps with a search. The database leaves candidates, by the plainest part of what is searched for, for
// the two databases do not agree on the case of letters beyond ASCII; each candidate is then looked at here.
func (c *Scope) searchFollowUps(ctx context.Context, f FollowUpFilter, page Page) (found []postchat.FollowUp, more bool, err error) {
	limited, cancel := context.WithTimeout(ctx, searchTime)
	defer cancel()
	found, more, err = c.search(limited, f, page)
	if err != nil && errors.Is(limited.Err(), context.DeadlineExceeded) && ctx.Err() == nil {
		return nil, false, postchat.Invalidf("search", "takes too long; narrow it by campaign or time")
	}
	return found, more, err
}

func (c *Scope) search(ctx context.Context, f FollowUpFilter, page Page) (found []postchat.FollowUp, more bool, err error) {
	s := newSearch(f.Search)
	first, last, err := c.searchBounds(ctx, page)
	if err != nil {
		return nil, false, err
	}
	for at := page; ; {
		var candidates []postchat.FollowUp
		query, err := c.filterFollowUps(ctx, c.selectOne(&candidates), f)
		if err != nil {
			return nil, false, err
		}
		query = s.candidates(query.Where("number BETWEEN ? AND ?", first, last))
		if err := at.of(query, searchChunk).Scan(ctx); err != nil {
			return nil, false, fmt.Errorf("search follow-ups: %w", err)
		}
		fits, err := c.look(ctx, s, candidates)
		if err != nil {
			return nil, false, err
		}
		found = append(found, fits...)
		switch {
		case len(found) > page.First:
			return found[:page.First], true, nil
		case len(candidates) < searchChunk && len(found) == 0 && !page.Oldest && first > 1:
			return nil, false, postchat.Invalidf("search", "finds nothing among the %d follow-ups before #%d; narrow it by time to look further back",
				searchWindow, last+1)
		case len(candidates) < searchChunk:
			return found, !page.Oldest && first > 1, nil
		}
		at.After = candidates[len(candidates)-1].Number
	}
}

// searchBounds are the first and the last number of the follow-ups that are looked through for a page.
func (c *Scope) searchBounds(ctx context.Context, page Page) (first, last int64, err error) {
	if page.Oldest {
		return page.After + 1, page.After + searchWindow, nil
	}
	last = page.After - 1
	if page.After == 0 {
		err = c.reader().NewSelect().Model((*postchat.Account)(nil)).Column("last_number").Where("id = ?", c.account).Scan(ctx, &last)
		if err != nil {
			return 0, 0, fmt.Errorf("read the last number: %w", err)
		}
	}
	return max(1, last-searchWindow+1), last, nil
}

// look returns those of the candidates in which the search is found.
func (c *Scope) look(ctx context.Context, s search, candidates []postchat.FollowUp) ([]postchat.FollowUp, error) {
	chatIDs, ids := make([]string, len(candidates)), make([]string, len(candidates))
	for i, f := range candidates {
		chatIDs[i], ids[i] = f.ChatID, f.ID
	}
	chats, err := byID(ctx, c, "chats", chatIDs, func(chat *postchat.Chat) string { return chat.ID })
	if err != nil {
		return nil, err
	}
	deliveries, err := c.Deliveries(ctx, ids...)
	if err != nil {
		return nil, err
	}
	mailed := group(deliveries, func(d postchat.Delivery) string { return d.FollowUpID })
	var found []postchat.FollowUp
	for _, f := range candidates {
		if chat := chats[f.ChatID]; chat != nil && s.fits(f, *chat, mailed[f.ID]) {
			found = append(found, f)
		}
	}
	return found, nil
}

// search is a text that is searched for.
type search struct {
	folded string
	number int64 // of a follow-up; 0 where the text is none
}

func newSearch(text string) search {
	text = postchat.CleanLine(text)
	number, _ := strconv.ParseInt(strings.TrimPrefix(text, "#"), 10, 64)
	return search{folded: strings.ToLower(text), number: number}
}

// candidates leaves the rows that may fit.
func (s search) candidates(query *bun.SelectQuery) *bun.SelectQuery {
	part := s.plainest()
	if part == "" {
		return query
	}
	pattern := "%" + like(part) + "%"
	return query.Where("(number = ? OR EXISTS (SELECT 1 FROM chats WHERE chats.id = ?TableAlias.chat_id AND (lower(chats.visitor) LIKE ? ESCAPE '\\' OR "+
		"lower(chats.transcript) LIKE ? ESCAPE '\\')) OR EXISTS (SELECT 1 FROM deliveries WHERE deliveries.follow_up_id = ?TableAlias.id AND "+
		"lower(deliveries.recipient) LIKE ? ESCAPE '\\'))", s.number, pattern, pattern, pattern)
}

// plainest is the longest part of the text that stands in stored JSON as it is, and whose case both databases fold.
func (s search) plainest() string {
	longest := ""
	for _, part := range strings.FieldsFunc(s.folded, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`"\<>&`, r) }) {
		if len(part) > len(longest) {
			longest = part
		}
	}
	return longest
}

// fits reports whether the text is found.
func (s search) fits(f postchat.FollowUp, chat postchat.Chat, mailed []postchat.Delivery) bool {
	has := func(text string) bool { return strings.Contains(strings.ToLower(text), s.folded) }
	if f.Number == s.number || has(chat.Visitor.Name) || has(chat.Visitor.Email) || has(chat.Visitor.Phone) || has(chat.Visitor.ID) {
		return true
	}
	for _, message := range chat.Transcript {
		if has(message.Text) {
			return true
		}
	}
	for _, delivery := range mailed {
		if has(delivery.Recipient.Email) || has(delivery.Recipient.Name) {
			return true
		}
	}
	return false
}
