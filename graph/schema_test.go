package graph

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gql "github.com/vektah/gqlparser/v2/ast"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/followup"
	"github.com/postchat/postchat/graph/generated"
	"github.com/postchat/postchat/sensitive"
	"github.com/postchat/postchat/settings"
)

func TestEverythingInTheSchemaIsDescribed(t *testing.T) {
	t.Parallel()
	for _, definition := range ourTypes() {
		if definition.Description == "" {
			t.Errorf("%s has no description", definition.Name)
		}
		for _, field := range definition.Fields {
			if field.Description == "" && !strings.HasPrefix(field.Name, "__") {
				t.Errorf("%s.%s has no description", definition.Name, field.Name)
			}
		}
		for _, value := range definition.EnumValues {
			if value.Description == "" {
				t.Errorf("%s.%s has no description", definition.Name, value.Name)
			}
		}
	}
}

func TestMutationsTakeAnInputAndAnswerAPayloadOfTheirOwn(t *testing.T) {
	t.Parallel()
	for _, mutation := range generated.NewExecutableSchema(generated.Config{}).Schema().Mutation.Fields {
		name := strings.ToUpper(mutation.Name[:1]) + mutation.Name[1:]
		input := mutation.Arguments.ForName("input")
		if len(mutation.Arguments) != 1 || input == nil || input.Type.String() != name+"Input!" || mutation.Type.String() != name+"Payload" {
			t.Errorf("%s takes %v and answers %s", mutation.Name, mutation.Arguments, mutation.Type)
		}
	}
}

// ourTypes are the schema's types without those that every schema has.
func ourTypes() []*gql.Definition {
	var types []*gql.Definition
	for _, definition := range generated.NewExecutableSchema(generated.Config{}).Schema().Types {
		if !definition.BuiltIn {
			types = append(types, definition)
		}
	}
	return types
}

func TestTheSchemaHasEveryWordOfTheDomain(t *testing.T) {
	t.Parallel()
	words := map[string][]string{
		"FollowUpState": asWords(postchat.FollowUpStates),
		"DeliveryState": asWords([]postchat.DeliveryState{
			postchat.DeliveryQueued, postchat.DeliverySending, postchat.DeliveryAccepted, postchat.DeliveryDelivered,
			postchat.DeliveryDelayed, postchat.DeliveryBounced, postchat.DeliveryBlocked, postchat.DeliveryComplained,
			postchat.DeliveryFailed, postchat.DeliveryUncertain, postchat.DeliveryHeld,
		}),
		"Role": asWords([]postchat.Role{
			postchat.RoleVisitor, postchat.RoleOperator, postchat.RoleBot, postchat.RoleSystem, postchat.RoleUnknown,
		}),
		"ChatKind": asWords([]postchat.ChatKind{postchat.ChatKindChat, postchat.ChatKindOffline}),
		"ReasonKind": asWords([]postchat.ReasonKind{
			postchat.ReasonCode, postchat.ReasonNoCode, postchat.ReasonNoKnownCode, postchat.ReasonCodesUnaddressed, postchat.ReasonExtra,
			postchat.ReasonRescue, postchat.ReasonAgain,
		}),
		"CodeOutcome": asWords([]postchat.CodeOutcome{
			postchat.CodeRouted, postchat.CodeNoAddress, postchat.CodeRetired, postchat.CodeUnknown,
		}),
		"NotForwarded":       asWords([]postchat.NotForwarded{postchat.NotForwardedNoStandard, postchat.NotForwardedUnaddressed}),
		"Language":           asWords(postchat.Languages),
		"MailKind":           asWords([]postchat.MailKind{postchat.MailFirst, postchat.MailRescue, postchat.MailAddendum, postchat.MailAgain}),
		"Permission":         asWords(postchat.Permissions),
		"PersonRole":         asWords(postchat.PersonRoles),
		"ReportBy":           asWords(db.ReportBys),
		"ActorKind":          asWords(postchat.ActorKinds),
		"RuleField":          asWords([]postchat.RuleField{postchat.RuleDepartment, postchat.RuleInbox, postchat.RuleTag, postchat.RulePage}),
		"AgainTo":            asWords([]followup.AgainTo{followup.AgainToSame, followup.AgainToFailed, followup.AgainToOthers}),
		"Verdict":            asWords([]followup.Verdict{followup.VerdictSent, followup.VerdictSendAgain}),
		"SuggestedCoverKind": asWords([]sensitive.Kind{sensitive.Card, sensitive.IBAN, sensitive.SecurityCode}),
		"PanelStage":         asWords([]followup.Stage{followup.StageOpen, followup.StageWaiting, followup.StageSettled}),
		"FollowUpMode":       asWords([]postchat.FollowUpMode{postchat.ModeAutomatic, postchat.ModeOperator}),
		"Unaddressed":        asWords([]postchat.Unaddressed{postchat.UnaddressedToStandard, postchat.UnaddressedNotForwarded}),
		"ReplayOutcome":      asWords([]settings.ReplayOutcome{settings.ReplayToOthers, settings.ReplayToNobody, settings.ReplayFromNobody}),
		"ArrivalOutcome": asWords([]postchat.ArrivalOutcome{
			postchat.ArrivalRecorded, postchat.ArrivalDuplicate, postchat.ArrivalRevised, postchat.ArrivalReopened, postchat.ArrivalNeedsAttention, postchat.ArrivalTest,
			postchat.ArrivalIgnored,
		}),
	}
	for _, definition := range ourTypes() {
		if definition.Kind != gql.Enum {
			continue
		}
		var names []string
		for _, value := range definition.EnumValues {
			names = append(names, value.Name)
		}
		slices.Sort(names)
		if !slices.Equal(names, words[definition.Name]) {
			t.Errorf("%s has %v, the domain %v", definition.Name, names, words[definition.Name])
		}
	}
}

func asWords[T ~string](values []T) []string {
	var words []string
	for _, value := range values {
		words = append(words, strings.ToUpper(string(value)))
	}
	slices.Sort(words)
	return words
}

func TestResolversAreThin(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("*.resolvers.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no resolvers here: %v", err)
	}
	var lengths []int
	for _, file := range files {
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range parsed.Decls {
			function, ok := declaration.(*ast.FuncDecl)
			if !ok {
				continue
			}
			lines := set.Position(function.Body.Rbrace).Line - set.Position(function.Body.Lbrace).Line - 1
			if lines > 20 {
				t.Errorf("%s: %s has %d lines", file, function.Name.Name, lines)
			}
			if lines > 0 { // the others only name their type
				lengths = append(lengths, lines)
			}
		}
	}
	slices.Sort(lengths)
	if median := lengths[len(lengths)/2]; median > 3 {
		t.Errorf("the median resolver has %d lines", median)
	}
}
