// Command program is postchat with the vendor of package keeper in the place of our own format.
package main

import (
	"net/http"
	"os"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/app"
	"github.com/postchat/postchat/test/keeper"
	ownformat "github.com/postchat/postchat/webhook/postchat"
)

func main() {
	os.Exit(app.Main(app.WithVendor(app.Vendor{
		Adapter: keeper.Adapter{API: os.Getenv(keeper.Setting)}, NewSecret: ownformat.NewSecret,
		CheckSecret: func(secret postchat.Secret) error {
			return ownformat.Sign(http.Header{}, secret, "check", time.Now(), nil)
		},
		Advice: "It is a vendor of the tests.",
	})))
}
