package app

import (
	"flag"
	"fmt"
	"strings"
)

const (
	introduction = `Postchat forwards finished live chats to the right department by mail.

Usage: postchat COMMAND [flags]

`
	conclusion = `
"postchat COMMAND -h" says more about one. Settings can be given as flags or as environment variables: -data is POSTCHAT_DATA.

New here? Try: postchat demo
`
)

// overview lists the commands, or only those of the noun that words names.
func overview(words []string) string {
	var b strings.Builder
	if len(words) == 0 {
		b.WriteString(introduction)
	}
	for _, c := range commands() {
		if len(words) == 0 || strings.HasPrefix(c.name, words[0]+" ") {
			fmt.Fprintf(&b, "  %-16s %s\n", c.name, c.short)
		}
	}
	b.WriteString(conclusion)
	return b.String()
}

// help is what -h prints: what the command does, an example, its own flags, and the settings that count for it.
func (c *command) help(flags *flag.FlagSet) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\nUsage: postchat %s\n", c.long, c.usage())
	fmt.Fprintf(&b, "\nExample:\n  %s\n", strings.ReplaceAll(c.example, "\n", "\n  "))
	var own, list strings.Builder
	known := map[string]configField{}
	for _, s := range configFields() {
		known[s.flag] = s
	}
	flags.VisitAll(func(f *flag.Flag) {
		if _, isSetting := known[f.Name]; !isSetting {
			name, text := flag.UnquoteUsage(f)
			own.WriteString(entry(strings.TrimSpace("-"+f.Name+" "+name), text))
		}
	})
	if own.Len() > 0 {
		b.WriteString("\nFlags:\n" + own.String())
	}
	for _, s := range configFields() {
		if flags.Lookup(s.flag) != nil {
			list.WriteString(entry("-"+s.flag+" ("+s.env+")", s.explain()))
		}
	}
	if list.Len() > 0 {
		b.WriteString("\nSettings, as flags or environment variables:\n" + list.String())
	}
	return b.String()
}

// explain says what a setting means, what it is unless set, and how else it can be given.
func (f configField) explain() string {
	text := f.help
	if f.value != "" {
		text += " Default: " + f.value + "."
	}
	if f.secret {
		text += " " + f.env + fileSuffix + " can name a file that holds it."
	}
	return text
}

// entry is a flag on one line and what it means, wrapped, below.
func entry(head, text string) string {
	return "  " + head + "\n" + wrap(text, 92, "      ")
}

// wrap breaks text at blanks into lines of at most width characters, each begun with the indent.
func wrap(text string, width int, indent string) string {
	var b strings.Builder
	line := indent
	for word := range strings.FieldsSeq(text) {
		if len(line) > len(indent) && len(line)+1+len(word) > len(indent)+width {
			b.WriteString(line + "\n")
			line = indent
		}
		if len(line) > len(indent) {
			line += " "
		}
		line += word
	}
	b.WriteString(line + "\n")
	return b.String()
}
