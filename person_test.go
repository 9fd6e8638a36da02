package postchat_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
)

func TestPeopleWhoCannotBe(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		change func(p *postchat.Person)
		fields []string
	}{
		{"an owner", func(*postchat.Person) {}, nil},
		{"a manager of one campaign", func(p *postchat.Person) { p.Role, p.CampaignIDs = postchat.RoleManager, []string{"c"} }, nil},
		{"somebody with a language", func(p *postchat.Person) { p.Language = "pt-BR" }, nil},
		{"without anything", func(p *postchat.Person) { *p = postchat.Person{} }, []string{"name", "email", "role"}},
		{"with a name in the e-mail", func(p *postchat.Person) { p.Email = "Dana <dana@acme.example>" }, []string{"email"}},
		{"with an e-mail that is not as it is kept", func(p *postchat.Person) { p.Email = "dana@ACME.example" }, []string{"email"}},
		{"with two lines for a name", func(p *postchat.Person) { p.Name = "Dana\nKimura" }, []string{"name"}},
		{"with a long name", func(p *postchat.Person) { p.Name = strings.Repeat("x", 121) }, []string{"name"}},
		{"an owner of one campaign", func(p *postchat.Person) { p.CampaignIDs = []string{"c"} }, []string{"campaigns"}},
		{"a manager of no campaign", func(p *postchat.Person) { p.Role, p.CampaignIDs = postchat.RoleManager, []string{} }, []string{"campaigns"}},
		{"with a language that is none", func(p *postchat.Person) { p.Language = "<nl>" }, []string{"language"}},
		{"with a long language", func(p *postchat.Person) { p.Language = strings.Repeat("x", 36) }, []string{"language"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p := postchat.Person{Name: "Dana", Email: "dana@acme.example", Role: postchat.RoleOwner}
			test.change(&p)
			var fields []string
			for _, problem := range postchat.Problems(p.Validate()) {
				fields = append(fields, problem.Field)
			}
			if !slices.Equal(fields, test.fields) {
				t.Errorf("at fault are %v, want %v", fields, test.fields)
			}
		})
	}
}

func TestASessionEndsByAgeOrIdleness(t *testing.T) {
	t.Parallel()
	began := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name string
		seen time.Duration
		ends time.Duration
	}{
		{"not used since", 0, 7 * 24 * time.Hour},
		{"used on day 10", 10 * 24 * time.Hour, 17 * 24 * time.Hour},
		{"used on day 29", 29 * 24 * time.Hour, 30 * 24 * time.Hour},
	} {
		s := postchat.Session{CreatedAt: began, SeenAt: began.Add(test.seen)}
		if ends := s.ExpiresAt().Sub(began); ends != test.ends || s.Valid(s.ExpiresAt()) || !s.Valid(s.ExpiresAt().Add(-time.Second)) {
			t.Errorf("%s, it ends after %s", test.name, ends)
		}
	}
}
