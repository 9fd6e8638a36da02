// Command own is Postchat with a chat vendor and a way to send mails of its own. Everything else is as in cmd/postchat: the
// commands, the settings, the API.
//
// Mails are written into the folder that OWN_MAIL_FOLDER names.
package main

import (
	"os"

	"github.com/postchat/postchat/app"
	"github.com/postchat/postchat/delivery"
	"github.com/postchat/postchat/examples/own/acme"
	"github.com/postchat/postchat/examples/own/folder"
)

func main() {
	os.Exit(app.Main(
		app.WithVendor(app.Vendor{
			Adapter: acme.Adapter{}, NewSecret: acme.NewSecret, CheckSecret: acme.CheckSecret,
			Advice: "In Acme Chat, under Integrations > Webhook: put in the address and, as Password, the secret.",
		}),
		app.WithSender(func() (delivery.Sender, error) { return folder.New(os.Getenv("OWN_MAIL_FOLDER")) }),
	))
}
