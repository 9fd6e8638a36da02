// Package folder sends mails by writing each as a file into a folder, from which another program may take them. It shows all
// that a sender needs.
package folder

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/postchat/postchat/delivery"
)

// Sender is the delivery.Sender.
type Sender struct{ path string }

var _ delivery.Sender = Sender{}

// New returns a sender that writes into the folder, which must be there.
func New(path string) (Sender, error) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return Sender{}, fmt.Errorf("set OWN_MAIL_FOLDER to a folder for the mails: %q is none", path)
	}
	return Sender{path: path}, nil
}

// Name implements delivery.Sender.
func (Sender) Name() string { return "folder" }

// Send implements delivery.Sender. The file is named after the delivery, so that a mail whose answer was lost is written over
// and not written twice. A file that could not be written is tried again later: nobody has seen it.
func (s Sender) Send(_ context.Context, m delivery.Message) (delivery.Accepted, error) {
	file := filepath.Join(s.path, m.DeliveryID+".eml")
	unfinished := file + ".part"
	head := fmt.Sprintf("X-Envelope-To: %s\r\n", m.To)
	if err := os.WriteFile(unfinished, append([]byte(head), m.Source...), 0o600); err != nil {
		return delivery.Accepted{}, temporary(err)
	}
	if err := os.Rename(unfinished, file); err != nil {
		return delivery.Accepted{}, temporary(err)
	}
	return delivery.Accepted{ProviderID: m.DeliveryID, Words: "written to the folder"}, nil
}

func temporary(err error) *delivery.Failure {
	words := "the mail could not be written to the folder"
	if errors.Is(err, os.ErrPermission) {
		words = "the folder may not be written to"
	}
	return &delivery.Failure{Class: delivery.Temporary, Words: words, Err: err}
}
