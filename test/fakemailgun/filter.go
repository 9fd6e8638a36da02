package fakemailgun

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// filter is a question of one field, as "delivered OR failed". See https://documentation.mailgun.com, Events, Filter Expression.
type filter func(values []string) bool

// fields says for each field that can be filtered by what an event has there, and how a term is compared with it.
var fields = map[string]struct {
	values func(Event) []string
	match  func(value, term string) bool
}{
	"event":      {func(e Event) []string { return []string{e.Type} }, strings.EqualFold},
	"recipient":  {func(e Event) []string { return []string{e.Recipient} }, strings.EqualFold},
	"message-id": {func(e Event) []string { return []string{e.Mail.ProviderID} }, func(v, t string) bool { return v == t }},
	"tags":       {func(e Event) []string { return e.Mail.Tags }, strings.EqualFold},
	"severity":   {func(e Event) []string { return []string{e.Severity} }, strings.EqualFold},
	"from":       {func(e Event) []string { return e.Mail.Header["From"] }, containsFold},
	"to":         {func(e Event) []string { return e.Mail.Header["To"] }, containsFold},
	"subject":    {func(e Event) []string { return e.Mail.Header["Subject"] }, containsFold},
	"size":       {func(e Event) []string { return []string{strconv.Itoa(e.Mail.Size)} }, inRange},
	"attachment": {func(e Event) []string { return e.Mail.Attachments }, containsFold},
	"list":       {func(Event) []string { return nil }, strings.EqualFold},
}

func containsFold(value, term string) bool {
	return strings.Contains(strings.ToLower(value), strings.ToLower(term))
}

// inRange understands >n, <n and n.
func inRange(value, term string) bool {
	v, _ := strconv.Atoi(value)
	n, err := strconv.Atoi(strings.TrimLeft(term, "<>"))
	switch {
	case err != nil:
		return false
	case strings.HasPrefix(term, ">"):
		return v > n
	case strings.HasPrefix(term, "<"):
		return v < n
	default:
		return v == n
	}
}

// parseFilter reads an expression of terms, "quoted terms", AND (or nothing), OR, NOT (or a minus sign) and parentheses. AND binds
// closer than OR.
func parseFilter(text string, match func(value, term string) bool) (filter, error) {
	p := &filterParser{tokens: filterTokens(text), match: match}
	f, err := p.or()
	if err == nil && p.at < len(p.tokens) {
		err = fmt.Errorf("unexpected %q", p.tokens[p.at].text)
	}
	if err != nil {
		return nil, fmt.Errorf("filter %q: %w", text, err)
	}
	return f, nil
}

type filterToken struct {
	text   string
	quoted bool
}

func filterTokens(text string) []filterToken {
	var tokens []filterToken
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		end := 1
		switch text[0] {
		case '"':
			inside, rest, _ := strings.Cut(text[1:], `"`)
			tokens, text = append(tokens, filterToken{inside, true}), rest
			continue
		case '(', ')', '-':
		default:
			if end = strings.IndexAny(text, " \t()\""); end < 0 {
				end = len(text)
			}
		}
		tokens, text = append(tokens, filterToken{text[:end], false}), text[end:]
	}
	return tokens
}

type filterParser struct {
	tokens []filterToken
	at     int
	match  func(value, term string) bool
}

// next tells whether the next token is the unquoted word, and passes it if so.
func (p *filterParser) next(word string) bool {
	if p.at == len(p.tokens) || p.tokens[p.at] != (filterToken{word, false}) {
		return false
	}
	p.at++
	return true
}

func (p *filterParser) or() (filter, error) {
	left, err := p.and()
	for err == nil && p.next("OR") {
		var right filter
		first := left
		right, err = p.and()
		left = func(v []string) bool { return first(v) || right(v) }
	}
	return left, err
}

func (p *filterParser) and() (filter, error) {
	left, err := p.not()
	for err == nil && p.at < len(p.tokens) {
		if t := p.tokens[p.at]; t == (filterToken{"OR", false}) || t == (filterToken{")", false}) {
			break
		}
		p.next("AND")
		var right filter
		first := left
		right, err = p.not()
		left = func(v []string) bool { return first(v) && right(v) }
	}
	return left, err
}

func (p *filterParser) not() (filter, error) {
	if p.next("NOT") || p.next("-") {
		f, err := p.not()
		return func(v []string) bool { return !f(v) }, err
	}
	if p.next("(") {
		f, err := p.or()
		if err == nil && !p.next(")") {
			err = errors.New("missing )")
		}
		return f, err
	}
	if p.at == len(p.tokens) {
		return nil, errors.New("a term is missing")
	}
	term := p.tokens[p.at]
	if !term.quoted && (term.text == "AND" || term.text == "OR" || term.text == ")") {
		return nil, fmt.Errorf("unexpected %q", term.text)
	}
	p.at++
	return func(values []string) bool {
		for _, v := range values {
			if p.match(v, term.text) {
				return true
			}
		}
		return false
	}, nil
}
