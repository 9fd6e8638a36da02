package sheet_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/sheet"
	"github.com/postchat/postchat/test/stores"
)

// desk is where a test asks for files, as whoever viewer says.
type desk struct {
	*stores.Campaign
	t      *testing.T
	store  *db.Store
	clock  *stores.Clock
	viewer auth.Viewer
	url    string
	log    *bytes.Buffer
}

func each(t *testing.T, test func(d *desk)) {
	t.Helper()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		d := &desk{Campaign: s, t: t, store: store, clock: clock, log: &bytes.Buffer{}}
		d.viewer = auth.Viewer{AccountID: s.Account.ID, Permissions: postchat.Permissions, Actor: postchat.Actor{Name: "Dana K."}}
		d.serve(sheet.NewHandler(d.options()))
		test(d)
	})
}

func (d *desk) options() sheet.Options {
	return sheet.Options{
		Store: d.store, PublicURL: "https://postchat.acme.example", Log: slog.New(slog.NewTextHandler(io.MultiWriter(d.log, d.t.Output()), nil)),
		Viewer: func(*http.Request) (auth.Viewer, error) {
			if d.viewer.AccountID == "" {
				return auth.Viewer{}, &postchat.Error{Kind: postchat.Denied, Message: "Sign in first."}
			}
			return d.viewer, nil
		},
	}
}

func (d *desk) serve(files http.Handler) {
	mux := http.NewServeMux()
	mux.Handle("GET /csv/{list}", files)
	server := httptest.NewServer(mux)
	d.t.Cleanup(server.Close)
	d.url = server.URL
}

// answer is what came back for a request.
type answer struct {
	status int
	header http.Header
	body   string
}

// get asks for a file.
func (d *desk) get(path string) answer {
	d.t.Helper()
	response, err := http.Get(d.url + "/csv/" + path)
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return answer{response.StatusCode, response.Header, string(body)}
}

// rows are those of a file, each by its columns' names.
func (d *desk) rows(path string) []map[string]string {
	d.t.Helper()
	got := d.get(path)
	if got.status != http.StatusOK {
		d.t.Fatalf("%s is answered %d: %s", path, got.status, got.body)
	}
	body, marked := strings.CutPrefix(got.body, "\uFEFF")
	if !marked {
		d.t.Errorf("%s has no byte order mark", path)
	}
	lines, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		d.t.Fatalf("%s: %v", path, err)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, value := range line {
			row[lines[0][i]] = value
		}
		rows = append(rows, row)
	}
	return rows
}

// closes records a chat that has ended.
func (d *desk) closes(change func(*postchat.Chat), codes ...string) postchat.Recorded {
	d.t.Helper()
	event := d.Close("room-"+postchat.NewID(d.clock.Now()), codes...)
	if change != nil {
		change(&event.Chat)
	}
	arrival := d.Arrival(event, event.Chat.ConversationID)
	arrival.ReceivedAt = d.clock.Now()
	r, err := d.store.Record(d.t.Context(), arrival)
	if err != nil {
		d.t.Fatal(err)
	}
	return r
}

func TestAFileIsSafeToOpenAndToKeep(t *testing.T) {
	t.Parallel()
	each(t, func(d *desk) {
		d.closes(nil)
		file := d.get("follow-ups?bom=no")
		for name, want := range map[string]string{
			"Content-Type": "text/csv; charset=utf-8; header=present", "Content-Disposition": `attachment; filename="postchat-follow-ups.csv"`,
			"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if got := file.header.Get(name); got != want {
				d.t.Errorf("%s is %q, want %q", name, got, want)
			}
		}
		if b := file.body; !strings.HasPrefix(b, "number,day,campaign,state,") || strings.Count(b, "\r\n") != 2 || strings.Count(b, "\n") != 2 {
			d.t.Errorf("the file is %q", b)
		}
	})
}

func TestNoValueIsAFormulaAndNoneIsLost(t *testing.T) {
	t.Parallel()
	each(t, func(d *desk) {
		typed := []string{
			`=HYPERLINK("http://evil.example","x")`, "+31 6 1234", "-1+1", "@SUM(A1)", "＝1+1", "＠x", "plain", `He said "hi", then left`, "a=b", "'=1",
		}
		for _, text := range typed {
			d.closes(func(c *postchat.Chat) { c.Visitor.Name, c.Subject = text, text })
		}
		rows := d.rows("follow-ups")
		if len(rows) != len(typed) {
			d.t.Fatalf("there are %d rows", len(rows))
		}
		slices.Reverse(rows)
		for i, text := range typed {
			for _, column := range []string{"visitor_name", "subject"} {
				got := rows[i][column]
				if strings.ContainsAny(got[:1], "=+-@") || strings.HasPrefix(got, "＝") || strings.HasPrefix(got, "＠") {
					d.t.Errorf("%q is written as the formula %q", text, got)
				}
				if got != text && got != "'"+text {
					d.t.Errorf("%q is written as %q", text, got)
				}
			}
		}
	})
}

func TestANoteOfSeveralLinesStaysOneValue(t *testing.T) {
	t.Parallel()
	each(t, func(d *desk) {
		f, err := d.Scope.FollowUp(d.t.Context(), d.closes(nil).FollowUpID)
		if err != nil {
			d.t.Fatal(err)
		}
		f.Submission.Note = "=one,\n\"two\"\n"
		if err := d.Scope.UpdateFollowUp(d.t.Context(), f); err != nil {
			d.t.Fatal(err)
		}
		if got := d.rows("follow-ups")[0]["note"]; got != "'=one,\n\"two\"\n" {
			d.t.Errorf("the note is %q", got)
		}
	})
}

func TestAFollowUpIsToldInARow(t *testing.T) {
	t.Parallel()
	each(t, func(d *desk) {
		d.TimeZone = "Europe/Vienna"
		if err := d.Scope.SaveCampaign(d.t.Context(), &d.Campaign.Campaign); err != nil {
			d.t.Fatal(err)
		}
		r := d.closes(func(c *postchat.Chat) {
			c.Operators = []postchat.Operator{{Name: "Dana K."}, {Name: "Lee"}}
		}, "lead", "support")
		row := d.rows("follow-ups")[0]
		for column, want := range map[string]string{
			"number": "1", "day": "2026-11-25", "campaign": "Acme website", "state": "holding", "codes": "lead; support", "visitor_name": "Ines Moreau",
			"operators": "Dana K.; Lee", "closed_at": "2026-11-25T09:30:00+01:00", "received_at": "2026-11-25T10:00:00+01:00", "sent_at": "",
			"urgent": "no", "url": "https://postchat.acme.example/follow-ups/1", "follow_up_id": r.FollowUpID,
		} {
			if row[column] != want {
				d.t.Errorf("%s is %q, want %q", column, row[column], want)
			}
		}
	})
}

func TestALongListComesWholeAndEveryRowOnce(t *testing.T) {
	t.Parallel()
	each(t, func(d *desk) {
		const n = 2*db.MaxPage + 5
		for range n {
			d.closes(nil)
		}
		rows := d.rows("follow-ups")
		for i, row := range rows {
			if row["number"] != fmt.Sprint(n-i) {
				d.t.Fatalf("row %d is number %s", i, row["number"])
			}
		}
		if len(rows) != n {
			d.t.Errorf("there are %d rows, want %d", len(rows), n)
		}
	})
}

func TestAListIsFilteredAsInTheAPI(t *testing.T) {
	t.Parallel()
	each(t, func(d *desk) {
		d.closes(nil)
		d.clock.Move(time.Hour)
		late := d.closes(nil, "lead")
		for _, query := range []string{
			"codes=" + d.Table.Codes[0].ID, "receivedFrom=2026-11-25T09:30:00Z", "receivedFrom=2026-11-25T10:30:00%2B01:00&states=HOLDING&states=sent",
		} {
			if rows := d.rows("follow-ups?" + query); len(rows) != 1 || rows[0]["follow_up_id"] != late.FollowUpID {
				d.t.Errorf("%s finds %v", query, rows)
			}
		}
		if rows := d.rows("follow-ups?states=SENT"); len(rows) != 0 {
			d.t.Errorf("there are %d rows", len(rows))
		}
	})
}

func TestWhatIsWrongWithARequestIsToldAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	each(t, func(d *desk) {
		for path, want := range map[string]struct {
			status int
			text   string
		}{
			"nothing":                         {404, "no such list"},
			"follow-ups?state=SENT":           {400, "state is no parameter of this list; it has addresses, bom, "},
			"follow-ups?states=GONE":          {400, "states must be one of"},
			"follow-ups?closedFrom=yesterday": {400, "closedFrom must be a time"},
			"follow-ups?receivedFrom=2026-01-02T00:00:00Z&receivedTo=2026-01-01T00:00:00Z": {400, "received must end after it begins"},
			"follow-ups?coded=perhaps":                                    {400, "coded must be yes or no"},
			"follow-ups?daysFirst=2026-11-25":                             {400, "days must be two days"},
			"follow-ups?bom=perhaps":                                      {400, "bom must be yes or no"},
			"ledger":                                                      {400, "first must be given\nlast must be given"},
			"ledger?first=2026-11-25&last=soon":                           {400, "last must be a day"},
			"ledger?first=2020-11-25&last=2026-11-25":                     {400, "last must be at most 400 days"},
			"addresses?campaign=nobody":                                   {404, "no such campaign"},
			"report?first=2026-11-25&last=2026-11-25&by=MOON":             {400, "by must be one of"},
			"audit?action=a&action=b":                                     {400, "action can be given only once"},
			"follow-ups?campaigns=" + strings.Repeat("a&campaigns=", 250): {400, "campaigns can be given at most 200 times"},
		} {
			got := d.get(path)
			if got.status != want.status || !strings.Contains(got.body, want.text) || got.header.Get("Content-Disposition") != "" {
				d.t.Errorf("%.60s is answered %d %q, want %d %q", path, got.status, got.body, want.status, want.text)
			}
		}
	})
}

func TestAFileShowsOnlyWhatItsReaderMaySee(t *testing.T) {
	t.Parallel()
	each(t, func(d *desk) {
		d.closes(nil)
		status := func(path string) int { return d.get(path).status }
		whole := d.viewer
		d.viewer.CampaignIDs = []string{"another"}
		if rows := d.rows("follow-ups"); len(rows) != 0 {
			d.t.Errorf("who is limited to another campaign gets %d rows", len(rows))
		}
		if rows := d.rows("codes"); len(rows) != 0 {
			d.t.Errorf("who is limited to another campaign gets %d codes", len(rows))
		}
		if rows := d.rows("ledger?first=2026-11-25&last=2026-11-25"); len(rows) != 0 {
			d.t.Errorf("who is limited to another campaign gets %d boxes", len(rows))
		}
		if got := status("addresses?campaign=" + d.ID); got != http.StatusNotFound {
			d.t.Errorf("another campaign's addresses are answered %d", got)
		}
		for _, path := range []string{"people", "tokens"} {
			d.viewer.Permissions = []postchat.Permission{postchat.PermissionRead, postchat.PermissionAccount}
			if got := status(path); got != http.StatusForbidden {
				d.t.Errorf("%s are answered %d without the permission", path, got)
			}
			d.viewer.Permissions = whole.Permissions
		}
		if got := d.get("events?source=" + d.Source.ID); strings.Contains(got.body, "recorded") {
			d.t.Errorf("who is limited to another campaign gets its events: %s", got.body)
		}
		if got := status("audit"); got != http.StatusForbidden {
			d.t.Errorf("who is limited gets the audit log: %d", got)
		}
		d.viewer = whole
		d.viewer.AccountID = "another"
		if rows := d.rows("follow-ups"); len(rows) != 0 {
			d.t.Errorf("another account gets %d rows", len(rows))
		}
		d.viewer = whole
		d.viewer.Permissions = nil
		if got := status("follow-ups"); got != http.StatusForbidden {
			d.t.Errorf("without a permission it is answered %d", got)
		}
		d.viewer = auth.Viewer{}
		for _, path := range []string{"follow-ups", "nothing"} {
			if got := status(path); got != http.StatusUnauthorized {
				d.t.Errorf("nobody is answered %d", got)
			}
		}
	})
}

func TestTheOtherLists(t *testing.T) {
	t.Parallel()
	each(t, func(d *desk) {
		d.closes(nil)
		d.closes(nil)
		if rows := d.rows("ledger?first=2026-01-01&last=2026-12-31&campaigns=" + d.ID); len(rows) != 1 || rows[0]["day"] != "2026-11-25" ||
			rows[0]["state"] != "holding" || rows[0]["count"] != "2" || rows[0]["campaign"] != "Acme website" {
			d.t.Errorf("the ledger is %v", rows)
		}
		rows := d.rows("report?by=code&first=2026-11-01&last=2026-11-30")
		if len(rows) != 2 || rows[0]["label"] != "No code" || rows[0]["chats"] != "2" || rows[1]["row"] != "totals" || rows[1]["conversion"] != "0.0000" {
			d.t.Errorf("the report is %v", rows)
		}
		var lists []string
		for _, row := range d.rows("addresses?campaign=" + d.ID) {
			lists = append(lists, row["list"]+" "+row["email"])
		}
		want := []string{"lead sales@acme.example", "support support@acme.example", "support nights@acme.example", "standard standard@acme.example"}
		if !slices.Equal(lists, want) {
			d.t.Errorf("the addresses are %q", lists)
		}
		if rows := d.rows("codes"); len(rows) != 4 || rows[0]["label"] != "lead" || rows[0]["retired_at"] != "" || rows[3]["retired_at"] == "" {
			d.t.Errorf("the codes are %v", rows)
		}
		if rows := d.rows("events?source=" + d.Source.ID); len(rows) != 2 || rows[0]["outcome"] != "recorded" || rows[0]["source"] != "Acme chat" {
			d.t.Errorf("the events are %v", rows)
		}
		token, secret := auth.NewToken(d.Account.ID, "CRM", time.Time{}, d.clock.Now())
		token.CampaignIDs = []string{d.ID}
		if err := d.Scope.AddToken(d.t.Context(), &token); err != nil {
			d.t.Fatal(err)
		}
		if got := d.get("tokens").body; strings.Contains(got, secret.Reveal()) {
			d.t.Error("the tokens' secrets are in the file")
		}
		if rows := d.rows("tokens"); len(rows) != 1 || rows[0]["name"] != "CRM" || rows[0]["campaigns"] != "Acme website" {
			d.t.Errorf("the tokens are %v", rows)
		}
		lee := &postchat.Person{ID: postchat.NewID(d.clock.Now()), Name: "Lee", Email: "lee@acme.example", Role: postchat.RoleOwner, CreatedAt: d.clock.Now()}
		if err := d.Scope.SavePerson(d.t.Context(), lee); err != nil {
			d.t.Fatal(err)
		}
		if rows := d.rows("people"); len(rows) != 1 || rows[0]["role"] != "owner" || rows[0]["campaigns"] != "all" {
			d.t.Errorf("the people are %v", rows)
		}
		if err := d.Scope.Audit(d.t.Context(), postchat.AuditEntry{Action: "goal.create", ObjectKind: "goal", ObjectID: "g", ObjectName: "=Sales", CampaignID: d.ID}); err != nil {
			d.t.Fatal(err)
		}
		if rows := d.rows("audit?object=g&actorKind=SYSTEM"); len(rows) != 1 || rows[0]["object"] != "'=Sales" || rows[0]["campaign"] != "Acme website" {
			d.t.Errorf("the audit log is %v", rows)
		}
	})
}

func TestAFileThatBreaksOffIsNeverTakenForWhole(t *testing.T) {
	t.Parallel()
	each(t, func(d *desk) {
		d.serve(sheet.Breaking(d.options(), 10))
		if got := d.get("broken"); got.status != http.StatusInternalServerError || strings.Contains(got.body, "away") {
			d.t.Errorf("a small one is answered %d %q", got.status, got.body)
		}
		d.serve(sheet.Breaking(d.options(), 10_000))
		response, err := http.Get(d.url + "/csv/broken")
		if err != nil {
			d.t.Fatal(err)
		}
		defer func() { _ = response.Body.Close() }()
		if _, err := io.ReadAll(response.Body); err == nil {
			d.t.Error("a long one seems whole")
		}
		if !strings.Contains(d.log.String(), "a file broke off") {
			d.t.Error("it is not in the log")
		}
	})
}

func TestOnlySoManyFilesAreWrittenAtOnce(t *testing.T) {
	t.Parallel()
	each(t, func(d *desk) {
		until := make(chan struct{})
		files, most := sheet.Waiting(d.options(), until)
		d.serve(files)
		answers := make(chan int, most+1)
		for range most + 1 {
			go func() {
				response, err := http.Get(d.url + "/csv/waiting")
				if err != nil {
					answers <- 0
					return
				}
				_ = response.Body.Close()
				answers <- response.StatusCode
			}()
		}
		if got := <-answers; got != http.StatusServiceUnavailable {
			d.t.Errorf("one too many is answered %d", got)
		}
		close(until)
		for range most {
			if got := <-answers; got != http.StatusOK {
				d.t.Errorf("one of the others is answered %d", got)
			}
		}
	})
}
