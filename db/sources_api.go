package db

import (
	"encoding/json"
	"fmt"

	"github.com/postchat/postchat"
)

// sealedAPI is how to read from a source's vendor, as it is encrypted: as a whole, for an address may tell much too.
type sealedAPI struct {
	BaseURL string `json:"base_url"`
	Account string `json:"account"`
	Token   string `json:"token"`
}

func apiPlace(sourceID string) string { return "sources.api." + sourceID }

func (s *Store) sealAPI(source postchat.Source) ([]byte, error) {
	if source.API == nil {
		return nil, nil
	}
	plain, err := json.Marshal(sealedAPI{source.API.BaseURL, source.API.Account, source.API.Token.Reveal()})
	if err != nil {
		return nil, fmt.Errorf("encode the source's API: %w", err)
	}
	return s.box.seal(plain, apiPlace(source.ID)), nil
}

func (s *Store) openAPI(row sourceRow) (*postchat.SourceAPI, error) {
	if len(row.API) == 0 {
		return nil, nil
	}
	plain, err := s.box.open(row.API, apiPlace(row.ID))
	if err != nil {
		return nil, err
	}
	var api sealedAPI
	if err := json.Unmarshal(plain, &api); err != nil {
		return nil, fmt.Errorf("decode the source's API: %w", err)
	}
	return &postchat.SourceAPI{BaseURL: api.BaseURL, Account: api.Account, Token: postchat.Secret(api.Token)}, nil
}
