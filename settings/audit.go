package settings

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/postchat/postchat"
)

// record writes a line of the audit log, in the editor's transaction.
func (e Editor) record(ctx context.Context, action string, o object, detail string) error {
	return e.Scope.Audit(ctx, postchat.AuditEntry{
		Action: action, ObjectKind: o.kind, ObjectID: o.id, ObjectName: o.name, CampaignID: o.campaign, Detail: detail,
	})
}

// recordChange is record for the difference between what was and what is. What changes nothing is not recorded.
func (e Editor) recordChange(ctx context.Context, action string, o object, before, after any) error {
	if detail := difference(before, after); detail != "" {
		return e.record(ctx, action, o, detail)
	}
	return nil
}

// object is what an audit entry is about.
type object struct{ kind, id, name, campaign string }

func campaignObject(c postchat.Campaign) object { return object{"campaign", c.ID, c.Name, c.ID} }
func goalObject(g postchat.Goal) object         { return object{"goal", g.ID, g.Name, g.CampaignID} }
func codeObject(c postchat.SuccessCode) object {
	return object{"success_code", c.ID, c.Label, c.CampaignID}
}
func sourceObject(s postchat.Source) object { return object{"source", s.ID, s.Name, ""} }
func tableObject(c postchat.Campaign) object {
	return object{"follow_up_addresses", c.ID, c.Name, c.ID}
}

// recordOrder is record for a new order, which it tells.
func (e Editor) recordOrder(ctx context.Context, action string, c postchat.Campaign, before, after []string) error {
	if slices.Equal(before, after) {
		return nil
	}
	return e.record(ctx, action, campaignObject(c), strings.Join(after, ", "))
}

// recordCode is recordChange for a code, with its goals by name.
func (e Editor) recordCode(ctx context.Context, action string, before, after postchat.SuccessCode) error {
	for _, code := range []*postchat.SuccessCode{&before, &after} {
		if code.GoalID == "" {
			continue
		}
		goal, err := e.Scope.Goal(ctx, code.GoalID)
		if err != nil {
			return err
		}
		code.GoalID = goal.Name
	}
	return e.recordChange(ctx, action, codeObject(after), before, after)
}

// recordSource is recordChange for a source, with its campaigns by name and without the token of its API.
func (e Editor) recordSource(ctx context.Context, before, after postchat.Source) error {
	campaigns, err := e.Scope.Campaigns(ctx)
	if err != nil {
		return err
	}
	for _, c := range campaigns {
		for _, source := range []*postchat.Source{&before, &after} {
			if source.DefaultCampaignID == c.ID {
				source.DefaultCampaignID = c.Name
			}
		}
	}
	var parts []string
	for _, part := range []string{difference(before, after), apiDifference(before.API, after.API)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return e.record(ctx, "source.update", sourceObject(after), strings.Join(parts, ", "))
}

// tableDifference says who was added to and taken from which list, such as `lead: + a@x.example, - b@x.example`.
func tableDifference(before, after postchat.Table) string {
	var parts []string
	add := func(list string, was, is []postchat.Address) {
		var changes []string
		for _, a := range is {
			if !slices.Contains(was, a) {
				changes = append(changes, "+ "+a.Email)
			}
		}
		for _, a := range was {
			if !slices.Contains(is, a) {
				changes = append(changes, "- "+a.Email)
			}
		}
		if len(changes) > 0 {
			parts = append(parts, list+": "+strings.Join(changes, ", "))
		}
	}
	for _, code := range after.Codes {
		add(code.Label, before.Addresses[code.ID], after.Addresses[code.ID])
	}
	add("standard", before.Standard, after.Standard)
	if len(parts) == 0 {
		return fmt.Sprintf("version %d, the same addresses", after.Version)
	}
	return fmt.Sprintf("version %d; %s", after.Version, strings.Join(parts, "; "))
}

// difference says in a short line which settings of two values of one type differ, such as `requireCode: no -> yes`.
func difference(before, after any) string {
	var parts []string
	differ(reflect.ValueOf(before), reflect.ValueOf(after), &parts)
	return strings.Join(parts, ", ")
}

// bookkeeping are fields that say nothing of a setting, or are told by an action of their own.
var bookkeeping = []string{"ID", "AccountID", "CampaignID", "CreatedAt", "UpdatedAt", "SavedAt", "Version", "Secrets", "API", "Hash"}

func differ(before, after reflect.Value, parts *[]string) {
	for i := range before.NumField() {
		field := before.Type().Field(i)
		was, is := before.Field(i), after.Field(i)
		switch {
		case slices.Contains(bookkeeping, field.Name), reflect.DeepEqual(was.Interface(), is.Interface()):
		case field.Type.Kind() == reflect.Struct && field.Type != reflect.TypeFor[time.Time]():
			differ(was, is, parts)
		default:
			*parts = append(*parts, settingName(field.Name)+": "+shown(was)+" -> "+shown(is))
		}
	}
}

// settingName is a field's name as the API has it.
func settingName(field string) string {
	name := []rune(strings.TrimSuffix(field, "ID"))
	name[0] = unicode.ToLower(name[0])
	return string(name)
}

// maxShown is how much of a setting an entry shows, in characters. Longer texts are what mails say, and are not repeated here.
const maxShown = 80

// shown is a value in a few characters.
func shown(v reflect.Value) string {
	switch value := v.Interface().(type) {
	case bool:
		if value {
			return "yes"
		}
		return "no"
	case time.Time:
		if value.IsZero() {
			return "never"
		}
		return value.UTC().Format(time.RFC3339)
	case []string:
		if len(value) == 0 {
			return "none"
		}
		return postchat.Shorten(strings.Join(value, " "), maxShown)
	case fmt.Stringer:
		return value.String()
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return "no difference"
		}
		return shown(v.Elem())
	case reflect.String:
		if v.String() == "" {
			return "none"
		}
		return postchat.Shorten(v.String(), maxShown)
	case reflect.Int, reflect.Int64:
		return fmt.Sprint(v.Int())
	case reflect.Slice, reflect.Map:
		return fmt.Sprintf("%d entries", v.Len())
	default:
		return "another"
	}
}
