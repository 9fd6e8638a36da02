package postchat_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/postchat/postchat"
)

func TestAKeyIsAMessagesIDOrItsPlace(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		ids  []string
		want string
	}{
		{"ids of their own", []string{"a", "b"}, "a b"},
		{"without ids", []string{"", ""}, "#1 #2"},
		{"an id that two have", []string{"a", "b", "a"}, "#1 b #3"},
		{"ids that look like places", []string{"", "#1", "#7"}, "#1 #2 #3"},
		{"nothing", nil, ""},
	} {
		var transcript postchat.Transcript
		for _, id := range test.ids {
			transcript = append(transcript, postchat.Message{ID: id})
		}
		if got := strings.Join(transcript.Keys(), " "); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestMarksThatAreNotAboutTheTranscriptAreNamed(t *testing.T) {
	t.Parallel()
	transcript := postchat.Transcript{{ID: "a", Text: "né\u0301e 👩‍👩‍👧"}, {ID: "b"}} // 10 code points, and none
	s := postchat.Submission{
		Starred: []string{"a", "c", "#1"},
		Covered: []postchat.Cover{
			{Message: "a", Start: 0, End: 10}, {Message: "a", Start: 9, End: 10}, {Message: "a", Start: 0, End: 11}, {Message: "c", End: 1},
			{Message: "a", Start: -1, End: 1}, {Message: "a", Start: 3, End: 3}, {Message: "b", Start: 0, End: 1},
		},
		Lifted: []postchat.Lift{{Message: "a", Start: 2, End: 4}, {Message: "a", Start: 2, End: 40}},
	}
	want := []string{
		"starred[1]", "starred[2]", "covered[2].end", "covered[3].message", "covered[4].start", "covered[5].end", "covered[6].end", "lifted[1].end",
	}
	if got := fields(s.MarksFit(transcript)); !slices.Equal(got, want) {
		t.Errorf("the problems are at %q, want %q", got, want)
	}
	if err := (postchat.Submission{}).MarksFit(nil); err != nil {
		t.Errorf("no marks: %v", err)
	}
}

func TestASubmissionHasOnlySoManyMarks(t *testing.T) {
	t.Parallel()
	s := postchat.Submission{
		Starred: make([]string, postchat.MaxMarks+1), Covered: make([]postchat.Cover, postchat.MaxMarks+1), Lifted: make([]postchat.Lift, postchat.MaxMarks+1),
	}
	got := fields(s.Validate())
	slices.Sort(got)
	if !slices.Equal(got, []string{"covered", "lifted", "starred"}) {
		t.Errorf("the problems are at %q", got)
	}
	s.Clean()
	if len(s.Starred) != 1 {
		t.Errorf("a message is starred %d times", len(s.Starred))
	}
}

func TestMarksAreSignedByWhoMadeThem(t *testing.T) {
	t.Parallel()
	before := postchat.Submission{
		Covered: []postchat.Cover{{Message: "a", Start: 2, End: 6, By: "Daan"}, {Message: "b", Start: 0, End: 1, By: "Daan"}},
		Lifted:  []postchat.Lift{{Message: "c", Start: 0, End: 9, By: "Daan"}},
	}
	s := postchat.Submission{
		Covered: []postchat.Cover{
			{Message: "a", Start: 8, End: 9}, {Message: "a", Start: 2, End: 6, By: "a forger"}, {Message: "a", Start: 4, End: 8}, {Message: "a", Start: 20, End: 21},
		},
		Lifted: []postchat.Lift{{Message: "c", Start: 0, End: 9}, {Message: "c", Start: 10, End: 12, By: "a forger"}},
	}
	s.SignMarks(before, "Noor")
	if want := []postchat.Cover{
		{Message: "a", Start: 2, End: 6, By: "Daan"}, {Message: "a", Start: 4, End: 9, By: "Noor"}, {Message: "a", Start: 20, End: 21, By: "Noor"},
	}; !slices.Equal(s.Covered, want) {
		t.Errorf("covered: %+v", s.Covered)
	}
	if want := []postchat.Lift{{Message: "c", Start: 0, End: 9, By: "Daan"}, {Message: "c", Start: 10, End: 12, By: "Noor"}}; !slices.Equal(s.Lifted, want) {
		t.Errorf("lifted: %+v", s.Lifted)
	}
}

func TestMarksFollowARevision(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 24, 13, 2, 0, 0, time.UTC)
	message := func(id, text string) postchat.Message {
		return postchat.Message{ID: id, At: at, Role: postchat.RoleVisitor, Text: text}
	}
	later := func(id, text string) postchat.Message {
		m := message(id, text)
		m.At = at.Add(time.Minute)
		return m
	}
	transcript := func(texts ...string) (t postchat.Transcript) { // each "id text", the id perhaps empty
		for _, text := range texts {
			id, text, _ := strings.Cut(text, " ")
			t = append(t, message(id, text))
		}
		return t
	}
	cover := func(key string, start, end int) postchat.Cover {
		return postchat.Cover{Message: key, Start: start, End: end, By: "Noor"}
	}
	for _, test := range []struct {
		name    string
		was, is postchat.Transcript
		covered postchat.Cover
		want    []postchat.Cover
		star    string // where the star on the same message is then
		lifted  bool   // whether a lift of the same piece is kept
	}{
		{"messages are appended", transcript("a secret"), transcript("a secret", "b more"), cover("a", 1, 3), []postchat.Cover{cover("a", 1, 3)}, "a", true},
		{"messages are put before", transcript("a secret"), transcript("b hi", "a secret"), cover("a", 1, 3), []postchat.Cover{cover("a", 1, 3)}, "a", true},
		{"it is edited", transcript("a secret"), transcript("a no-secret"), cover("a", 1, 3), []postchat.Cover{cover("a", 0, 9)}, "a", false},
		{"it is cut to nothing", transcript("a secret"), transcript("a "), cover("a", 1, 3), nil, "a", false},
		{"it is deleted", transcript("a secret", "b x"), append(transcript("b x"), later("c", "new")), cover("a", 1, 3), nil, "", false},
		{
			"it is deleted, and comes again", transcript("a secret", "b x"), append(transcript("b x"), later("c", "new"), later("d", "I said ecr")), cover("a", 1, 4),
			[]postchat.Cover{cover("d", 0, 10)}, "", false,
		},
		{
			"it is deleted, and another is there in its moment", transcript("a secret", "b x"), transcript("b x", "c hidden"), cover("a", 1, 3),
			[]postchat.Cover{cover("c", 0, 6)}, "", false,
		},
		{"no ids, appended", transcript(" secret"), transcript(" secret", " more"), cover("#1", 1, 3), []postchat.Cover{cover("#1", 1, 3)}, "#1", true},
		{"no ids, put before", transcript(" secret"), transcript(" hi", " secret"), cover("#1", 1, 3), []postchat.Cover{cover("#2", 1, 3)}, "#2", true},
		{"no ids, one deleted before", transcript(" hi", " secret"), transcript(" secret"), cover("#2", 1, 3), []postchat.Cover{cover("#1", 1, 3)}, "#1", true},
		{"no ids, edited", transcript(" hi", " secret"), transcript(" hi", " no-secret"), cover("#2", 1, 3), []postchat.Cover{cover("#2", 0, 9)}, "", false},
		{
			"no ids, edited and appended: it could be either", transcript(" hi", " secret"), transcript(" hi", " no-secret", " more"), cover("#2", 1, 3),
			[]postchat.Cover{cover("#2", 0, 9), cover("#3", 0, 4)}, "", false,
		},
		{"the vendor gives ids now", transcript(" secret"), transcript("a secret"), cover("#1", 1, 3), []postchat.Cover{cover("a", 1, 3)}, "a", true},
		{"the vendor gives other ids", transcript("a secret"), transcript("x secret"), cover("a", 1, 3), []postchat.Cover{cover("x", 1, 3)}, "x", true},
		{
			"the vendor gives other ids, and it is edited", transcript("a secret"), transcript("x no-secret"), cover("a", 1, 3),
			[]postchat.Cover{cover("x", 0, 9)}, "", false,
		},
		{"two are the same", transcript(" hi", " hi"), transcript(" hi", " hi", " hi"), cover("#2", 0, 1), []postchat.Cover{cover("#2", 0, 1)}, "#2", true},
		{"an id that two have now", transcript("a secret"), transcript("a secret", "a other"), cover("a", 1, 3), []postchat.Cover{cover("#1", 1, 3)}, "#1", true},
		{"all is gone", transcript("a secret"), nil, cover("a", 1, 3), nil, "", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s := postchat.Submission{
				Starred: []string{test.covered.Message}, Covered: []postchat.Cover{test.covered}, Lifted: []postchat.Lift{postchat.Lift(test.covered)},
			}
			s.FollowRevision(test.was, test.is)
			if !slices.Equal(s.Covered, test.want) {
				t.Errorf("covered: %+v, want %+v", s.Covered, test.want)
			}
			if got := strings.Join(s.Starred, " "); got != test.star {
				t.Errorf("starred: %q, want %q", got, test.star)
			}
			if lifted := len(s.Lifted) == 1; lifted != test.lifted {
				t.Errorf("lifted: %+v", s.Lifted)
			}
			if err := s.MarksFit(test.is); err != nil {
				t.Errorf("the marks do not fit: %v", err)
			}
		})
	}
}

func TestASubmissionWithoutMarksStaysAsItWas(t *testing.T) {
	t.Parallel()
	s := postchat.Submission{Note: "x"}
	s.Clean()
	s.SignMarks(postchat.Submission{}, "Noor")
	s.FollowRevision(postchat.Transcript{{Text: "a"}}, nil)
	if !reflect.DeepEqual(s, postchat.Submission{Note: "x"}) {
		t.Errorf("it became %+v", s)
	}
}

// TestWhatIsCoveredStaysCoveredWhateverIsRevised makes a transcript anew in every way in which vendors do: the secret that was covered
// is never shown by a message of the new one.
func TestWhatIsCoveredStaysCoveredWhateverIsRevised(t *testing.T) {
	t.Parallel()
	const secret = "ŁŤŽ"
	rapid.Check(t, func(t *rapid.T) {
		at := time.Date(2026, 11, 24, 13, 2, 0, 0, time.UTC)
		withIDs, n := rapid.Bool().Draw(t, "ids"), rapid.IntRange(1, 5).Draw(t, "messages")
		hidden := rapid.IntRange(0, n-1).Draw(t, "hidden")
		var was postchat.Transcript
		for i := range n {
			m := postchat.Message{At: at.Add(time.Duration(i) * time.Second), Role: postchat.RoleVisitor, Text: rapid.SampledFrom([]string{"hi", "", "more"}).Draw(t, "text")}
			if withIDs {
				m.ID = string(rune('a' + i))
			}
			if i == hidden {
				m.Text = "it is " + secret + ", ok"
			}
			was = append(was, m)
		}
		s := postchat.Submission{Covered: []postchat.Cover{{Message: was.Keys()[hidden], Start: 6, End: 9}}}
		revisions := rapid.IntRange(1, 3).Draw(t, "revisions")
		for range revisions {
			is := revised(t, was)
			s.FollowRevision(was, is)
			was = is
		}
		keys := was.Keys()
		for i, m := range was {
			start := strings.Index(m.Text, secret)
			if start < 0 {
				continue
			}
			start = len([]rune(m.Text[:start]))
			if !slices.ContainsFunc(s.Covered, func(c postchat.Cover) bool { return c.Message == keys[i] && c.Start <= start && c.End >= start+3 }) {
				t.Fatalf("%q is shown of %+v by %+v", m.Text, was, s.Covered)
			}
		}
	})
}

// revised is a newer version of a transcript, in which messages may be put in, edited, deleted, and given ids, others or none.
func revised(t *rapid.T, was postchat.Transcript) postchat.Transcript {
	is := postchat.Transcript{}
	fresh := func() postchat.Message {
		return postchat.Message{ID: rapid.SampledFrom([]string{"", "x", "y"}).Draw(t, "new id"), At: was[0].At.Add(time.Hour), Role: postchat.RoleVisitor, Text: "new"}
	}
	ids := rapid.SampledFrom([]string{"stay", "stay", "go", "change"}).Draw(t, "ids then")
	for _, m := range was {
		if rapid.IntRange(0, 4).Draw(t, "put in") == 0 {
			is = append(is, fresh())
		}
		switch rapid.IntRange(0, 5).Draw(t, "change") {
		case 0:
			m.Text = "Well, " + m.Text
		case 1:
			if len(was) > 1 && !strings.Contains(m.Text, "ŁŤŽ") {
				continue
			}
		}
		switch ids {
		case "go":
			m.ID = ""
		case "change":
			m.ID = fmt.Sprintf("%d %s", rapid.Int().Draw(t, "other id"), m.ID)
		}
		is = append(is, m)
	}
	if rapid.Bool().Draw(t, "append") || len(is) == 0 {
		is = append(is, fresh())
	}
	return is
}
