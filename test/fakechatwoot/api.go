package fakechatwoot

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strconv"
)

// How the API pages messages: the last ones where nothing is said, or the first ones after a number.
const (
	latest  = 20
	earlier = 100
)

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	const account = "GET /api/v1/accounts/{account}"
	mux.HandleFunc(account+"/conversations/meta", s.answer(func(*http.Request) any {
		return map[string]any{"meta": map[string]any{"mine_count": 0, "all_count": len(s.conversations)}}
	}))
	mux.HandleFunc(account+"/conversations/{id}", s.answer(func(r *http.Request) any {
		if c := s.find(r); c != nil {
			return c.facts()
		}
		return nil
	}))
	mux.HandleFunc(account+"/conversations/{id}/messages", s.answer(func(r *http.Request) any {
		if c := s.find(r); c != nil {
			return map[string]any{"meta": map[string]any{"labels": c.labels}, "payload": c.page(r.URL.Query().Get("after"))}
		}
		return nil
	}))
	mux.HandleFunc(account+"/inboxes/{inbox}", s.answer(func(r *http.Request) any {
		if r.PathValue("inbox") == strconv.Itoa(inboxID) {
			return map[string]any{"id": inboxID, "name": inboxName}
		}
		return nil
	}))
	return mux
}

func (s *Server) find(r *http.Request) *Conversation {
	id, err := strconv.Atoi(r.PathValue("id"))
	if err != nil {
		return nil
	}
	return s.conversations[id]
}

// page is as Chatwoot makes it: chosen by number, in the order of the times.
func (c *Conversation) page(after string) []message {
	list := slices.Clone(c.messages)
	byTime := func(a, b message) int { return int(a["created_at"].(int64) - b["created_at"].(int64)) }
	slices.SortStableFunc(list, byTime)
	if after == "" {
		return list[max(0, len(list)-latest):]
	}
	number, _ := strconv.Atoi(after) // as Ruby reads it: what is no number is 0
	list = slices.DeleteFunc(list, func(m message) bool { return m["id"].(int) <= number })
	return list[:min(len(list), earlier)]
}

// answer writes down what is asked, lets a stranger not in, and answers with what say finds, or 404.
func (s *Server) answer(say func(*http.Request) any) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		allowed := r.Header.Get("api_access_token") == Token && r.PathValue("account") == Account
		s.asked = append(s.asked, Request{Path: r.URL.Path, After: r.URL.Query().Get("after"), Allowed: allowed})
		var fault Fault
		if len(s.faults) > 0 {
			fault, s.faults = s.faults[0], s.faults[1:]
		}
		var found any
		if allowed {
			found = say(r)
		}
		body, _ := json.Marshal(found) // of maps made here
		s.mu.Unlock()
		switch {
		case fault.Status != 0 || fault.Body != "" || fault.CutOff > 0 || fault.Until != nil:
			fault.play(w, r, body)
		case !allowed:
			refuse(w, http.StatusUnauthorized, `{"errors":["Invalid Access Token"]}`)
		case found == nil:
			refuse(w, http.StatusNotFound, `{"error":"Resource could not be found"}`)
		default:
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write(body)
		}
	}
}

func refuse(w http.ResponseWriter, status int, body string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(body))
}

func (f Fault) play(w http.ResponseWriter, r *http.Request, body []byte) {
	if f.Begun != nil {
		close(f.Begun)
	}
	if f.Until != nil {
		select {
		case <-f.Until:
		case <-r.Context().Done():
			return
		}
	}
	maps.Copy(w.Header(), f.Header)
	if f.Body != "" {
		body = []byte(f.Body)
	}
	if f.CutOff > 0 {
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		body = body[:min(f.CutOff, len(body))]
	}
	if f.Status != 0 {
		w.WriteHeader(f.Status)
	}
	_, _ = w.Write(body)
}
