package db

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect"

	"github.com/postchat/postchat"
)

// Limits of a search. Nothing is indexed for it, so that taking chats in stays as fast as it is: follow-ups are looked through
// from where the page begins.
const (
	minSearch, maxSearch = 2, 100 // characters
	searchWindow         = 50_000 // follow-ups looked through for a page
	searchChunk          = 100    // candidates that are read at once
	searchTime           = 10 * time.Second
	maxSearches          = 2 // at once
)

func validateSearch(text string) error {
	if n := utf8.RuneCountInString(postchat.CleanLine(text)); text != "" && (n < minSearch || n > maxSearch) {
		return postchat.Invalidf("search", "must have %d to %d characters", minSearch, maxSearch)
	}
	return nil
}

// searchFollowUps is FollowUps with a search. The database leaves candidates, by the plainest part of what is searched for, for
// the two databases do not agree on the case of letters beyond ASCII; each candidate is then looked at here.
func (c *Scope) searchFollowUps(ctx context.Context, f FollowUpFilter, page Page) (found []postchat.FollowUp, more bool, err error) {
	tooLong := postchat.Invalidf("search", "takes too long; narrow it by campaign or time")
	err = c.inSnapshot(ctx, bounds{c.store.searches, searchTime, tooLong}, func(ctx context.Context, tx *Scope) error {
		found, more, err = tx.search(ctx, f, page)
		return err
	})
	if err != nil {
		return nil, false, err
	}
	return found, more, nil
}

func (c *Scope) search(ctx context.Context, f FollowUpFilter, page Page) ([]postchat.FollowUp, bool, error) {
	s := newSearch(f.Search)
	begin, err := c.nextNumber(ctx, f, page)
	if begin == 0 || err != nil {
		return nil, false, err
	}
	first, last := begin, begin+c.store.searchWindow-1
	beyond := Page{After: last, Oldest: true}
	if !page.Oldest {
		first, last = max(1, begin-c.store.searchWindow+1), begin
		beyond = Page{After: first}
	}
	found, more, err := c.searchBetween(ctx, s, f, page, first, last)
	if more || err != nil {
		return found, more, err
	}
	next, err := c.nextNumber(ctx, f, beyond)
	if len(found) > 0 || next == 0 || err != nil {
		return found, next != 0, err
	}
	if found, err = c.searchNumber(ctx, s, f, beyond); len(found) > 0 || err != nil {
		return found, false, err
	}
	return nil, false, postchat.Invalidf("search", "finds nothing in #%d to #%d, which is as many as are looked through at once; "+
		"narrow it by time to look elsewhere", first, last)
}

// searchBetween looks through the follow-ups with the numbers from first to last.
func (c *Scope) searchBetween(ctx context.Context, s search, f FollowUpFilter, page Page, first, last int64) (
	found []postchat.FollowUp, more bool, err error,
) {
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
		case len(candidates) < searchChunk:
			return found, false, nil
		}
		at.After = candidates[len(candidates)-1].Number
	}
}

// nextNumber is the number of the first follow-up of a page of those that the filter means, its search aside; 0 where there is none.
func (c *Scope) nextNumber(ctx context.Context, f FollowUpFilter, page Page) (int64, error) {
	query, err := c.filterFollowUps(ctx, c.selectOne((*postchat.FollowUp)(nil)).Column("number"), f)
	if err != nil {
		return 0, err
	}
	var numbers []int64
	if err := page.of(query, 1).Scan(ctx, &numbers); err != nil {
		return 0, fmt.Errorf("search follow-ups: %w", err)
	}
	if len(numbers) == 0 {
		return 0, nil
	}
	return numbers[0], nil
}

// searchNumber is the follow-up whose number is searched for, if it is one of the page on.
func (c *Scope) searchNumber(ctx context.Context, s search, f FollowUpFilter, page Page) (found []postchat.FollowUp, err error) {
	query, err := c.filterFollowUps(ctx, c.selectOne(&found), f)
	if err != nil {
		return nil, err
	}
	if err := page.of(query.Where("number = ?", s.number), 1).Scan(ctx); err != nil {
		return nil, fmt.Errorf("search follow-ups: %w", err)
	}
	return found, nil
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
	return search{folded: foldSearch(text), number: number}
}

// foldSearch folds the case of letters. One beyond ASCII stays one, such as the Kelvin sign: the databases would pass over it.
func foldSearch(text string) string {
	return strings.Map(func(r rune) rune {
		if lower := unicode.ToLower(r); r < utf8.RuneSelf || lower >= utf8.RuneSelf {
			return lower
		}
		return r
	}, text)
}

// candidates leaves the rows that may fit. No collation but C folds ASCII letters alone wherever the server is.
func (s search) candidates(query *bun.SelectQuery) *bun.SelectQuery {
	part := s.plainest()
	if part == "" {
		return query
	}
	pattern := "%" + like(part) + "%"
	has := func(column string) string {
		if query.Dialect().Name() == dialect.PG {
			column += ` COLLATE "C"`
		}
		return "lower(" + column + `) LIKE ? ESCAPE '\'`
	}
	return query.Where("(number = ? OR EXISTS (SELECT 1 FROM chats WHERE chats.id = ?TableAlias.chat_id AND ("+has("chats.visitor")+" OR "+
		has("chats.transcript")+")) OR EXISTS (SELECT 1 FROM deliveries WHERE deliveries.follow_up_id = ?TableAlias.id AND "+
		has("deliveries.recipient")+"))", s.number, pattern, pattern, pattern)
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
	has := func(text string) bool { return strings.Contains(foldSearch(text), s.folded) }
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
