package app

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/postchat/postchat"
)

// parseSettings reads a settings file that is to be applied to the settings as they are now, and checks it whole. Its error
// names everything that is wrong with path and line. What the file does not say is the default of a new campaign or source.
func parseSettings(text []byte, known vendors, now settingsFile) (settingsFile, error) {
	var file settingsFile
	r := &yamlReader{vendors: known, stored: now}
	body, err := r.parse(text)
	if err != nil {
		return file, err
	}
	if body != nil {
		r.object("", body, map[string]func(string, ast.Node){
			"campaigns": func(path string, n ast.Node) {
				r.list(path, n, func(path string, n ast.Node) {
					c := r.campaign(path, n)
					if i := file.campaign(c.Name); i >= 0 {
						r.problem(path+".name", "is the name of two campaigns")
					}
					file.Campaigns = append(file.Campaigns, c)
				})
			},
			"sources": func(path string, n ast.Node) {
				r.list(path, n, func(path string, n ast.Node) {
					s := r.source(path, n)
					if i := file.source(s.Name); i >= 0 {
						r.problem(path+".name", "is the name of two sources")
					}
					file.Sources = append(file.Sources, s)
				})
			},
		})
	}
	r.references(file, now)
	file.sort()
	return file, r.err()
}

// references checks what sources name, and puts the campaigns' own names where they do.
func (r *yamlReader) references(file, now settingsFile) {
	find := func(path string, name *string) {
		if at := file.campaign(*name); at >= 0 {
			*name = file.Campaigns[at].Name
		} else if *name != "" {
			r.problem(path, "%q is not a campaign of this file", postchat.Shorten(*name, 60))
		}
	}
	for i := range file.Sources {
		s := &file.Sources[i]
		if at := now.source(s.Name); at >= 0 && now.Sources[at].Vendor != s.Vendor {
			r.problem(fmt.Sprintf("sources[%d].vendor", i), "is %s and cannot be changed; make another source", now.Sources[at].Vendor)
		}
		find(fmt.Sprintf("sources[%d].defaultCampaign", i), &s.DefaultCampaignID)
		for j := range s.Rules {
			find(fmt.Sprintf("sources[%d].rules[%d].campaign", i, j), &s.Rules[j].CampaignID)
		}
	}
}

func (r *yamlReader) campaign(path string, n ast.Node) campaignSettings {
	c := campaignSettings{Campaign: postchat.NewCampaign("", "", postchat.Now())}
	goals := &c.GoalSettings
	r.object(path, n, map[string]func(string, ast.Node){
		"name":          func(p string, n ast.Node) { c.Name = r.line(p, n) },
		"timeZone":      func(p string, n ast.Node) { c.TimeZone = r.line(p, n) },
		"coverNumbers":  func(p string, n ast.Node) { c.CoverNumbers = r.flag(p, n) },
		"mode":          func(p string, n ast.Node) { goals.Mode = postchat.FollowUpMode(r.text(p, n)) },
		"allowMultiple": func(p string, n ast.Node) { goals.AllowMultiple = r.flag(p, n) },
		"requireCode":   func(p string, n ast.Node) { goals.RequireCode = r.flag(p, n) },
		"timeLimit":     func(p string, n ast.Node) { goals.TimeLimit = r.span(p, n) },
		"undoDelay":     func(p string, n ast.Node) { goals.UndoDelay = r.span(p, n) },
		"unaddressed":   func(p string, n ast.Node) { goals.Unaddressed = postchat.Unaddressed(r.text(p, n)) },
		"mail":          func(p string, n ast.Node) { c.MailSettings = c.MailSettings.With(r.mail(p, n)) },
		"mailLimit":     func(p string, n ast.Node) { c.SendingLimits.MailLimit = r.count(p, n) },
		"operatorLimit": func(p string, n ast.Node) { c.SendingLimits.OperatorLimit = r.count(p, n) },
		"goals":         func(p string, n ast.Node) { r.list(p, n, func(p string, n ast.Node) { r.goal(p, n, &c) }) },
		"codes":         func(p string, n ast.Node) { r.list(p, n, func(p string, n ast.Node) { r.code(p, n, &c) }) },
		"standard":      func(p string, n ast.Node) { c.Standard = r.addresses(p, n) },
	})
	r.problemsOf(path, c.withoutMail().Validate())
	for i := range c.Codes {
		goal := &c.Codes[i].GoalID
		if at := c.goal(*goal); at >= 0 {
			*goal = c.Goals[at]
		} else if *goal != "" {
			r.problem(fmt.Sprintf("%s.codes[%d].goal", path, i), "%q is not among the campaign's goals", postchat.Shorten(*goal, 60))
		}
	}
	if c.GoalSettings.RequireCode && len(c.Codes) == 0 {
		r.problem(path+".requireCode", "needs codes: the campaign has none that could be given")
	}
	r.problemsOf(path, c.tableProblems())
	return c
}

// tableProblems are those of the addresses that only show in all of a list.
func (c campaignSettings) tableProblems() error {
	table := postchat.Table{Standard: c.Standard, Addresses: map[string][]postchat.Address{}}
	for _, code := range c.Codes {
		table.Codes = append(table.Codes, postchat.SuccessCode{ID: code.Label, Label: code.Label})
		table.Addresses[code.Label] = code.Addresses
	}
	return table.Validate()
}

func (r *yamlReader) goal(path string, n ast.Node, c *campaignSettings) {
	name := r.line(path, n)
	for _, p := range postchat.Problems((postchat.Goal{Name: name}).Validate()) {
		r.problem(path, "%s", p.Message)
	}
	if c.goal(name) >= 0 {
		r.problem(path, "is there twice")
	}
	c.Goals = append(c.Goals, name)
}

func (r *yamlReader) code(path string, n ast.Node, c *campaignSettings) {
	var code codeSettings
	r.object(path, n, map[string]func(string, ast.Node){
		"label":     func(p string, n ast.Node) { code.Label = r.line(p, n) },
		"goal":      func(p string, n ast.Node) { code.GoalID = r.line(p, n) },
		"hint":      func(p string, n ast.Node) { code.Hint = strings.TrimSpace(postchat.CleanText(r.text(p, n))) },
		"color":     func(p string, n ast.Node) { code.Color = r.line(p, n) },
		"hotKey":    func(p string, n ast.Node) { code.HotKey = r.line(p, n) },
		"mail":      func(p string, n ast.Node) { code.MailOverrides = r.mail(p, n) },
		"addresses": func(p string, n ast.Node) { code.Addresses = r.addresses(p, n) },
	})
	r.problemsOf(path, code.withoutMail().Validate())
	if code.Label != "" && c.code(code.Label) >= 0 {
		r.problem(path+".label", "is the label of two codes of the campaign")
	}
	if code.HotKey != "" && slices.ContainsFunc(c.Codes, func(other codeSettings) bool { return other.HotKey == code.HotKey }) {
		r.problem(path+".hotKey", "is the hot-key of two codes of the campaign")
	}
	c.Codes = append(c.Codes, code)
}

func (r *yamlReader) source(path string, n ast.Node) postchat.Source {
	var s postchat.Source
	hold := false
	r.object(path, n, map[string]func(string, ast.Node){
		"name":            func(p string, n ast.Node) { s.Name = r.line(p, n) },
		"vendor":          func(p string, n ast.Node) { s.Vendor = postchat.Vendor(r.text(p, n)) },
		"hold":            func(p string, n ast.Node) { s.Hold, hold = r.span(p, n), true },
		"includePrivate":  func(p string, n ast.Node) { s.IncludePrivate = r.flag(p, n) },
		"defaultCampaign": func(p string, n ast.Node) { s.DefaultCampaignID = r.line(p, n) },
		"rules":           func(p string, n ast.Node) { r.list(p, n, func(p string, n ast.Node) { r.rule(p, n, &s) }) },
		"secret": func(p string, n ast.Node) {
			s.Secrets = []postchat.SourceSecret{{Value: postchat.Secret(r.line(p, n))}}
		},
		"api": func(p string, n ast.Node) { s.API = r.api(p, n) },
		"frameOrigins": func(p string, n ast.Node) {
			r.list(p, n, func(p string, n ast.Node) { s.FrameOrigins = append(s.FrameOrigins, r.line(p, n)) })
		},
	})
	if !hold {
		s.Hold = s.Vendor.DefaultHold()
	}
	s.FrameOrigins = postchat.CleanOrigins(s.FrameOrigins)
	r.keepToken(&s)
	r.problemsOf(path, s.Validate())
	if s.Vendor != "" {
		_, err := r.vendors.find("vendor", s.Vendor)
		if err == nil && len(s.Secrets) > 0 {
			err = r.vendors.CheckSecret(s.Vendor, s.Secrets[0].Value)
		}
		r.problemsOf(path, err)
	}
	return s
}

func (r *yamlReader) api(path string, n ast.Node) *postchat.SourceAPI {
	var a postchat.SourceAPI
	r.object(path, n, map[string]func(string, ast.Node){
		"baseUrl": func(p string, n ast.Node) { a.BaseURL = r.line(p, n) },
		"account": func(p string, n ast.Node) { a.Account = r.line(p, n) },
		"token":   func(p string, n ast.Node) { a.Token = postchat.Secret(r.text(p, n)) },
	})
	a.Clean()
	return &a
}

// keepToken gives a source whose file leaves the token out the one that is stored, where that is for the same server.
func (r *yamlReader) keepToken(s *postchat.Source) {
	if i := r.stored.source(s.Name); i >= 0 && s.API != nil && s.API.Token == "" {
		if stored := r.stored.Sources[i].API; stored != nil && stored.SameServer(*s.API) {
			s.API.Token = stored.Token
		}
	}
}

func (r *yamlReader) rule(path string, n ast.Node, s *postchat.Source) {
	var rule postchat.Rule
	r.object(path, n, map[string]func(string, ast.Node){
		"field":    func(p string, n ast.Node) { rule.Field = postchat.RuleField(r.text(p, n)) },
		"value":    func(p string, n ast.Node) { rule.Value = r.line(p, n) },
		"campaign": func(p string, n ast.Node) { rule.CampaignID = r.line(p, n) },
	})
	s.Rules = append(s.Rules, rule)
}
