package story_test

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/test/server"
	"github.com/postchat/postchat/test/vendor"
	"github.com/postchat/postchat/webhook/adaptertest"
)

// sample is a real body of Rocket.Chat, and what it says in Rocket.Chat's own words.
type sample struct {
	body []byte

	Type     string
	Room     string `json:"_id"`
	ClosedAt time.Time
	Tags     []string
	Message  string // of an offline message
	Messages []struct {
		ID   string `json:"_id"`
		Text string `json:"msg"`
	}
}

// Body implements event.
func (x sample) Body() []byte { return x.body }

// texts are what was written in the room.
func (x sample) texts() []string {
	var texts []string
	for _, m := range x.Messages {
		if m.Text != "" {
			texts = append(texts, m.Text)
		}
	}
	return texts
}

// ending is how a kind of sample ends.
type ending struct {
	name string
	is   func(sample) bool
	tale func(s *story, x sample)
}

// endings are those of all kinds of samples; the first that fits a sample is its own.
var endings = []ending{
	{"a close is mailed by its tags, once and whole", func(x sample) bool {
		return x.Type == "LivechatSession" && !x.ClosedAt.IsZero()
	}, func(s *story, x sample) {
		followUp := s.closesRoom(x, x.Room)
		l := s.mailed(followUp, "tagged")
		s.holds(l, x.texts()...)
		if len(l.addresses("Reply-To")) != 1 || l.addresses("Reply-To")[0] == s.at("standard") {
			s.Errorf("Reply-To is %q, want the visitor", l.addresses("Reply-To"))
		}
		s.posts(s.rocketChat, x, http.StatusOK)
		s.is("what is kept", s.arrivals(s.shop.RocketChat), []string{"recorded"})
		s.is("the codes", s.chat(s.becomes(followUp, postchat.FollowUpSent)).Codes, x.Tags)
	}},

	{"a test is shown, and never mailed", func(x sample) bool {
		return x.Type == "LivechatSession" && len(x.Messages) > 0 && x.Messages[0].ID == ""
	}, func(s *story, x sample) {
		s.posts(s.rocketChat, x, http.StatusOK)
		s.is("what is kept", s.arrivals(s.shop.RocketChat), []string{"test"})
	}},

	{"an edit is a revision of the room's chat: routed anew before sending, only shown after it, and a person's business before the close",
		func(x sample) bool { return x.Type == "LivechatEdit" }, edited},

	{"an offline message is a chat without codes", func(x sample) bool {
		return x.Type == "LivechatOfflineMessage"
	}, func(s *story, x sample) {
		s.posts(s.rocketChat, x, http.StatusOK)
		followUp := s.onlyFollowUp(s.shop.RocketChat)
		s.holds(s.mailed(followUp, "standard"), "Offline message", x.Message)
		if chat := s.chat(s.becomes(followUp, postchat.FollowUpSent)); chat.Kind != postchat.ChatKindOffline || len(chat.Codes) > 0 {
			s.Errorf("it is a %s with the codes %q", chat.Kind, chat.Codes)
		}
	}},

	{"any other event is counted and passed over", func(sample) bool { return true }, func(s *story, x sample) {
		s.posts(s.rocketChat, x, http.StatusOK)
		s.is("what is kept", s.arrivals(s.shop.RocketChat), nil)
		counts, err := s.scope.Ignored(s.Context(), s.shop.RocketChat.ID)
		if err != nil || len(counts) != 1 || counts[0].Type != x.Type || counts[0].Count != 1 {
			s.Errorf("counted %+v, %v; want one %s", counts, err, x.Type)
		}
	}},
}

// edited is told at three sources: where the close never came, where it was mailed, and where it waits.
func edited(s *story, x sample) {
	s.posts(s.rocketChat, x, http.StatusOK)
	s.is("what is kept where the room never closed", s.arrivals(s.shop.RocketChat), []string{"needs_attention"})

	mailed := s.branch(0)
	followUp := mailed.closesRoom(closeBefore(s, x), x.Room)
	mailed.mailed(followUp, "standard")
	mailed.posts(mailed.rocketChat, x, http.StatusOK)
	f := mailed.becomes(followUp, postchat.FollowUpSent)
	if chat := mailed.chat(f); !f.Late(*chat) || len(chat.Codes) != len(x.Tags) {
		s.Errorf("after the mail the chat has the codes %q, and the follow-up is late: %t", chat.Codes, f.Late(*chat))
	}

	waiting := s.branch(24 * time.Hour)
	followUp = waiting.closesRoom(closeBefore(s, x), x.Room)
	waiting.posts(waiting.rocketChat, x, http.StatusOK)
	waiting.becomes(followUp, postchat.FollowUpHolding)
	waiting.letTimePass(followUp)
	s.holds(waiting.mailed(followUp, "tagged"), x.texts()...)
	s.read += mailed.read + waiting.read
}

// branch is the story at another source of the same shop.
func (s *story) branch(hold time.Duration) *story {
	s.Helper()
	branch := *s
	branch.read = 0
	branch.shop.RocketChat.ID = postchat.NewID(postchat.Now())
	branch.shop.RocketChat.Name += branch.shop.RocketChat.ID
	branch.shop.RocketChat.Hold = hold
	if err := s.scope.SaveSource(s.Context(), &branch.shop.RocketChat); err != nil {
		s.Fatal(err)
	}
	branch.rocketChat = branch.shop.RocketChatVendor(s.server)
	return &branch
}

// closeBefore is the close that must have come before an edit: the same room without its tags.
func closeBefore(s *story, x sample) raw {
	s.Helper()
	var room map[string]any
	if err := json.Unmarshal(x.body, &room); err != nil {
		s.Fatal(err)
	}
	delete(room, "tags")
	room["type"], room["closer"], room["closedAt"] = "LivechatSession", "user", "2026-08-20T09:11:10.000Z"
	body, err := json.Marshal(room)
	if err != nil {
		s.Fatal(err)
	}
	return body
}

func TestRealSamplesOfRocketChat(t *testing.T) {
	folder := adaptertest.VendorFolder(t, postchat.VendorRocketChat)
	paths, err := filepath.Glob(filepath.Join(folder, "*-*.json"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	onEachDatabase(t, func(t *testing.T, h *house) {
		for _, path := range paths {
			x := readSample(t, path)
			end := endOf(x)
			t.Run(filepath.Base(path)+": "+end.name, func(t *testing.T) {
				seen[end.name]++
				h.tell(t, func(shop *server.Shop) {
					shop.Codes = tagged(x.Tags, strings.Replace(shop.Standard, "standard", "tagged", 1))
				}, func(s *story) { end.tale(s, x) })
			})
		}
	})
	for _, end := range endings {
		if seen[end.name] == 0 {
			t.Errorf("no sample showed that %s", end.name)
		}
	}
}

func readSample(t *testing.T, path string) sample {
	t.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	x := sample{body: body}
	if err := json.Unmarshal(body, &x); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return x
}

func endOf(x sample) ending {
	for _, end := range endings {
		if end.is(x) {
			return end
		}
	}
	panic("the last one fits everything")
}

// tagged are codes for the tags, of which the first has the address and the others have none.
func tagged(tags []string, address string) []server.Code {
	var codes []server.Code
	for _, tag := range tags {
		codes = append(codes, server.Code{Label: tag, Addresses: address})
		address = ""
	}
	return codes
}

// vectors is the layout of a vendor folder's signature.json.
type vectors struct {
	Vectors []struct {
		Name    string
		Secret  postchat.Secret
		Headers map[string]string
		Body    string `json:"raw_body"`
		Expect  string // valid or invalid
	}
}

func TestRealSignaturesOfRocketChat(t *testing.T) {
	folder := adaptertest.VendorFolder(t, postchat.VendorRocketChat)
	text, err := os.ReadFile(filepath.Join(folder, "signature.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file vectors
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	onEachDatabase(t, func(t *testing.T, h *house) {
		for _, v := range file.Vectors {
			seen[v.Expect]++
			t.Run(v.Name+" is "+v.Expect, func(t *testing.T) {
				h.tell(t, func(shop *server.Shop) { shop.RocketChatSecret = v.Secret }, func(s *story) {
					signed := vendor.New(func(header http.Header, _ []byte) {
						for name, value := range v.Headers {
							header.Set(name, value)
						}
					}, s.server.Hook(s.shop.RocketChat))
					if v.Expect != "valid" {
						s.posts(signed, raw(v.Body), http.StatusUnauthorized)
						s.is("what is kept", s.arrivals(s.shop.RocketChat), nil)
						return
					}
					s.posts(signed, raw(v.Body), http.StatusOK)
					s.is("what is kept", s.arrivals(s.shop.RocketChat), []string{"recorded"})
					s.mailed(s.onlyFollowUp(s.shop.RocketChat), "standard")
				})
			})
		}
	})
	if seen["valid"] == 0 || seen["invalid"] == 0 {
		t.Errorf("vectors of both sides are needed, got %v", seen)
	}
}
