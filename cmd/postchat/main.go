// Command postchat forwards finished live chats to the right department by mail. `postchat help` lists what it can do.
package main

import (
	"os"

	"github.com/postchat/postchat/app"
)

func main() { os.Exit(app.Main()) }
