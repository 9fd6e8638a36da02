package fakemailgun

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"
)

// Sizes of a page of events.
const (
	defaultLimit = 100
	maxLimit     = 300
)

// query is a question about events with its place in the answer. As JSON in base64 it is the last part of a page's address.
type query struct {
	Begin     time.Time           `json:"begin"`
	End       time.Time           `json:"end"`
	Ascending bool                `json:"ascending"`
	Limit     int                 `json:"limit"`
	Filters   map[string][]string `json:"filters"`
	From      *place              `json:"from,omitempty"` // the page begins after it; nil: at the start
	Back      bool                `json:"back,omitempty"` // the page ends before From instead; with no From: at the end
}

// place is one event's place in the order of time.
type place struct {
	Time   time.Time `json:"time"`
	Number int       `json:"number"`
}

// listEvents serves the events endpoint and its pages.
func (s *Server) listEvents(w http.ResponseWriter, r *http.Request) {
	s.queries.Add(1)
	x := &exchange{server: s, w: w, r: r, answered: func(int) {}}
	if no := s.admit(r); no != nil {
		x.answer(no.answer())
		return
	}
	now := s.now()
	q, err := queryOf(r, now)
	var body []byte
	if err == nil {
		body, err = s.page(q, r.PathValue("domain"), now)
	}
	if err != nil {
		x.answer(answer{status: http.StatusBadRequest, body: messageJSON(err.Error())})
		return
	}
	x.play(s.script.forQuery(), answer{status: http.StatusOK, body: string(body)})
}

func queryOf(r *http.Request, now time.Time) (query, error) {
	if token := r.PathValue("page"); token != "" {
		var q query
		text, err := base64.RawURLEncoding.DecodeString(token)
		if err == nil {
			err = json.Unmarshal(text, &q)
		}
		if err != nil || len(r.URL.Query()) > 0 {
			return q, errors.New("invalid page")
		}
		return q, nil
	}
	return parseQuery(r.URL.Query(), now)
}

// parseQuery reads the parameters as the documentation has them: begin is now unless given; end, where it is missing, lies in the
// direction that ascending says, which is no unless given; and the two must not contradict each other.
func parseQuery(params url.Values, now time.Time) (query, error) {
	q := query{Begin: now, Limit: defaultLimit, Filters: map[string][]string{}}
	for key, values := range params {
		var err error
		value := values[len(values)-1]
		switch key {
		case "begin":
			q.Begin, err = parseTime(value)
		case "end":
			q.End, err = parseTime(value)
		case "limit":
			q.Limit, err = strconv.Atoi(value)
		case "ascending", "pretty":
			if value != "yes" && value != "no" {
				err = errors.New("must be yes or no")
			}
		default:
			if _, known := fields[key]; !known {
				err = errors.New("unknown parameter")
			}
			q.Filters[key] = values
		}
		if err != nil {
			return q, fmt.Errorf("%s: %w", key, err)
		}
	}
	if q.Limit < 1 {
		return q, errors.New("limit must be positive")
	}
	q.Limit = min(q.Limit, maxLimit)
	q.Ascending = params.Get("ascending") == "yes"
	if !q.End.IsZero() {
		forward := !q.End.Before(q.Begin)
		if params.Has("ascending") && forward != q.Ascending {
			return q, errors.New("ascending contradicts begin and end")
		}
		q.Ascending = forward
	}
	return q, nil
}

// parseTime understands epoch seconds and RFC 2822 dates.
func parseTime(text string) (time.Time, error) {
	if seconds, err := strconv.ParseFloat(text, 64); err == nil {
		return time.UnixMicro(int64(seconds * 1e6)), nil
	}
	return time.Parse("Mon, 2 Jan 2006 15:04:05 -0700", text)
}

// page is one page of the answer as JSON.
func (s *Server) page(q query, domain string, now time.Time) ([]byte, error) {
	list, err := q.matching(s.ledger.visible(now, domain))
	if err != nil {
		return nil, err
	}
	items := q.cut(list)
	next, previous := q, q
	next.Back, previous.Back = false, true
	if len(items) > 0 {
		next.From, previous.From = items[len(items)-1].place(), items[0].place()
	} else if q.Back {
		next.From = nil
	}
	first, last := q, q
	first.From, first.Back = nil, false
	last.From, last.Back = nil, true
	address := func(q query) string {
		text, _ := json.Marshal(q) // Times, numbers and strings always marshal.
		return s.APIBase() + "/" + domain + "/events/" + base64.RawURLEncoding.EncodeToString(text)
	}
	return json.MarshalIndent(map[string]any{
		"items": append([]Event{}, items...),
		"paging": map[string]string{
			"first": address(first), "last": address(last), "next": address(next), "previous": address(previous),
		},
	}, "", "  ")
}

// matching keeps the events that are asked for, in the order that is asked for.
func (q query) matching(list []Event) ([]Event, error) {
	for key, values := range q.Filters {
		field := fields[key]
		for _, text := range values {
			f, err := parseFilter(text, field.match)
			if err != nil {
				return nil, err
			}
			list = slices.DeleteFunc(list, func(e Event) bool { return !f(field.values(e)) })
		}
	}
	from, to := q.Begin, q.End
	if !q.Ascending {
		from, to = to, from
	}
	list = slices.DeleteFunc(list, func(e Event) bool { return e.Time.Before(from) || !to.IsZero() && e.Time.After(to) })
	slices.SortFunc(list, func(a, b Event) int { return q.compare(*a.place(), *b.place()) })
	return list, nil
}

// compare orders places in the query's direction.
func (q query) compare(a, b place) int {
	c := a.Time.Compare(b.Time)
	if c == 0 {
		c = a.Number - b.Number
	}
	if !q.Ascending {
		return -c
	}
	return c
}

// cut takes the page out of the whole answer.
func (q query) cut(list []Event) []Event {
	start, end := 0, len(list)
	if q.From != nil {
		at, found := slices.BinarySearchFunc(list, *q.From, func(e Event, p place) int { return q.compare(*e.place(), p) })
		if end = at; !q.Back {
			start, end = at, len(list)
			if found {
				start++
			}
		}
	}
	if q.Back {
		return list[max(start, end-q.Limit):end]
	}
	return list[start:min(end, start+q.Limit)]
}

func (e Event) place() *place { return &place{Time: e.Time, Number: e.number} }
