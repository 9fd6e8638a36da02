package settings

import (
	"github.com/postchat/postchat"
)

// sourceAPI is what a source has after a change of how to read from its vendor, on the fields api, api.baseUrl, api.account and
// api.token. An empty address takes it away. A token that is left out stays, as long as it is for the same server: nobody who cannot
// read it can have it sent elsewhere.
func (e Editor) sourceAPI(source postchat.Source, change postchat.SourceAPI) (*postchat.SourceAPI, error) {
	change.Clean()
	if change.BaseURL == "" {
		return nil, nil
	}
	if !e.Vendors.KeepsTranscripts(source.Vendor) {
		return nil, postchat.Invalidf("api", "is for vendors that keep the transcript; this one sends it")
	}
	if before := source.API; change.Token == "" && before != nil && before.Token != "" {
		if !before.SameServer(change) {
			return nil, postchat.Invalidf("api.token", "must be given for another server: the one that is stored is for %s", before.BaseURL)
		}
		change.Token = before.Token
	}
	return &change, nil
}

// apiDifference says what was changed of how to read from a vendor, without tokens; empty where nothing was.
func apiDifference(before, after *postchat.SourceAPI) string {
	shown := func(api *postchat.SourceAPI) string {
		if api == nil {
			return "none"
		}
		return api.String()
	}
	switch was, is := shown(before), shown(after); {
	case was != is:
		return "api: " + was + " -> " + is
	case before != nil && before.Token != after.Token:
		return "api: a new token"
	}
	return ""
}
