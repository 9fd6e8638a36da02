package app

import (
	"context"
	"flag"
	"strings"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/settings"
)

func sourceWindowCommand() *command {
	return &command{
		name: "source window", args: "NAME", short: "Say which chat app may show the operator's window.",
		long: "Shows the address of the operator's window for a source, and the origins of pages that may show it in a frame. With\n" +
			"-frame-origins it sets them: the address of the agents' app up to its host, without a path. A window of its own needs none.",
		example: `postchat source window "Website chat" -frame-origins https://chat.example.com`,
		groups:  storeSettings,
		prepare: func(flags *flag.FlagSet) action {
			var origins *[]string
			flags.Func("frame-origins", "`ORIGINS` with commas between them, in place of those there are; none takes them all away.", func(text string) error {
				list := originList(text)
				origins = &list
				return nil
			})
			return func(ctx context.Context, inv invocation) error { return showWindow(ctx, inv, origins) }
		},
	}
}

// originList is what people type for a list of origins.
func originList(text string) []string {
	if strings.EqualFold(strings.TrimSpace(text), "none") {
		return []string{}
	}
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\n' })
}

func showWindow(ctx context.Context, inv invocation, origins *[]string) error {
	return inv.withAccount(ctx, func(ctx context.Context, scope *db.Scope) error {
		source, err := findSource(ctx, scope, inv.words[0])
		if err == nil && origins != nil {
			source, err = editor(scope, nil).UpdateSource(ctx, settings.SourceChange{ID: source.ID, FrameOrigins: *origins})
		}
		if err != nil {
			return err
		}
		inv.showWindow(*source)
		return nil
	})
}

func (inv invocation) showWindow(source postchat.Source) {
	framed := "nobody: it opens in a window of its own alone"
	if len(source.FrameOrigins) > 0 {
		framed = strings.Join(source.FrameOrigins, " ")
	}
	inv.printf("The operator's window of %s\n\n  address    %s\n  framed by  %s\n", source.Name, inv.config.PanelURL(source.ID), framed)
	for _, origin := range source.SuggestedFrameOrigins() {
		inv.printf("\nIts chat app seems to be at %s: add that with -frame-origins to show the window there.\n", origin)
	}
}
