package routing_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/routing"
)

func TestDecisionIsStableJSON(t *testing.T) {
	nobody := sample()
	emptyStandard(&nobody)
	tests := []struct {
		name  string
		table postchat.Table
		codes []string
		want  string
	}{
		{
			"nobody is an empty list, not null", nobody, nil,
			`{"table_version":7,"recipients":[],"not_forwarded":"standard_empty"}`,
		}, {
			"known codes carry their id, unknown ones none", sample(), []string{"support 2nd line", "refund"},
			`{"table_version":7,"recipients":[{"address":{"email":"help@shop.example"},"reasons":[{"kind":"code","code":"support 2nd line"}]}],` +
				`"codes":[{"label":"support 2nd line","code_id":"c3","outcome":"routed"},{"label":"refund","outcome":"unknown"}]}`,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := routing.Route(tt.table, postchat.Chat{Codes: tt.codes}, postchat.FollowUp{})
			got, err := json.Marshal(d)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
			var back postchat.Decision
			if err := json.Unmarshal(got, &back); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(back, d) {
				t.Errorf("read back\n got %#v\nwant %#v", back, d)
			}
		})
	}
}
