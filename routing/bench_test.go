package routing_test

import (
	"fmt"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/routing"
)

// BenchmarkRoute asks a table of the usual size, ten codes with three addresses each, who gets a chat with two codes.
func BenchmarkRoute(b *testing.B) {
	table := postchat.Table{Addresses: map[string][]postchat.Address{}, Standard: list("office@shop.example")}
	for i := range 10 {
		code := postchat.SuccessCode{ID: fmt.Sprint("c", i), Label: fmt.Sprint("Code ", i), Position: i}
		table.Codes = append(table.Codes, code)
		for j := range 3 { // the last of each list is also the first of the next
			email := fmt.Sprintf("desk%d@shop.example", 2*i+j)
			table.Addresses[code.ID] = append(table.Addresses[code.ID], postchat.Address{Email: email})
		}
	}
	chat, followUp := postchat.Chat{Codes: []string{"code 4", "code 3"}}, postchat.FollowUp{}
	b.ReportAllocs()
	for b.Loop() {
		if d := routing.Route(table, chat, followUp); len(d.Recipients) != 5 {
			b.Fatalf("%d recipients", len(d.Recipients))
		}
	}
}
