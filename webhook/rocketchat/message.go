package rocketchat

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook/wire"
)

// textClosed stands where a chat was closed without a comment.
const textClosed = "closed the chat"

// transcript is the messages in the order of their times; one without a time stays behind the one before it.
func (p *payload) transcript() postchat.Transcript {
	if len(p.Messages) == 0 {
		return nil
	}
	t := make(postchat.Transcript, 0, len(p.Messages))
	last := p.CreatedAt.Time
	for i := range p.Messages {
		m := &p.Messages[i]
		line := p.line(m)
		if line.At.IsZero() {
			line.At = last
		}
		last = line.At
		t = append(t, line)
	}
	slices.SortStableFunc(t, func(a, b postchat.Message) int { return a.At.Compare(b.At) })
	return t
}

func (p *payload) line(m *message) postchat.Message {
	role := p.role(m)
	line := postchat.Message{
		ID: string(m.ID), At: m.At.Time, Role: role, Name: p.author(m, role), Text: string(m.Text), Files: m.files(),
	}
	switch {
	case m.Navigation != nil:
		// The bot writes it down, but it is the visitor who went there.
		line.Event, line.Role, line.Name = true, postchat.RoleVisitor, p.author(&message{}, postchat.RoleVisitor)
		line.Text = cmp.Or(line.Text, firstOf(m.Navigation.Page.Location.Href, m.Navigation.Page.Title))
	case m.Closing && line.Text == "":
		line.Event, line.Text = true, textClosed
	case role != postchat.RoleVisitor:
		line.Text = readable(line.Text)
	}
	if line.Text == "" {
		line.Text = m.attachedText()
	}
	return line
}

// role tells the author. Everybody who is not the visitor has an agentId, the bot too.
func (p *payload) role(m *message) postchat.Role {
	switch {
	case m.User.isBot() || m.AgentID == botID:
		return postchat.RoleBot
	case m.AgentID == "" || m.User.ID == p.Visitor.ID && m.User.ID != "":
		return postchat.RoleVisitor
	}
	return postchat.RoleOperator
}

// author is the name as people read it. Messages of the test shape have usernames alone.
func (p *payload) author(m *message, role postchat.Role) string {
	switch {
	case role == postchat.RoleVisitor:
		return firstOf(m.User.Name, p.Visitor.Name, m.Username, p.Visitor.Username)
	case m.AgentID == p.Agent.ID:
		return firstOf(m.User.Name, p.Agent.Name, m.Username, p.Agent.Username)
	}
	return firstOf(m.User.Name, m.User.Username, m.Username)
}

// files are the message's own file, and what else is attached as a file.
func (m *message) files() []postchat.File {
	var files []postchat.File
	var public *url.URL
	if m.Upload != nil {
		public = m.Upload.Path.Address(nil)
	}
	own := m.File != nil || m.Upload != nil
	if own {
		files = append(files, m.ownFile(public))
	}
	for i := range m.Attachments {
		a := &m.Attachments[i]
		if a.Link == "" {
			continue
		}
		f, link := a.file(public)
		if own && (f.Name == files[0].Name || link != nil && public != nil && link.Path == public.Path) {
			fill(&files[0], f) // the own file is among the attachments too, with what it may lack
			continue
		}
		files = append(files, f)
	}
	return files
}

// file is the attachment as a file. Its link is relative; only an address with the server's name helps a reader.
func (a *attachment) file(public *url.URL) (f postchat.File, link *url.URL) {
	f = postchat.File{
		Name: string(a.Title),
		Type: firstOf(a.ImageType, a.AudioType, a.VideoType),
		Size: size(a.ImageSize, a.AudioSize, a.VideoSize),
	}
	if link = a.Link.Address(public); link != nil {
		f.URL = link.String()
	}
	return f, link
}

func (m *message) ownFile(public *url.URL) postchat.File {
	var f postchat.File
	if m.File != nil {
		f = postchat.File{Name: string(m.File.Name), Type: string(m.File.Type), Size: size(m.File.Size)}
	}
	if m.Upload != nil {
		fill(&f, postchat.File{Type: string(m.Upload.Type), Size: size(m.Upload.Size)})
	}
	if public != nil {
		f.URL = public.String()
	}
	return f
}

// fill gives f what it lacks and more has.
func fill(f *postchat.File, more postchat.File) {
	f.Name = cmp.Or(f.Name, more.Name)
	f.URL = cmp.Or(f.URL, more.URL)
	f.Type = cmp.Or(f.Type, more.Type)
	f.Size = cmp.Or(f.Size, more.Size)
}

// size is the first of the sizes that is a number of bytes, 0 for none.
func size(texts ...wire.Text) int64 {
	for _, text := range texts {
		if n, err := strconv.ParseInt(string(text), 10, 64); err == nil && n > 0 {
			return n
		}
	}
	return 0
}

// attachedText is what stands in attachments: the words that came with a file, or a quoted message.
func (m *message) attachedText() string {
	for i := range m.Attachments {
		a := &m.Attachments[i]
		if text := firstOf(a.Description, a.Text); text != "" {
			return text
		}
	}
	return ""
}
