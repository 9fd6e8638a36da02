package app

import (
	"bytes"
	"fmt"

	"github.com/goccy/go-yaml"

	"github.com/postchat/postchat"
)

const settingsHead = `# Settings of Postchat, written by "postchat export". "postchat apply FILE" makes the settings equal to a file like this:
# it shows the difference first, retires success codes that are not in the file, and never deletes anything.
`

// The shape of the file as it is written; yamlReader reads the same keys.
type (
	yamlFile struct {
		Campaigns []yamlCampaign `yaml:"campaigns"`
		Sources   []yamlSource   `yaml:"sources,omitempty"`
	}
	yamlCampaign struct {
		Name          string     `yaml:"name"`
		TimeZone      string     `yaml:"timeZone,omitempty"`
		Mail          *yamlMail  `yaml:"mail,omitempty"`
		CoverNumbers  bool       `yaml:"coverNumbers"`
		Mode          string     `yaml:"mode"`
		AllowMultiple bool       `yaml:"allowMultiple"`
		RequireCode   bool       `yaml:"requireCode"`
		TimeLimit     string     `yaml:"timeLimit"`
		UndoDelay     string     `yaml:"undoDelay"`
		Unaddressed   string     `yaml:"unaddressed"`
		MailLimit     int        `yaml:"mailLimit,omitempty"`
		OperatorLimit int        `yaml:"operatorLimit,omitempty"`
		Goals         []string   `yaml:"goals,omitempty"`
		Codes         []yamlCode `yaml:"codes,omitempty"`
		Standard      any        `yaml:"standard"`
	}
	yamlCode struct {
		Label     string    `yaml:"label"`
		Goal      string    `yaml:"goal,omitempty"`
		Hint      string    `yaml:"hint,omitempty"`
		Color     string    `yaml:"color,omitempty"`
		HotKey    string    `yaml:"hotKey,omitempty"`
		Mail      *yamlMail `yaml:"mail,omitempty"`
		Addresses any       `yaml:"addresses"`
	}
	yamlSource struct {
		Name            string     `yaml:"name"`
		Vendor          string     `yaml:"vendor"`
		DefaultCampaign string     `yaml:"defaultCampaign"`
		Hold            string     `yaml:"hold"`
		IncludePrivate  bool       `yaml:"includePrivate,omitempty"`
		Rules           []yamlRule `yaml:"rules,omitempty"`
		FrameOrigins    []string   `yaml:"frameOrigins,omitempty"`
		API             *yamlAPI   `yaml:"api,omitempty"` // without the token
	}
	yamlAPI struct {
		BaseURL string `yaml:"baseUrl"`
		Account string `yaml:"account"`
	}
	yamlRule struct {
		Field    string `yaml:"field"`
		Value    string `yaml:"value"`
		Campaign string `yaml:"campaign"`
	}
)

// write is the settings as a file that parseSettings reads back.
func (f settingsFile) write() ([]byte, error) {
	out := yamlFile{Campaigns: []yamlCampaign{}}
	for _, c := range f.Campaigns {
		out.Campaigns = append(out.Campaigns, writeCampaign(c))
	}
	for _, s := range f.Sources {
		source := yamlSource{
			Name: s.Name, Vendor: string(s.Vendor), DefaultCampaign: s.DefaultCampaignID, Hold: spanText(s.Hold), IncludePrivate: s.IncludePrivate,
			FrameOrigins: s.FrameOrigins,
		}
		if s.API != nil {
			source.API = &yamlAPI{BaseURL: s.API.BaseURL, Account: s.API.Account}
		}
		for _, r := range s.Rules {
			source.Rules = append(source.Rules, yamlRule{Field: string(r.Field), Value: r.Value, Campaign: r.CampaignID})
		}
		out.Sources = append(out.Sources, source)
	}
	var text bytes.Buffer
	text.WriteString(settingsHead)
	if err := yaml.NewEncoder(&text, yaml.IndentSequence(true)).Encode(out); err != nil {
		return nil, fmt.Errorf("write the settings: %w", err)
	}
	return text.Bytes(), nil
}

func writeCampaign(c campaignSettings) yamlCampaign {
	out := yamlCampaign{
		Name: c.Name, TimeZone: c.TimeZone, Mail: writeMail(changed(c.MailSettings)),
		CoverNumbers: c.CoverNumbers, Mode: string(c.GoalSettings.Mode), AllowMultiple: c.GoalSettings.AllowMultiple, RequireCode: c.GoalSettings.RequireCode,
		TimeLimit: spanText(c.GoalSettings.TimeLimit), UndoDelay: spanText(c.GoalSettings.UndoDelay),
		MailLimit: c.SendingLimits.MailLimit, OperatorLimit: c.SendingLimits.OperatorLimit,
		Unaddressed: string(c.GoalSettings.Unaddressed), Goals: c.Goals, Standard: writeAddresses(c.Standard),
	}
	for _, code := range c.Codes {
		out.Codes = append(out.Codes, yamlCode{
			Label: code.Label, Goal: code.GoalID, Hint: code.Hint, Color: code.Color, HotKey: code.HotKey,
			Mail: writeMail(code.MailOverrides), Addresses: writeAddresses(code.Addresses),
		})
	}
	return out
}

// writeAddresses is one text as people type it while that is short, and else a list with one address on each line, which
// reads better and shows each change alone.
func writeAddresses(list []postchat.Address) any {
	const longest = 80
	if text := postchat.FormatAddressList(list); len(text) <= longest {
		return text
	}
	lines := make([]string, len(list))
	for i, a := range list {
		lines[i] = a.String()
	}
	return lines
}
