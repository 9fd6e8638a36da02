package scalar

import (
	"cmp"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/sensitive"
	"github.com/postchat/postchat/settings"
)

// The words of the domain are lower case, those of the schema upper case. That a value is one of the schema's was checked
// before it gets here, but for the case of letters in variables.

func marshalWord[T ~string](word T) graphql.Marshaler {
	return graphql.MarshalString(strings.ToUpper(string(word)))
}

func unmarshalWord[T ~string](v any) (T, error) {
	word, ok := v.(string)
	if !ok {
		return "", postchat.Invalidf("", "must be one of the schema's words")
	}
	return T(strings.ToLower(word)), nil
}

// MarshalAgainTo writes to whom a follow-up is sent again.
func MarshalAgainTo(v followup.AgainTo) graphql.Marshaler { return marshalWord(v) }

// UnmarshalAgainTo reads to whom a follow-up is sent again.
func UnmarshalAgainTo(v any) (followup.AgainTo, error) { return unmarshalWord[followup.AgainTo](v) }

// MarshalVerdict writes a verdict about an uncertain delivery.
func MarshalVerdict(v followup.Verdict) graphql.Marshaler { return marshalWord(v) }

// UnmarshalVerdict reads a verdict about an uncertain delivery.
func UnmarshalVerdict(v any) (followup.Verdict, error) { return unmarshalWord[followup.Verdict](v) }

// MarshalSuggestedCoverKind writes what a piece of a message looks like.
func MarshalSuggestedCoverKind(v sensitive.Kind) graphql.Marshaler { return marshalWord(v) }

// UnmarshalSuggestedCoverKind reads what a piece of a message looks like.
func UnmarshalSuggestedCoverKind(v any) (sensitive.Kind, error) {
	return unmarshalWord[sensitive.Kind](v)
}

// MarshalActorKind writes a kind of actor.
func MarshalActorKind(v postchat.ActorKind) graphql.Marshaler { return marshalWord(v) }

// UnmarshalActorKind reads a kind of actor.
func UnmarshalActorKind(v any) (postchat.ActorKind, error) {
	return unmarshalWord[postchat.ActorKind](v)
}

// MarshalArrivalOutcome writes what became of a webhook request.
func MarshalArrivalOutcome(v postchat.ArrivalOutcome) graphql.Marshaler { return marshalWord(v) }

// UnmarshalArrivalOutcome reads what became of a webhook request.
func UnmarshalArrivalOutcome(v any) (postchat.ArrivalOutcome, error) {
	return unmarshalWord[postchat.ArrivalOutcome](v)
}

// MarshalChatKind writes a kind of chat.
func MarshalChatKind(v postchat.ChatKind) graphql.Marshaler { return marshalWord(v) }

// UnmarshalChatKind reads a kind of chat.
func UnmarshalChatKind(v any) (postchat.ChatKind, error) { return unmarshalWord[postchat.ChatKind](v) }

// MarshalCodeOutcome writes what became of a code.
func MarshalCodeOutcome(v postchat.CodeOutcome) graphql.Marshaler { return marshalWord(v) }

// UnmarshalCodeOutcome reads what became of a code.
func UnmarshalCodeOutcome(v any) (postchat.CodeOutcome, error) {
	return unmarshalWord[postchat.CodeOutcome](v)
}

// MarshalDeliveryState writes the state of a delivery.
func MarshalDeliveryState(v postchat.DeliveryState) graphql.Marshaler { return marshalWord(v) }

// UnmarshalDeliveryState reads the state of a delivery.
func UnmarshalDeliveryState(v any) (postchat.DeliveryState, error) {
	return unmarshalWord[postchat.DeliveryState](v)
}

// MarshalFollowUpState writes the state of a follow-up.
func MarshalFollowUpState(v postchat.FollowUpState) graphql.Marshaler { return marshalWord(v) }

// UnmarshalFollowUpState reads the state of a follow-up.
func UnmarshalFollowUpState(v any) (postchat.FollowUpState, error) {
	return unmarshalWord[postchat.FollowUpState](v)
}

// MarshalLanguage writes a language of mails.
func MarshalLanguage(v postchat.Language) graphql.Marshaler { return marshalWord(v) }

// UnmarshalLanguage reads a language of mails.
func UnmarshalLanguage(v any) (postchat.Language, error) { return unmarshalWord[postchat.Language](v) }

// MarshalMailKind writes what a mail is for.
func MarshalMailKind(v postchat.MailKind) graphql.Marshaler { return marshalWord(v) }

// UnmarshalMailKind reads what a mail is for.
func UnmarshalMailKind(v any) (postchat.MailKind, error) { return unmarshalWord[postchat.MailKind](v) }

// MarshalPersonRole writes a person's role.
func MarshalPersonRole(v postchat.PersonRole) graphql.Marshaler { return marshalWord(v) }

// UnmarshalPersonRole reads a person's role.
func UnmarshalPersonRole(v any) (postchat.PersonRole, error) {
	return unmarshalWord[postchat.PersonRole](v)
}

// MarshalNotForwarded writes why nobody gets a follow-up, or null where somebody does.
func MarshalNotForwarded(v postchat.NotForwarded) graphql.Marshaler {
	if v == "" {
		return graphql.Null
	}
	return marshalWord(v)
}

// UnmarshalNotForwarded reads why nobody gets a follow-up.
func UnmarshalNotForwarded(v any) (postchat.NotForwarded, error) {
	return unmarshalWord[postchat.NotForwarded](v)
}

// MarshalPermission writes a permission.
func MarshalPermission(v postchat.Permission) graphql.Marshaler { return marshalWord(v) }

// UnmarshalPermission reads a permission.
func UnmarshalPermission(v any) (postchat.Permission, error) {
	return unmarshalWord[postchat.Permission](v)
}

// MarshalReasonKind writes a kind of reason.
func MarshalReasonKind(v postchat.ReasonKind) graphql.Marshaler { return marshalWord(v) }

// UnmarshalReasonKind reads a kind of reason.
func UnmarshalReasonKind(v any) (postchat.ReasonKind, error) {
	return unmarshalWord[postchat.ReasonKind](v)
}

// MarshalReportBy writes what the rows of a report are about.
func MarshalReportBy(v db.ReportBy) graphql.Marshaler { return marshalWord(v) }

// UnmarshalReportBy reads what the rows of a report are about.
func UnmarshalReportBy(v any) (db.ReportBy, error) { return unmarshalWord[db.ReportBy](v) }

// MarshalReplayOutcome writes what a table would have changed for a chat.
func MarshalReplayOutcome(v settings.ReplayOutcome) graphql.Marshaler { return marshalWord(v) }

// UnmarshalReplayOutcome reads what a table would have changed for a chat.
func UnmarshalReplayOutcome(v any) (settings.ReplayOutcome, error) {
	return unmarshalWord[settings.ReplayOutcome](v)
}

// MarshalRole writes a role; one that nothing is known of is UNKNOWN.
func MarshalRole(v postchat.Role) graphql.Marshaler {
	return marshalWord(cmp.Or(v, postchat.RoleUnknown))
}

// UnmarshalRole reads a role.
func UnmarshalRole(v any) (postchat.Role, error) { return unmarshalWord[postchat.Role](v) }

// MarshalRuleField writes what a rule looks at.
func MarshalRuleField(v postchat.RuleField) graphql.Marshaler { return marshalWord(v) }

// UnmarshalRuleField reads what a rule looks at.
func UnmarshalRuleField(v any) (postchat.RuleField, error) {
	return unmarshalWord[postchat.RuleField](v)
}

// MarshalFollowUpMode writes what sends a campaign's follow-ups.
func MarshalFollowUpMode(v postchat.FollowUpMode) graphql.Marshaler { return marshalWord(v) }

// UnmarshalFollowUpMode reads what sends a campaign's follow-ups.
func UnmarshalFollowUpMode(v any) (postchat.FollowUpMode, error) {
	return unmarshalWord[postchat.FollowUpMode](v)
}

// MarshalUnaddressed writes the choice for codes without an address.
func MarshalUnaddressed(v postchat.Unaddressed) graphql.Marshaler { return marshalWord(v) }

// UnmarshalUnaddressed reads the choice for codes without an address.
func UnmarshalUnaddressed(v any) (postchat.Unaddressed, error) {
	return unmarshalWord[postchat.Unaddressed](v)
}

// MarshalPanelStage writes how far the chat of a panel is.
func MarshalPanelStage(v followup.Stage) graphql.Marshaler { return marshalWord(v) }

// UnmarshalPanelStage reads how far the chat of a panel is.
func UnmarshalPanelStage(v any) (followup.Stage, error) { return unmarshalWord[followup.Stage](v) }
