package sheet

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
)

// parameters reads the parameters of a request and collects what is wrong with them.
type parameters struct {
	values url.Values
	known  map[string]bool
	errs   []error
}

// err is all that is wrong, also parameters that the list does not have: a filter that is misspelt must not be left out.
func (p *parameters) err() error {
	for _, name := range slices.Sorted(maps.Keys(p.values)) {
		if !p.known[name] {
			p.errs = append(p.errs, postchat.Invalidf(postchat.Shorten(postchat.CleanLine(name), 60),
				"is no parameter of this list; it has %s", strings.Join(slices.Sorted(maps.Keys(p.known)), ", ")))
		}
	}
	return errors.Join(p.errs...)
}

// maxValues bounds how often a parameter can be given.
const maxValues = 200

// all returns the values of a parameter that can be given several times. Empty ones count for none.
func (p *parameters) all(name string) []string {
	return slices.DeleteFunc(slices.Clone(p.allAndEmpty(name)), func(v string) bool { return v == "" })
}

// allAndEmpty is all for a parameter of which an empty value says something.
func (p *parameters) allAndEmpty(name string) []string {
	p.known[name] = true
	values := p.values[name]
	if len(values) > maxValues {
		p.errs = append(p.errs, postchat.Invalidf(name, "can be given at most %d times", maxValues))
		return nil
	}
	return values
}

// one returns the value of a parameter; empty where it was not given.
func (p *parameters) one(name string) string {
	values := p.all(name)
	if len(values) > 1 {
		p.errs = append(p.errs, postchat.Invalidf(name, "can be given only once"))
	}
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

// must is one for a parameter that must be given.
func (p *parameters) must(name string) string {
	value := p.one(name)
	if value == "" {
		p.errs = append(p.errs, postchat.Invalidf(name, "must be given"))
	}
	return value
}

// flag returns a parameter that is yes or no.
func (p *parameters) flag(name string, unless bool) bool {
	switch value := strings.ToLower(p.one(name)); value {
	case "":
		return unless
	case "yes", "true", "1":
		return true
	case "no", "false", "0":
		return false
	default:
		p.errs = append(p.errs, postchat.Invalidf(name, "must be yes or no"))
		return unless
	}
}

// either returns a parameter that is yes, no or not given.
func (p *parameters) either(name string) *bool {
	if p.one(name) == "" {
		return nil
	}
	value := p.flag(name, false)
	return &value
}

// moments returns a stretch of time whose ends are the parameters nameFrom and nameTo.
func (p *parameters) moments(name string) db.TimeRange {
	return db.TimeRange{From: p.moment(name + "From"), To: p.moment(name + "To")}
}

func (p *parameters) moment(name string) time.Time {
	value := p.one(name)
	if value == "" {
		return time.Time{}
	}
	at, err := time.Parse(time.RFC3339, value)
	if err != nil {
		p.errs = append(p.errs, postchat.Invalidf(name, "must be a time such as 2026-07-01T09:30:00Z"))
	}
	return at
}

// words returns the values of a parameter that are words of the schema, in upper or lower case.
func words[T ~string](p *parameters, name string, of []T) []T {
	var found []T
	for _, value := range p.all(name) {
		word := T(strings.ToLower(value))
		if !slices.Contains(of, word) {
			p.errs = append(p.errs, postchat.Invalidf(name, "must be one of %s", strings.ToUpper(fmt.Sprint(of))))
			return nil
		}
		found = append(found, word)
	}
	return found
}
