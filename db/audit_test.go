package db_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

func TestTheAuditLogIsReadInPartsAndByWhoWhatAndWhen(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		began := clock.Now()
		dana := postchat.Actor{Kind: postchat.ActorPerson, ID: "dana", Name: "Dana K."}
		for i, action := range []string{"goal.create", "goal.update", "goal.create", "goal.update", "goal.create"} {
			scope := s.Scope
			if i%2 == 0 {
				scope = scope.As(dana)
			}
			object := []string{"a", "b", "c"}[i%3]
			if err := scope.Audit(t.Context(), postchat.AuditEntry{Action: action, ObjectKind: "goal", ObjectID: object, ObjectName: object + "\nname"}); err != nil {
				t.Fatal(err)
			}
			clock.Move(time.Minute)
		}
		read := func(f db.AuditFilter, page db.AuditPage) (string, string, bool) {
			t.Helper()
			rows, more, err := s.Scope.AuditLog(t.Context(), f, page)
			if err != nil {
				t.Fatal(err)
			}
			var texts []string
			last := ""
			for _, row := range rows {
				texts = append(texts, row.ActorName+" "+row.Action+" "+row.ObjectName+" "+row.At.Sub(began).String())
				last = row.ID
			}
			return strings.Join(texts, "\n"), last, more
		}
		page, last, more := read(db.AuditFilter{}, db.AuditPage{First: 2})
		if page != "Dana K. goal.create b name 4m0s\nPostchat goal.update a name 3m0s" || !more {
			t.Errorf("the first page is %q, more %t", page, more)
		}
		page, _, more = read(db.AuditFilter{}, db.AuditPage{First: 3, After: last})
		if page != "Dana K. goal.create c name 2m0s\nPostchat goal.update b name 1m0s\nDana K. goal.create a name 0s" || more {
			t.Errorf("the second page is %q, more %t", page, more)
		}
		for want, filter := range map[string]db.AuditFilter{
			"Dana K. goal.create c name 2m0s":                                    {ActorID: "dana", ObjectID: "c"},
			"Postchat goal.update a name 3m0s\nPostchat goal.update b name 1m0s": {ActorKind: postchat.ActorSystem},
			"Postchat goal.update b name 1m0s":                                   {Action: "goal.update", At: db.TimeRange{To: began.Add(3 * time.Minute)}},
			"Dana K. goal.create b name 4m0s":                                    {At: db.TimeRange{From: began.Add(4 * time.Minute)}},
			"":                                                                   {Action: "campaign.create"},
		} {
			if page, _, _ := read(filter, db.AuditPage{First: 10}); page != want {
				t.Errorf("%+v finds %q, want %q", filter, page, want)
			}
		}
		if rows, _, err := store.Account("another").AuditLog(t.Context(), db.AuditFilter{}, db.AuditPage{First: 10}); err != nil || len(rows) > 0 {
			t.Errorf("another account reads %d entries, %v", len(rows), err)
		}
		for _, first := range []int{0, db.MaxPage + 1} {
			if _, _, err := s.Scope.AuditLog(t.Context(), db.AuditFilter{}, db.AuditPage{First: first}); !postchat.IsKind(err, postchat.Invalid) {
				t.Errorf("a page of %d is answered %v", first, err)
			}
		}
	})
}

func TestEntriesOfOneMomentKeepTheirOrder(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, _ *stores.Clock) {
		s := stores.Sample(t, store)
		var want []string
		for i := range 50 {
			want = append(want, fmt.Sprint("entry ", i))
			if err := s.Scope.Audit(t.Context(), postchat.AuditEntry{Action: want[i], ObjectKind: "goal", ObjectID: "a"}); err != nil {
				t.Fatal(err)
			}
		}
		rows, _, err := s.Scope.AuditLog(t.Context(), db.AuditFilter{}, db.AuditPage{First: db.MaxPage})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range slices.Backward(rows) {
			got = append(got, row.Action)
		}
		if !slices.Equal(got, want) {
			t.Errorf("the log has %v", got)
		}
	})
}

func TestNothingInTheAuditLogCanBeChangedOrDeletedByAnySQL(t *testing.T) {
	t.Parallel()
	stores.Each(t, func(t *testing.T, store *db.Store) {
		s := stores.Sample(t, store)
		if err := s.Scope.Audit(t.Context(), postchat.AuditEntry{Action: "goal.create", ObjectKind: "goal", ObjectID: "a", Detail: "as it was"}); err != nil {
			t.Fatal(err)
		}
		const copied = `SELECT id, account_id, at, actor_kind, actor_id, actor_name, action, object_kind, object_id, object_name, campaign_id, 'changed' FROM audit_entries`
		statements := []string{
			"UPDATE audit_entries SET detail = 'changed'",
			"DELETE FROM audit_entries",
			"INSERT INTO audit_entries " + copied + " WHERE true ON CONFLICT (id) DO UPDATE SET detail = 'changed'",
		}
		if store.IsPostgres() {
			statements = append(statements, "TRUNCATE audit_entries", "TRUNCATE accounts CASCADE")
		} else {
			statements = append(statements, "INSERT OR REPLACE INTO audit_entries "+copied, "REPLACE INTO audit_entries "+copied)
		}
		for _, statement := range statements {
			err := store.Exec(t.Context(), statement)
			if refused := err != nil && strings.Contains(err.Error(), "never changed or deleted"); !refused {
				t.Errorf("%s: %v", statement, err)
			}
		}
		rows, _, err := s.Scope.AuditLog(t.Context(), db.AuditFilter{}, db.AuditPage{First: 10})
		if err != nil || len(rows) != 1 || rows[0].Detail != "as it was" {
			t.Errorf("the log is %+v, %v", rows, err)
		}
	})
}
