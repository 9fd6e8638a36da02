package web

import "net/http"

// Try answers with the page on which people rehearse a chat beside the window. scene is what its script is told.
func (p Pages) Try(w http.ResponseWriter, r *http.Request, scene any) {
	if err := (builtPage{entry: "try", data: scene}).send(w, r); err != nil {
		p.problem(w, r, err)
	}
}
