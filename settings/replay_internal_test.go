package settings

import (
	"testing"

	"github.com/postchat/postchat"
)

func TestAProblemWithinAnObjectStaysWhatItIs(t *testing.T) {
	t.Parallel()
	_, err := postchat.ParseAddressList("nobody")
	for field, place := range map[string]string{"standard": "table.standard", "": "table"} {
		problems := postchat.Problems(within("table", At(field, err)))
		if len(problems) != 1 || problems[0].Rule != postchat.ErrorAddress || problems[0].Field != place {
			t.Errorf("a bad address in %q is %+v", field, problems)
		}
	}
}
