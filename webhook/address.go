package webhook

import (
	"net/url"

	"github.com/postchat/postchat"
)

// secretPlace stands in an address for the secret that belongs there and is not shown.
const secretPlace = "/{secret}"

// Address is where a source's vendor posts to, below the server's own address. The token is the address's last part, for vendors
// that prove by it who they are; empty for the others.
func Address(server, sourceID string, token postchat.Secret) string {
	address := server + "/hooks/" + sourceID
	if token == "" {
		return address
	}
	return address + "/" + url.PathEscape(token.Reveal())
}

// ShownAddress is the address as it may be shown at any time. Where a secret belongs into it, its place is marked.
func ShownAddress(server, sourceID string, secretInAddress bool) string {
	address := Address(server, sourceID, "")
	if secretInAddress {
		address += secretPlace
	}
	return address
}
