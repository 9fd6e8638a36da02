package faults_test

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/postchat/postchat/test/server"
	"github.com/postchat/postchat/test/vendor"
)

// newShop is where the chats of a run come to.
func newShop() *server.Shop {
	return &server.Shop{
		Name: "Acme",
		Codes: []server.Code{
			{Label: "lead", Addresses: "sales@acme.example"},
			{Label: "support", Addresses: "support@acme.example; nights@acme.example"},
		},
		Standard: "standard@acme.example",
	}
}

// chat is one chat of the load.
type chat struct {
	// name is the visitor's e-mail. Mails have no note, so they show it as Reply-To.
	name string
	body []byte
	// due are the addresses that must get it.
	due []string
	// again says that the vendor posts it once more, though it was acknowledged.
	again bool
}

// newChat is a chat with some of the codes.
func newChat(random *rand.Rand, number int) chat {
	choices := []struct{ codes, due []string }{
		{nil, []string{"standard@acme.example"}},
		{[]string{"lead"}, []string{"sales@acme.example"}},
		{[]string{"support"}, []string{"support@acme.example", "nights@acme.example"}},
		{[]string{"support", "lead"}, []string{"sales@acme.example", "support@acme.example", "nights@acme.example"}},
	}
	choice := choices[random.IntN(len(choices))]
	c := vendor.NewChat(fmt.Sprintf("room-%d", number), choice.codes...)
	c.Visitor = vendor.Person{Name: fmt.Sprintf("Visitor %d", number), Email: fmt.Sprintf("visitor-%d@visitors.example", number)}
	return chat{name: c.Visitor.Email, body: c.Body(), due: slices.Clone(choice.due), again: random.IntN(20) == 0}
}
