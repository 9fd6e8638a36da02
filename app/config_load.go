package app

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"

	"github.com/postchat/postchat"
)

const (
	envPrefix = "POSTCHAT_"
	// fileSuffix on the name of a secret's variable names a file that holds the secret, as containers are given them.
	fileSuffix = "_FILE"
)

// configField is one field of Config, as its tags describe it.
type configField struct {
	flag, env, group, value, help string // value is the default
	secret                        bool
	index                         int
}

// configFields lists the fields of Config in their order.
func configFields() []configField {
	t := reflect.TypeFor[Config]()
	var all []configField
	for i := range t.NumField() {
		field := t.Field(i)
		if !field.IsExported() {
			continue
		}
		name := field.Tag.Get("flag")
		all = append(all, configField{
			flag: name, env: envPrefix + strings.ToUpper(strings.ReplaceAll(name, "-", "_")),
			group: field.Tag.Get("group"), value: field.Tag.Get("default"), help: field.Tag.Get("help"),
			secret: field.Type == reflect.TypeFor[postchat.Secret](), index: i,
		})
	}
	return all
}

// addSettings gives the flag set the flags of some groups of settings, and returns what was set by them, by name.
func addSettings(flags *flag.FlagSet, groups []string) map[string]string {
	given := map[string]string{}
	for _, s := range configFields() {
		for _, group := range groups {
			if s.group == group {
				flags.Func(s.flag, s.help, func(text string) error {
					given[s.flag] = text
					return nil
				})
			}
		}
	}
	return given
}

// loadConfig reads the configuration: what was given by flags, else the environment, else the defaults. Its error joins a
// *postchat.Error for everything that is wrong, under the name by which it was set. The Config holds what is right all the
// same, and the defaults of what cannot be read.
func (p program) loadConfig(flags map[string]string, getenv func(string) string) (Config, error) {
	c := Config{newSender: p.newSender}
	var errs []error
	names := map[string]string{}
	for _, s := range configFields() {
		target := reflect.ValueOf(&c).Elem().Field(s.index).Addr().Interface()
		if s.value != "" {
			if err := setValue(target, s.value); err != nil {
				panic(fmt.Sprintf("default of %s: %v", s.flag, err))
			}
		}
		text, name, err := s.find(flags, getenv)
		names[s.flag] = name
		if err == nil && text != "" {
			err = setValue(target, text)
		}
		if err != nil {
			errs = append(errs, named(name, err)...)
		}
	}
	c.PublicURL = strings.TrimRight(c.PublicURL, "/")
	for _, problem := range postchat.Problems(c.check()) {
		name := names[problem.Field]
		errs = append(errs, postchat.Invalidf(name, "%s", problem.Message))
	}
	return c, errors.Join(errs...)
}

// find returns the text that was given for the setting, and the name by which it was, or can be, set.
func (s configField) find(flags map[string]string, getenv func(string) string) (text, name string, err error) {
	if text, given := flags[s.flag]; given {
		return text, "-" + s.flag, nil
	}
	text = getenv(s.env)
	if s.secret {
		if path := getenv(s.env + fileSuffix); path != "" {
			return s.readFile(path, text)
		}
	}
	return text, s.env, nil
}

func (s configField) readFile(path, text string) (content, name string, err error) {
	name = s.env + fileSuffix
	if text != "" {
		return "", name, fmt.Errorf("is set beside %s; unset one of the two", s.env)
	}
	bytes, err := os.ReadFile(path) //nolint:gosec // whoever runs the server names the file
	if err != nil {
		return "", name, fmt.Errorf("cannot be read: %w", err)
	}
	if content = strings.TrimSpace(string(bytes)); content == "" {
		return "", name, fmt.Errorf("names an empty file, %s", path)
	}
	return content, name, nil
}

// named makes every problem in err one of the named setting.
func named(name string, err error) []error {
	problems := postchat.Problems(err)
	if len(problems) == 0 {
		return []error{postchat.Invalidf(name, "%s", err)}
	}
	errs := make([]error, len(problems))
	for i, problem := range problems {
		errs[i] = postchat.Invalidf(name, "%s", problem.Message)
	}
	return errs
}
