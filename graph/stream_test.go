package graph_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// subscription is a client of one subscription.
type subscription struct {
	t      *testing.T
	lines  *bufio.Scanner
	hangUp context.CancelFunc
}

// event is an event of a stream.
type event struct {
	kind string // next or complete; empty where the connection ended, and "comment" where nothing was said
	data string
}

// subscribe begins a subscription, which must be taken.
func (a *api) subscribe(query string, variables object) *subscription {
	a.t.Helper()
	s, status := a.trySubscribe(query, variables)
	if status != http.StatusOK {
		a.t.Fatalf("%s\nis answered %d", query, status)
	}
	return s
}

func (a *api) trySubscribe(query string, variables object) (*subscription, int) {
	a.t.Helper()
	body, err := json.Marshal(object{"query": query, "variables": variables})
	if err != nil {
		a.t.Fatal(err)
	}
	return a.subscribeBy(string(body))
}

func (a *api) subscribeBy(body string) (*subscription, int) {
	a.t.Helper()
	ctx, hangUp := context.WithTimeout(context.Background(), time.Minute)
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, a.url, strings.NewReader(body))
	if err != nil {
		a.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	request.Header.Set("Authorization", "Bearer "+a.token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		a.t.Fatal(err)
	}
	a.t.Cleanup(func() {
		hangUp()
		_ = response.Body.Close()
	})
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 8<<20)
	return &subscription{a.t, lines, hangUp}, response.StatusCode
}

// next returns the next event, passing over comments.
func (s *subscription) next() event {
	s.t.Helper()
	for {
		if e := s.any(); e.kind != "comment" {
			return e
		}
	}
}

// any returns the next event or comment.
func (s *subscription) any() event {
	s.t.Helper()
	var e event
	for s.lines.Scan() {
		line := s.lines.Text()
		kind, isKind := strings.CutPrefix(line, "event: ")
		data, isData := strings.CutPrefix(line, "data: ")
		switch {
		case isKind:
			e.kind = kind
		case isData:
			e.data = data
		case strings.HasPrefix(line, ":"):
			e.kind = "comment"
		case line == "" && e.kind != "":
			return e
		}
	}
	if err := s.lines.Err(); err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		s.t.Fatalf("read an event: %v", err)
	}
	return event{}
}

// read reads the next event's data into data.
func (s *subscription) read(data any) {
	s.t.Helper()
	e := s.next()
	answer := struct {
		Data   any
		Errors []failure
	}{Data: data}
	if err := json.Unmarshal([]byte(e.data), &answer); e.kind != "next" || err != nil || len(answer.Errors) > 0 {
		s.t.Fatalf("the next event is %+v, %v", e, err)
	}
}

// refusedWith reads the end of a subscription that is refused with a code.
func (s *subscription) refusedWith(code string) {
	s.t.Helper()
	var answer struct{ Errors []failure }
	e := s.next()
	if err := json.Unmarshal([]byte(e.data), &answer); err != nil || len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != code {
		s.t.Fatalf("the event is %+v, want an error %s", e, code)
	}
	if e := s.next(); e.kind != "complete" {
		s.t.Errorf("after the error comes %+v", e)
	}
	if e := s.next(); e.kind != "" {
		s.t.Errorf("after the end comes %+v", e)
	}
}
