package auth_test

import (
	"strings"
	"testing"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/auth"
)

func TestPasswordsThatAreGuessedFirstAreRefused(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, password, problem, rule string }{
		{"a few words", "correct horse battery", "", ""},
		{"letters of any script", "приветмирпривет", "", ""},
		{"of 12 characters", "gm7-rope-LAX", "", ""},
		{"of 256 bytes", strings.Repeat("abcd efg", 32), "", ""},
		{"with the name in a sentence", "dana has two old bicycles", "", ""},
		{"of 11 characters", "gm7-rope-LA", "at least 12", postchat.ErrorPasswordShort},
		{"of 11 characters in 22 bytes", "приветмирпр", "at least 12", postchat.ErrorPasswordShort},
		{"of 257 bytes", strings.Repeat("abcd efg", 32) + "x", "at most 256", postchat.ErrorPasswordLong},
		{"that everybody tries", "Password1234", "tries first", postchat.ErrorPasswordGuessable},
		{"that everybody tries, with signs", "P-a-s-s-w-o-r-d!!!", "tries first", postchat.ErrorPasswordGuessable},
		{"that everybody tries, twice", "passwordpassword", "tries first", postchat.ErrorPasswordGuessable},
		{"of numbers in a row", "123456789012", "tries first", postchat.ErrorPasswordGuessable},
		{"of one key", "aaaaaaaaaaaa", "over and over", postchat.ErrorPasswordGuessable},
		{"of one sign", "!!!!!!!!!!!!!", "over and over", postchat.ErrorPasswordGuessable},
		{"of three keys", "abcabcabcabcabc", "over and over", postchat.ErrorPasswordGuessable},
		{"that is the e-mail", "dana@acme.example", "name or e-mail", postchat.ErrorPasswordGuessable},
		{"that is the e-mail's beginning", "DanaKimura-2026", "name or e-mail", postchat.ErrorPasswordGuessable},
		{"that is the name", "Dana Kimura 1", "name or e-mail", postchat.ErrorPasswordGuessable},
		{"that is not text", "correct horse\xff battery", "must be text", ""},
		{"with a NUL", "correct horse\x00 battery", "must be text", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			err := auth.CheckPassword("password", test.password, "dana@acme.example", "Dana Kimura", "danakimura@acme.example")
			switch {
			case test.problem == "" && err != nil:
				t.Errorf("it is refused: %v", err)
			case test.problem != "" && (!postchat.IsKind(err, postchat.Invalid) || !strings.Contains(err.Error(), test.problem)):
				t.Errorf("it is answered with %v", err)
			case !postchat.Breaks(err, test.rule) && test.problem != "":
				t.Errorf("it does not break the rule %q: %v", test.rule, err)
			}
		})
	}
}

// cheap keeps tests fast.
var cheap = auth.Cost{Memory: 64, Passes: 1, Threads: 1}

func TestAHashFitsItsPasswordAlone(t *testing.T) {
	t.Parallel()
	hash, err := auth.HashPassword(t.Context(), auth.DefaultCost, "corréct horse battery")
	if err != nil || !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Fatalf("hash = %s, %v", hash, err)
	}
	again, err := auth.HashPassword(t.Context(), auth.DefaultCost, "corréct horse battery")
	if err != nil || again == hash {
		t.Errorf("two hashes of one password are alike: %v", err)
	}
	for _, test := range []struct {
		name, password  string
		cost            auth.Cost
		right, outdated bool
	}{
		{"the password", "corréct horse battery", auth.DefaultCost, true, false},
		{"the password as another keyboard types it", "corre\u0301ct horse battery", auth.DefaultCost, true, false},
		{"the password where hashes cost more now", "corréct horse battery", auth.Cost{Memory: 32 << 10, Passes: 2, Threads: 1}, true, true},
		{"another", "correct horse battery", auth.DefaultCost, false, false},
		{"none", "", auth.DefaultCost, false, false},
	} {
		right, outdated, err := auth.PasswordMatches(t.Context(), test.cost, test.password, hash)
		if err != nil || right != test.right || outdated != test.outdated {
			t.Errorf("%s: right %t, outdated %t, %v", test.name, right, outdated, err)
		}
	}
	if right, _, err := auth.PasswordMatches(t.Context(), cheap, "", ""); right || err != nil {
		t.Errorf("nobody's password is right: %t, %v", right, err)
	}
}

func TestAHashThatWeDidNotWriteIsNoPassword(t *testing.T) {
	t.Parallel()
	hash, err := auth.HashPassword(t.Context(), cheap, "correct horse battery")
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range []string{
		"x", "$2a$10$abc", strings.Replace(hash, "argon2id", "argon2i", 1), strings.Replace(hash, "v=19", "v=16", 1),
		strings.Replace(hash, "m=64", "m=64000000", 1), strings.Replace(hash, "t=1", "t=0", 1), strings.Replace(hash, "p=1", "p=0", 1),
		hash + "x", hash[:len(hash)-1], strings.Replace(hash, "m=64", "m=+64", 1), strings.Replace(hash, "m=64", "m=-1", 1),
	} {
		if _, _, err := auth.PasswordMatches(t.Context(), cheap, "correct horse battery", broken); err == nil {
			t.Errorf("%s is taken for a hash", broken)
		}
	}
}
