package graph_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/test/stores"
)

type pageOfMails struct {
	Mails struct {
		Nodes []struct {
			Subject  string
			FollowUp struct{ Number int }
			// Deliveries are those of this mail alone.
			Deliveries []struct {
				State     string
				Recipient struct{ Email string }
			}
		}
		Edges    []struct{ Cursor string }
		PageInfo struct {
			HasNextPage, HasPreviousPage bool
			StartCursor, EndCursor       string
		}
	}
}

const listMails = `query($first: Int!, $after: String) { mails(first: $first, after: $after) {
	nodes { subject followUp { number } deliveries { state recipient { email } } }
	edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
} }`

func TestMailsAreListedTheNewestFirstInPages(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		var empty pageOfMails
		a.must(&empty, listMails, object{"first": 2})
		if len(empty.Mails.Nodes) != 0 || empty.Mails.PageInfo.HasNextPage {
			t.Errorf("before the first mail there is %+v", empty.Mails)
		}
		var again string
		for i := range 5 {
			arrival := s.Arrival(s.Close(fmt.Sprintf("room-%d", i), "lead"), fmt.Sprint(i))
			arrival.ReceivedAt = clock.Now()
			again = record(t, store, arrival).FollowUpID
			route(t, store, a, 1)
			clock.Move(time.Minute) // ids sort by the millisecond
		}
		a.must(nil, `mutation($id: ID!) { sendAgain(input: {followUp: $id, to: OTHERS, addresses: "kim@acme.example", idempotencyKey: "1"}) { followUp { id } } }`,
			object{"id": again})

		var numbers []int
		after, pages := "", 0
		for more := true; more; pages++ {
			var got pageOfMails
			a.must(&got, listMails, object{"first": 4, "after": after})
			for i, m := range got.Mails.Nodes {
				numbers = append(numbers, m.FollowUp.Number)
				if pages == 0 && i == 0 && (len(m.Deliveries) != 1 || m.Deliveries[0].Recipient.Email != "kim@acme.example") {
					t.Errorf("the mail that was sent again has the deliveries %+v", m.Deliveries)
				}
				if m.Subject == "" || len(m.Deliveries) == 0 || m.Deliveries[0].State != "QUEUED" {
					t.Errorf("a mail is %+v", m)
				}
			}
			info := got.Mails.PageInfo
			if info.HasPreviousPage != (pages > 0) || info.StartCursor != got.Mails.Edges[0].Cursor {
				t.Errorf("page %d says %+v", pages, info)
			}
			after, more = info.EndCursor, info.HasNextPage
		}
		if fmt.Sprint(numbers) != "[5 5 4 3 2 1]" || pages != 2 {
			t.Errorf("%d pages list the mails of %v", pages, numbers)
		}
		for _, first := range []int{0, 101} {
			a.refused(listMails, object{"first": first}, "INVALID first")
		}
		a.refused(listMails, object{"first": 1, "after": "x"}, "INVALID after")
	})
}

func TestWhoIsLimitedToCampaignsSeesTheMailsOfTheseOnly(t *testing.T) {
	t.Parallel()
	stores.EachAt(t, func(t *testing.T, store *db.Store, clock *stores.Clock) {
		s := stores.Sample(t, store)
		a := newAPI(t, store, clock.Now)
		routed(t, store, s, a, clock, s.Close("room", "lead"))
		var other struct {
			CreateCampaign struct{ Campaign struct{ ID string } }
		}
		a.must(&other, `mutation { createCampaign(input: {name: "Other"}) { campaign { id } } }`, nil)
		const makeToken = `mutation($c: ID!) { createApiToken(input: {name: "limited", permissions: [READ], campaigns: [$c]}) { secret } }`
		for campaign, want := range map[string]int{s.ID: 1, other.CreateCampaign.Campaign.ID: 0} {
			var made struct{ CreateAPIToken struct{ Secret string } }
			a.must(&made, makeToken, object{"c": campaign})
			var got pageOfMails
			a.as(made.CreateAPIToken.Secret).must(&got, listMails, object{"first": 10})
			if len(got.Mails.Nodes) != want {
				t.Errorf("who is limited to one campaign sees %d mails, want %d", len(got.Mails.Nodes), want)
			}
		}
	})
}
