package app

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/postchat/postchat"
)

// difference is what a settings file would change, in lines for people: + is added, - removed, ~ changed, ! stays although
// the file does not have it.
type difference struct {
	lines []string
	// changes counts the lines but for those that stay.
	changes int
	depth   int
}

func (d *difference) add(sign, format string, args ...any) {
	d.lines = append(d.lines, sign+" "+strings.Repeat("  ", d.depth)+fmt.Sprintf(format, args...))
	if sign != "!" {
		d.changes++
	}
}

// inside runs fill one level deeper. Where that found changes, they get the headline.
func (d *difference) inside(headline string, fill func()) {
	at, before := len(d.lines), d.changes
	d.depth++
	fill()
	d.depth--
	if d.changes > before {
		d.lines = slices.Insert(d.lines, at, "~ "+strings.Repeat("  ", d.depth)+headline)
	}
}

// value compares one value by what it looks like in a file.
func (d *difference) value(key, now, wanted string) {
	now, wanted = oneLine(now), oneLine(wanted)
	switch {
	case now == wanted:
	case now == "":
		d.add("+", "%s: %s", key, wanted)
	case wanted == "":
		d.add("-", "%s: %s", key, now)
	default:
		d.add("~", "%s: %s -> %s", key, now, wanted)
	}
}

// oneLine is a text as it is, or in quotes where it has several lines.
func oneLine(text string) string {
	if strings.Contains(text, "\n") {
		return strconv.Quote(text)
	}
	return text
}

// addresses compares two lists; each address that comes or goes has a line.
func (d *difference) addresses(key string, now, wanted []postchat.Address) {
	if slices.Equal(now, wanted) {
		return
	}
	before := len(d.lines)
	for _, a := range now {
		if !slices.Contains(wanted, a) {
			d.add("-", "%s %s", key, a)
		}
	}
	for _, a := range wanted {
		if !slices.Contains(now, a) {
			d.add("+", "%s %s", key, a)
		}
	}
	if len(d.lines) == before {
		d.add("~", "%s order: %s", key, postchat.FormatAddressList(wanted))
	}
}

// compare returns what makes the settings as they are into those that are wanted.
func compare(now, wanted settingsFile) difference {
	var d difference
	for _, w := range wanted.Campaigns {
		if i := now.campaign(w.Name); i >= 0 {
			d.inside(fmt.Sprintf("campaign %q", now.Campaigns[i].Name), func() { d.campaign(now.Campaigns[i], w) })
			continue
		}
		d.add("+", "campaign %q", w.Name)
		d.depth++
		d.campaign(campaignSettings{Campaign: postchat.Campaign{
			Name: w.Name, MailSettings: postchat.MailSettings{Language: postchat.LanguageEnglish},
		}}, w)
		d.depth--
	}
	for _, c := range now.Campaigns {
		if wanted.campaign(c.Name) < 0 {
			d.add("!", "campaign %q is not in the file; campaigns cannot be deleted, so it stays as it is", c.Name)
		}
	}
	for _, w := range wanted.Sources {
		if i := now.source(w.Name); i >= 0 {
			d.inside(fmt.Sprintf("source %q", now.Sources[i].Name), func() { d.source(now.Sources[i], w) })
			continue
		}
		d.add("+", "source %q", w.Name)
		d.depth++
		d.source(postchat.Source{Name: w.Name}, w)
		d.depth--
	}
	for _, s := range now.Sources {
		if wanted.source(s.Name) < 0 {
			d.add("!", "source %q is not in the file; sources cannot be deleted, so it stays as it is", s.Name)
		}
	}
	return d
}

func (d *difference) campaign(now, wanted campaignSettings) {
	isNew := now.TimeZone == "" // a stored campaign has one
	was, will := writeCampaign(now), writeCampaign(wanted)
	if isNew {
		was.TimeLimit, was.UndoDelay = "", ""
	}
	d.value("name", was.Name, will.Name)
	d.value("timeZone", was.TimeZone, will.TimeZone)
	d.mail(changed(now.MailSettings), changed(wanted.MailSettings))
	d.value("coverNumbers", yes(was.CoverNumbers, isNew), yes(will.CoverNumbers, false))
	d.value("mode", was.Mode, will.Mode)
	d.value("allowMultiple", yes(was.AllowMultiple, isNew), yes(will.AllowMultiple, false))
	d.value("requireCode", yes(was.RequireCode, isNew), yes(will.RequireCode, false))
	d.value("timeLimit", was.TimeLimit, will.TimeLimit)
	d.value("undoDelay", was.UndoDelay, will.UndoDelay)
	d.value("unaddressed", was.Unaddressed, will.Unaddressed)
	d.value("mailLimit", limit(was.MailLimit), limit(will.MailLimit))
	d.value("operatorLimit", limit(was.OperatorLimit), limit(will.OperatorLimit))
	d.goals(now, wanted)
	d.codes(now, wanted)
	d.addresses("standard address", now.Standard, wanted.Standard)
}

// limit is a limit as a file has it, and nothing where there is none.
func limit(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// yes is a flag as a file has it, and nothing of a thing that is not there yet.
func yes(value, missing bool) string {
	if missing {
		return ""
	}
	return fmt.Sprint(value)
}

func (d *difference) goals(now, wanted campaignSettings) {
	var stay []string
	for _, goal := range now.Goals {
		if wanted.goal(goal) < 0 {
			stay = append(stay, goal)
		}
	}
	d.value("goals", strings.Join(now.Goals, ", "), strings.Join(slices.Concat(wanted.Goals, stay), ", "))
	for _, goal := range stay {
		d.add("!", "goal %q is not in the file; apply deletes nothing, so it stays", goal)
	}
}

func (d *difference) codes(now, wanted campaignSettings) {
	var kept, order []string
	for _, w := range wanted.Codes {
		i := now.code(w.Label)
		if i < 0 {
			d.add("+", "code %s", w.Label)
			d.depth++
			d.code(codeSettings{SuccessCode: postchat.SuccessCode{Label: w.Label}}, w)
			d.depth--
			continue
		}
		order = append(order, now.Codes[i].Label)
		d.inside("code "+now.Codes[i].Label, func() { d.code(now.Codes[i], w) })
	}
	for _, code := range now.Codes {
		if wanted.code(code.Label) < 0 {
			d.add("-", "code %s (retired: chats that have it keep it)", code.Label)
			continue
		}
		kept = append(kept, code.Label)
	}
	if !slices.Equal(kept, order) {
		d.value("order of codes", strings.Join(kept, ", "), strings.Join(order, ", "))
	}
}

func (d *difference) code(now, wanted codeSettings) {
	d.value("label", now.Label, wanted.Label)
	d.name("goal", now.GoalID, wanted.GoalID)
	d.value("hint", now.Hint, wanted.Hint)
	d.value("color", now.Color, wanted.Color)
	d.value("hotKey", now.HotKey, wanted.HotKey)
	d.mail(now.MailOverrides, wanted.MailOverrides)
	d.addresses("address", now.Addresses, wanted.Addresses)
}

func (d *difference) source(now, wanted postchat.Source) {
	isNew := now.Vendor == ""
	hold := spanText(now.Hold)
	if isNew {
		hold = ""
	}
	d.value("name", now.Name, wanted.Name)
	d.value("vendor", string(now.Vendor), string(wanted.Vendor))
	d.name("defaultCampaign", now.DefaultCampaignID, wanted.DefaultCampaignID)
	d.value("hold", hold, spanText(wanted.Hold))
	d.value("includePrivate", yes(now.IncludePrivate, isNew), yes(wanted.IncludePrivate, false))
	d.rules(now.Rules, wanted.Rules)
	d.secret(now.Secrets, wanted.Secrets)
	d.api(now.API, wanted.API)
	d.value("frameOrigins", strings.Join(now.FrameOrigins, " "), strings.Join(wanted.FrameOrigins, " "))
}

// secret tells of a secret that the file brings and the source does not have. A file without one changes none.
func (d *difference) secret(now, wanted []postchat.SourceSecret) {
	for _, secret := range wanted {
		if !slices.ContainsFunc(now, func(s postchat.SourceSecret) bool { return s.Value == secret.Value }) {
			d.add("+", "secret: the one in the file")
		}
	}
}

// api compares how to read from a vendor, the tokens without showing them.
func (d *difference) api(now, wanted *postchat.SourceAPI) {
	text := func(a *postchat.SourceAPI) string {
		if a == nil {
			return ""
		}
		return a.String()
	}
	d.value("api", text(now), text(wanted))
	if now != nil && wanted != nil && now.Token != wanted.Token {
		d.add("~", "api.token: the one in the file")
	}
}

func (d *difference) rules(now, wanted []postchat.Rule) {
	for i := range max(len(now), len(wanted)) {
		var was, will string
		if i < len(now) {
			was = ruleText(now[i])
		}
		if i < len(wanted) {
			will = ruleText(wanted[i])
		}
		d.name(fmt.Sprintf("rules[%d]", i), was, will)
	}
}

// name compares what names something else. That the other thing is written in another way is not a change of this one.
func (d *difference) name(key, now, wanted string) {
	if !sameName(now, wanted) {
		d.value(key, now, wanted)
	}
}

func ruleText(r postchat.Rule) string {
	return fmt.Sprintf("%s %q goes to %s", r.Field, r.Value, r.CampaignID)
}
