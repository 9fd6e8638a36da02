package postchat_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
)

func fields(err error) []string {
	var names []string
	for _, problem := range postchat.Problems(err) {
		names = append(names, problem.Field)
	}
	return names
}

func TestIDsAreUUIDv7AndSortByTime(t *testing.T) {
	t.Parallel()
	form := regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	earlier, later := postchat.NewID(time.UnixMilli(1_000)), postchat.NewID(time.UnixMilli(1_001))
	if !form.MatchString(earlier) || earlier >= later {
		t.Errorf("%s, then %s", earlier, later)
	}
}

func TestASecretIsNeverPrinted(t *testing.T) {
	t.Parallel()
	source := struct{ Secret postchat.Secret }{"hunter2"}
	asJSON, err := json.Marshal(source)
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).Info("printed", "secret", source.Secret, "source", source)
	for _, printed := range []string{fmt.Sprint(source), fmt.Sprintf("%v %+v %#v %s %q", source, source, source, source.Secret, source.Secret), string(asJSON), log.String()} {
		if strings.Contains(printed, "hunter2") {
			t.Errorf("printed as %s", printed)
		}
	}
	if postchat.Secret("").Equal("") || !source.Secret.Equal("hunter2") || source.Secret.Equal("hunter") {
		t.Error("secrets are compared wrongly")
	}
}

func TestTextIsCleanedOnceAndForAll(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"plain":                     "plain",
		"é stays, 日本 too\ttab":      "é stays, 日本 too\ttab",
		"no\x00NUL":                 "noNUL",
		"bad\xffbyte":               "bad\uFFFDbyte",
		"line\r\nends\rall\n":       "line\nends\nall\n",
		"escape \x1b[31m red":       "escape [31m red",
		"bidi \u202e stays":         "bidi \u202e stays",
		"half a surrogate \xed\xa0": "half a surrogate \uFFFD",
	} {
		if got := postchat.CleanText(in); got != want {
			t.Errorf("CleanText(%q) = %q, want %q", in, got, want)
		}
	}
	if got := postchat.CleanLine("  a\r\nb \t c\u00a0d "); got != "a b c d" {
		t.Errorf("CleanLine = %q", got)
	}
}

func TestLabelsAreTheSameHoweverTheyAreTyped(t *testing.T) {
	t.Parallel()
	for _, label := range []string{"lead", "LEAD", " Lead ", "ｌｅａｄ", "le\u200bad", "Lead\n"} {
		if got := postchat.FoldLabel(label); got != "lead" {
			t.Errorf("FoldLabel(%q) = %q", label, got)
		}
	}
}

func TestEveryProblemOfACampaignIsNamedAtOnce(t *testing.T) {
	t.Parallel()
	good := postchat.NewCampaign("account", "Acme", time.Now())
	if err := good.Validate(); err != nil {
		t.Errorf("a new campaign is refused: %v", err)
	}
	bad := good
	bad.Name, bad.TimeZone = " two\nlines", "Mars/Olympus"
	bad.GoalSettings = postchat.GoalSettings{Mode: "by hand", TimeLimit: -1, UndoDelay: time.Hour, Unaddressed: "somewhere"}
	bad.MailSettings.ReplyTo = "nobody"
	want := []string{"name", "timeZone", "mode", "timeLimit", "undoDelay", "unaddressed", "replyTo"}
	if got := fields(bad.Validate()); !slices.Equal(got, want) {
		t.Errorf("problems with %v, want %v", got, want)
	}
}

func TestAChatThatWaitsForAnOKMustBeGivenTimeForIt(t *testing.T) {
	t.Parallel()
	c := postchat.NewCampaign("account", "Acme", time.Now())
	c.GoalSettings.TimeLimit = 0
	if err := c.Validate(); err != nil {
		t.Errorf("an automatic campaign without a time limit is refused: %v", err)
	}
	c.GoalSettings.Mode = postchat.ModeOperator
	if got := fields(c.Validate()); !slices.Equal(got, []string{"timeLimit"}) {
		t.Errorf("problems with %v", got)
	}
}

func TestEveryProblemOfACodeIsNamedAtOnce(t *testing.T) {
	t.Parallel()
	if err := (postchat.SuccessCode{Label: "lead", Color: "#1a7F37", HotKey: "1"}).Validate(); err != nil {
		t.Errorf("a good code is refused: %v", err)
	}
	bad := postchat.SuccessCode{Label: strings.Repeat("x", 200), Hint: strings.Repeat("x", 501), Color: "#12345g", HotKey: "10"}
	if got := fields(bad.Validate()); !slices.Equal(got, []string{"label", "hint", "color", "hotKey"}) {
		t.Errorf("problems with %v", got)
	}
}

func TestTheFirstRuleThatFitsChoosesTheCampaign(t *testing.T) {
	t.Parallel()
	source := postchat.Source{DefaultCampaignID: "default", Rules: []postchat.Rule{
		{Field: postchat.RuleDepartment, Value: "Sales", CampaignID: "by department"},
		{Field: postchat.RuleInbox, Value: "7", CampaignID: "by inbox"},
		{Field: postchat.RuleTag, Value: "vip", CampaignID: "by tag"},
		{Field: postchat.RulePage, Value: "shop.example/nl", CampaignID: "by page"},
	}}
	for want, chat := range map[string]postchat.Chat{
		"default":       {Page: "https://shop.example/de"},
		"by department": {Department: " sales", Inbox: "7"},
		"by inbox":      {Inbox: "7", Codes: []string{"VIP"}},
		"by tag":        {Codes: []string{"lead", "VIP"}},
		"by page":       {Page: "https://shop.example/nl/bikes"},
	} {
		if got := source.CampaignFor(chat); got != want {
			t.Errorf("campaign = %q, want %q", got, want)
		}
	}
}

func TestASourceTakesOnlySecretsThatHaveNotExpired(t *testing.T) {
	t.Parallel()
	now := time.Now()
	source := postchat.Source{Secrets: []postchat.SourceSecret{
		{Value: "new"}, {Value: "old", ExpiresAt: now.Add(time.Hour)}, {Value: "expired", ExpiresAt: now}, {Value: ""},
	}}
	if got := source.ValidSecrets(now); !slices.Equal(got, []postchat.Secret{"new", "old"}) {
		t.Errorf("%d secrets are valid, want 2", len(got))
	}
}

func TestAFollowUpIsInTheStateOfItsWorstUnresolvedDelivery(t *testing.T) {
	t.Parallel()
	order := []struct {
		delivery postchat.DeliveryState
		followUp postchat.FollowUpState
	}{
		{postchat.DeliveryDelivered, postchat.FollowUpDelivered},
		{postchat.DeliveryAccepted, postchat.FollowUpSent},
		{postchat.DeliverySending, postchat.FollowUpQueued},
		{postchat.DeliveryHeld, postchat.FollowUpHeld},
		{postchat.DeliveryFailed, postchat.FollowUpFailed},
		{postchat.DeliveryUncertain, postchat.FollowUpUncertain},
	}
	var so []postchat.DeliveryState
	for _, step := range order {
		so = append(so, step.delivery)
		backwards := slices.Clone(so)
		slices.Reverse(backwards)
		if got, reversed := postchat.StateOf(so), postchat.StateOf(backwards); got != step.followUp || reversed != got {
			t.Errorf("%v is %s, and backwards %s; want %s", so, got, reversed, step.followUp)
		}
	}
	if got := postchat.StateOf(nil); got != "" {
		t.Errorf("without deliveries it is %q", got)
	}
}

func TestProblemsAreFoundHoweverTheyAreWrapped(t *testing.T) {
	t.Parallel()
	err := fmt.Errorf("save: %w", errors.Join(postchat.Invalidf("a", "1"), errors.New("internal"), fmt.Errorf("x: %w", postchat.Invalidf("b", "2"))))
	if got := fields(err); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("problems with %v", got)
	}
	if !postchat.IsKind(err, postchat.Invalid) || postchat.IsKind(err, postchat.NotFound) || postchat.Problems(nil) != nil {
		t.Error("kinds are told apart wrongly")
	}
}

func TestASubmissionKeepsToItsLimits(t *testing.T) {
	t.Parallel()
	bad := postchat.Submission{
		Codes: make([]string, 51), Note: strings.Repeat("x", postchat.MaxNote+1), Extra: make([]postchat.Address, postchat.MaxExtra+1),
	}
	got := slices.Compact(fields(bad.Validate()))
	if !slices.Equal(got, []string{"codes", "note", "extraAddresses"}) {
		t.Errorf("problems with %v", got)
	}
}
