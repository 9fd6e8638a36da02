package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/db"
	"github.com/postchat/postchat/settings"
)

const equal = "The settings are equal to the file. Nothing to do."

func TestExportAndApplyAreEachOthersInverse(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		full := filepath.Join("testdata", "settings", "full.yaml")
		contains(t, s.ok("apply", full, "-yes"), `+ campaign "Harbour Tours"`, "Applied.", "The source App is new:", "whsec_")
		contains(t, s.ok("apply", full), equal)

		exported := s.ok("export")
		golden(t, filepath.Join("testdata", "settings", "full.exported.yaml"), exported)
		s.stdin = exported
		contains(t, s.ok("apply", "-", "-dry-run"), equal)

		// What was exported makes the same settings elsewhere.
		other := newShell(t)
		other.stdin = exported
		other.ok("apply", "-", "-yes")
		if again := other.ok("export"); again != exported {
			t.Errorf("another server exports\n%s\nof\n%s", again, exported)
		}
	})
}

func TestApplyShowsTheDifferenceFirst(t *testing.T) {
	t.Parallel()
	const before = `
campaigns:
  - name: Acme
    goals: [Sales, Service]
    codes:
      - {label: sale, goal: Sales, hotKey: 1, addresses: a@acme.example; b@acme.example}
      - {label: help, goal: Service, hotKey: 2, mail: {subject: "Help {number}", language: nl}}
      - {label: fax}
    standard: desk@acme.example
  - name: Old
sources:
  - {name: Chat, vendor: rocketchat, defaultCampaign: Acme}
  - {name: Past, vendor: postchat, defaultCampaign: Old}
`
	const after = `
campaigns:
  - name: ACME
    timeZone: Asia/Tokyo
    requireCode: true
    mail: {senderName: ACME, language: de}
    goals: [Service, Care]
    codes:
      - {label: Help, goal: Service, hotKey: 1, hint: "Say\n\"hello\"", mail: {subject: "Help: {visitor}", intro: ""}}
      - {label: sale, hotKey: 2, addresses: b@acme.example; c@acme.example}
      - {label: lead, goal: Care, color: "#aabbcc", addresses: d@acme.example}
    standard: []
sources:
  - {name: Chat, vendor: rocketchat, defaultCampaign: acme, hold: 1m, rules: [{field: tag, value: x, campaign: Acme}]}
  - {name: App, vendor: postchat, defaultCampaign: Acme}
`
	eachDatabase(t, func(t *testing.T, s *shell) {
		s.apply(before)
		unchanged := s.ok("export")

		s.stdin = after
		dry := s.ok("apply", "-", "-dry-run")
		golden(t, filepath.Join("testdata", "settings", "difference.golden.txt"), dry)

		file := filepath.Join(t.TempDir(), "after.yaml")
		if err := os.WriteFile(file, []byte(after), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, answer := range []string{"", "n\n", "what?\n"} {
			s.stdin = answer
			contains(t, s.fails(exitFailed, "apply", file), "nothing was changed")
		}
		if got := s.ok("export"); got != unchanged {
			t.Errorf("without a yes the settings became\n%s", got)
		}
		s.stdin = "Yes\n"
		contains(t, s.ok("apply", file), "Apply this? [y/N]", "Applied.", "The source App is new:")
		contains(t, s.ok("apply", file), `! campaign "Old" is not in the file`, equal)
		s.apply(before)
		if got := s.ok("export"); strings.Contains(got, "lead") || !strings.Contains(got, "label: fax") {
			t.Errorf("back again, codes are not what they were:\n%s", got)
		}
	})
}

func TestACodeThatComesBackIsTheSameCode(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	const with, without = oneCampaign + "    codes: [{label: lead, addresses: a@acme.example}]\n", oneCampaign
	s.apply(with)
	id := s.code("lead").ID
	s.apply(without)
	if code := s.code("lead"); code.ID != id || !code.Retired() {
		t.Fatalf("got %+v, want it retired", code)
	}
	s.apply(with)
	if code := s.code("lead"); code.ID != id || code.Retired() {
		t.Errorf("got %+v, want the code %s in use again", code, id)
	}
}

// code reads a code of the first campaign.
func (s *shell) code(label string) postchat.SuccessCode {
	s.t.Helper()
	var code postchat.SuccessCode
	s.scope(func(scope *db.Scope) error {
		campaigns, err := scope.Campaigns(s.t.Context())
		if err != nil {
			return err
		}
		codes, err := scope.SuccessCodes(s.t.Context(), campaigns[0].ID)
		for _, c := range codes {
			if c.Label == label {
				code = c
			}
		}
		return err
	})
	return code
}

func TestASecondApplyMakesNoNewVersionOfTheTable(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	version := func() (version int) {
		s.scope(func(scope *db.Scope) error {
			campaigns, err := scope.Campaigns(t.Context())
			if err != nil {
				return err
			}
			table, err := scope.Table(t.Context(), campaigns[0])
			version = table.Version
			return err
		})
		return version
	}
	s.apply(oneCampaign)
	first := version()
	s.apply(oneCampaign + "    timeZone: Asia/Tokyo\n")
	if got := version(); first != 1 || got != 1 {
		t.Errorf("the table has version %d, then %d, want 1 both times", first, got)
	}
	s.apply(oneCampaign + "    codes: [{label: new}]\n")
	s.apply(strings.Replace(oneCampaign, "desk@", "other@", 1))
	if got := version(); got != 2 {
		t.Errorf("after one change of the addresses the table has version %d, want 2", got)
	}
}

func TestAFileWithAnythingWrongChangesNothing(t *testing.T) {
	t.Parallel()
	wrong, err := filepath.Glob(filepath.Join("testdata", "settings", "wrong", "*.yaml"))
	if err != nil || len(wrong) == 0 {
		t.Fatal("no files of wrong settings", err)
	}
	for _, file := range wrong {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			t.Parallel()
			s := newShell(t)
			s.apply(oneCampaign + "sources: [{name: Chat, vendor: rocketchat, defaultCampaign: Acme}]\n")
			before := s.ok("export")
			said := s.fails(exitFailed, "apply", file, "-yes")
			golden(t, strings.TrimSuffix(file, ".yaml")+".golden.txt", filepath.ToSlash(said))
			if after := s.ok("export"); after != before {
				t.Errorf("the settings were changed to\n%s", after)
			}
		})
	}
}

func TestSettingsThatSomebodyElseChangedAreNotOverwritten(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.apply(oneCampaign)
	s.scope(func(scope *db.Scope) error {
		ctx := t.Context()
		seen, err := readSettings(ctx, scope)
		if err != nil {
			return err
		}
		wanted, err := parseSettings([]byte(strings.Replace(oneCampaign, "desk@", "mine@", 1)), builtIn(), seen)
		if err != nil {
			return err
		}
		theirs, err := parseSettings([]byte(strings.Replace(oneCampaign, "desk@", "theirs@", 1)), builtIn(), seen)
		if err != nil {
			return err
		}
		if _, err := applySettings(ctx, scope, builtIn(), seen, theirs); err != nil {
			return err
		}
		if _, err := applySettings(ctx, scope, builtIn(), seen, wanted); !postchat.IsKind(err, postchat.Conflict) {
			t.Errorf("got %v, want a conflict", err)
		}
		return nil
	})
	contains(t, s.ok("export"), "theirs@acme.example")
}

func TestNobodyCanBeAskedOnStandardInput(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.stdin = oneCampaign
	contains(t, s.fails(exitUsage, "apply", "-"), "add -yes, or -dry-run")
	contains(t, s.fails(exitFailed, "apply", "/does/not/exist"), "read the settings")
}

func TestTheDemosSettingsCanBeApplied(t *testing.T) {
	t.Parallel()
	s := newShell(t)
	s.stdin = string(demoSettings)
	s.ok("apply", "-", "-yes")
	contains(t, s.ok("apply", "-", "-yes"), equal)
}

// scope runs do on the shell's own database.
func (s *shell) scope(do func(scope *db.Scope) error) {
	s.t.Helper()
	config, err := newProgram().loadConfig(nil, process{environ: s.environ}.getenv)
	if err != nil {
		s.t.Fatal(err)
	}
	options, err := config.databaseOptions(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	store, err := db.Open(s.t.Context(), options)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	account, err := store.FirstAccount(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	if err := do(store.Account(account.ID)); err != nil {
		s.t.Fatal(err)
	}
}

func TestTheSampleIsNoSettingOfAFile(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		s.apply(oneCampaign)
		before := s.ok("export")
		s.scope(func(scope *db.Scope) error {
			_, err := editor(scope, newProgram().vendors).CreateSample(t.Context(), settings.NewSample{Language: postchat.LanguageEnglish})
			return err
		})
		if after := s.ok("export"); after != before {
			t.Errorf("with a sample the file is\n%s\nand without\n%s", after, before)
		}
		s.stdin = before
		if said := s.ok("apply", "-", "-yes"); strings.Contains(said, "Sample") {
			t.Errorf("to apply it says\n%s", said)
		}
	})
}

func TestWhatIsRetiredIsNotExportedAndAFileDoesNotTakeItBack(t *testing.T) {
	t.Parallel()
	eachDatabase(t, func(t *testing.T, s *shell) {
		s.apply(oneCampaign)
		before := s.ok("export")
		s.scope(func(scope *db.Scope) error {
			campaigns, err := scope.Campaigns(t.Context())
			if err != nil {
				return err
			}
			_, err = editor(scope, newProgram().vendors).RetireCampaign(t.Context(), campaigns[0].ID)
			return err
		})
		contains(t, s.ok("export"), "campaigns: []")
		s.stdin = before
		contains(t, s.ok("apply", "-", "-yes"), "is retired, and stays so")
		contains(t, s.ok("export"), "campaigns: []")
	})
}
