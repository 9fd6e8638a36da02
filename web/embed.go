package web

import (
	"embed"
	"html/template"
)

//go:embed templates/*.html.tmpl
var templateFiles embed.FS

//go:embed style.css
var style []byte

//go:embed link.js
var script []byte

// templates are the pages, each with the layout around it.
var templates = map[string]*template.Template{
	"door":    parsePage("door"),
	"problem": parsePage("problem"),
}

func parsePage(name string) *template.Template {
	t := template.New(name).Funcs(template.FuncMap{"icon": icon})
	return template.Must(t.ParseFS(templateFiles, "templates/layout.html.tmpl", "templates/"+name+".html.tmpl"))
}
