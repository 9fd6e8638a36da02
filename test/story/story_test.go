// Package story_test tells what Postchat does from end to end: a chat vendor posts, the program runs, and the mail provider's
// own ledger says who got what. Each story is told on SQLite and on PostgreSQL, with a fake Mailgun and a fake SMTP server.
package story_test

import (
	"os"
	"testing"

	"github.com/postchat/postchat/test/server"
)

func TestMain(m *testing.M) { os.Exit(server.Run(m)) }

// told is a story by its name.
type told struct {
	name string
	// shop changes the story's shop; nil where it is the usual one.
	shop func(*server.Shop)
	tale func(s *story)
}

func TestStories(t *testing.T) {
	inEveryHouse(t, func(t *testing.T, h *house) {
		for _, stories := range [][]told{routingStories, repeatStories, refusalStories, operatorStories, editStories, mailStories, providerStories, proofStories, chatwootStories} {
			for _, one := range stories {
				t.Run(one.name, func(t *testing.T) {
					t.Parallel()
					h.tell(t, one.shop, one.tale)
				})
			}
		}
	})
}
