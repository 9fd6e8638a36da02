package mail_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/postchat/postchat/mail"
)

func TestPartsAreThoseThatAnIndependentParserFinds(t *testing.T) {
	for _, g := range goldens {
		t.Run(g.name, func(t *testing.T) {
			m := compose(t, g.in())
			got, err := mail.Parts(m.Source)
			if err != nil {
				t.Fatal(err)
			}
			want := parse(t, m.Source)
			if got.Plain != want.Text || got.HTML != want.HTML {
				t.Error("the texts differ")
			}
			if len(got.Attachments) != len(want.Attachments) {
				t.Fatalf("%d attachments, want %d", len(got.Attachments), len(want.Attachments))
			}
			for i, a := range got.Attachments {
				w := want.Attachments[i]
				if a.Name != w.FileName || a.Type != w.ContentType || !bytes.Equal(a.Bytes, w.Content) {
					t.Errorf("attachment %s differs from %s", a.Name, w.FileName)
				}
			}
			var names []string
			for _, field := range got.Fields {
				names = append(names, field.Name)
				if field.Value != want.GetHeader(field.Name) {
					t.Errorf("%s is %q, want %q", field.Name, field.Value, want.GetHeader(field.Name))
				}
			}
			fields := planned
			if g.in().FollowUp.Submission.Urgent {
				fields = plannedUrgent
			}
			if !slices.Equal(names, fields[:len(fields)-2]) {
				t.Errorf("the fields are %q", names)
			}
		})
	}
}

func TestPartsFailsOnWhatIsNoMessage(t *testing.T) {
	var nested strings.Builder
	for i := range 50 {
		fmt.Fprintf(&nested, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	for name, source := range map[string]string{
		"nothing":                        "",
		"a header without its end":       "From: a@b.example\r\n",
		"no content type":                "From: a@b.example\r\n\r\ntext",
		"a border that never comes":      "Content-Type: multipart/mixed; boundary=b\r\n\r\ntext",
		"no border":                      "Content-Type: multipart/mixed\r\n\r\ntext",
		"parts that are nested too deep": nested.String(),
		"base64 that is none":            "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%",
		"a last border that never comes": "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n",
	} {
		if _, err := mail.Parts([]byte(source)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
