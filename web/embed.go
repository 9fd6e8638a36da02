package web

import (
	"embed"
	"fmt"
	"html/template"
	"strings"
	"time"
)

//go:embed templates/*.html.tmpl
var templateFiles embed.FS

//go:embed style.css
var style []byte

//go:embed link.js
var script []byte

// templates are the pages, each with the layout around it.
var templates = map[string]*template.Template{
	"door":     parsePage("door"),
	"followup": parsePage("followup"),
	"list":     parsePage("list"),
	"mail":     parsePage("mail"),
	"problem":  parsePage("problem"),
}

func parsePage(name string) *template.Template {
	t := template.New(name).Funcs(template.FuncMap{
		"icon":  icon,
		"words": func(word any) string { return strings.ReplaceAll(fmt.Sprint(word), "_", " ") }, // a state, as people read it
		"iso":   func(t time.Time) string { return t.Format(time.RFC3339) },
		"clock": func(t time.Time) string { return t.Format("2 Jan 2006, 15:04:05 MST") },
	})
	return template.Must(t.ParseFS(templateFiles, "templates/layout.html.tmpl", "templates/receipt.html.tmpl", "templates/"+name+".html.tmpl"))
}
