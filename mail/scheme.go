package mail

import "strings"

// What the HTML part of a mail says of colour schemes, in its style sheet.
const (
	bothSchemes = ":root{color-scheme:light dark;"
	whereDark   = "@media (prefers-color-scheme:dark){"
)

// Dark returns the HTML part of a mail as a mail program on a dark screen shows it, whatever the screen that it is shown on.
func Dark(html string) string { return inScheme(html, "dark", "@media all{") }

// Light is Dark for a light screen.
func Light(html string) string { return inScheme(html, "light", "@media not all{") }

// inScheme changes the head alone: in the body the same letters are what somebody wrote.
func inScheme(html, scheme, media string) string {
	head, body, found := strings.Cut(html, "<body")
	if !found {
		return html
	}
	head = strings.Replace(head, bothSchemes, ":root{color-scheme:"+scheme+";", 1)
	return strings.Replace(head, whereDark, media, 1) + "<body" + body
}
