package adaptertest

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/postchat/postchat"
	"github.com/postchat/postchat/webhook"
)

// VendorFolder returns the folder with real samples of the vendor's bodies. They are not part of this repository: their
// words are the vendors'. Where a checkout has no ../shared/vendors beside it, the test is skipped and says so.
func VendorFolder(t *testing.T, vendor postchat.Vendor) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for !exists(filepath.Join(dir, "go.mod")) {
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above the test's folder")
		}
		dir = parent
	}
	folder := filepath.Join(filepath.Dir(dir), "shared", "vendors", string(vendor))
	if !exists(folder) {
		t.Skipf("NOT RUN: %s is not there, so the real samples of %s were not tried; CI has them", folder, vendor)
	}
	return folder
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// vectors is the layout of a vendor folder's signature.json.
type vectors struct {
	Vectors []struct {
		Name    string
		Secret  postchat.Secret
		Headers map[string]string
		Body    string `json:"raw_body"`
		File    string `json:"raw_body_file"`           // beside signature.json, where the body is not in the vector
		Now     int64  `json:"now_for_freshness_check"` // unix seconds; 0 where the scheme has no time
		Expect  string // valid; or begins with invalid, where it may say why
	}
}

// Signatures checks every vector of the folder's signature.json, the valid ones and the invalid ones. now is for those without
// a moment of their own.
func Signatures(t *testing.T, adapter webhook.Adapter, folder string, now time.Time) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "signature.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file vectors
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, v := range file.Vectors {
		valid := v.Expect == "valid"
		seen[map[bool]string{true: "valid", false: "invalid"}[valid]]++
		t.Run(v.Name, func(t *testing.T) {
			body, at := []byte(v.Body), now
			if v.File != "" {
				if body, err = os.ReadFile(filepath.Join(folder, v.File)); err != nil {
					t.Fatal(err)
				}
			}
			if v.Now != 0 {
				at = time.Unix(v.Now, 0)
			}
			h := http.Header{}
			for name, value := range v.Headers {
				h.Set(name, value)
			}
			checkBody, err := adapter.Authenticate(webhook.Credentials{Header: h}, []postchat.Secret{v.Secret}, at)
			if err == nil && checkBody != nil {
				err = checkBody(body)
			}
			if (err == nil) != valid {
				t.Errorf("got %v, want it %s", err, v.Expect)
			}
		})
	}
	if seen["valid"] == 0 || seen["invalid"] == 0 {
		t.Errorf("vectors of both sides are needed, got %v", seen)
	}
}
