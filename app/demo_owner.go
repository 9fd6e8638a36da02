package app

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/http"
	"strings"

	"github.com/postchat/postchat/auth"
)

// newDemoOwner makes the demo's owner, and returns what they sign in with: a password that is told to nobody.
func newDemoOwner(ctx context.Context, door *auth.Door, accountID string) (auth.Credentials, error) {
	link, err := door.SetUpLink(ctx, accountID)
	if err != nil {
		return auth.Credentials{}, fmt.Errorf("make the demo's owner: %w", err)
	}
	_, secret, _ := strings.Cut(link, "#")
	owner := auth.Credentials{Email: demoCast.Operator.Email, Password: rand.Text()}
	_, err = door.SetUp(ctx, demoVisit(door), auth.NewOwner{
		Token: secret, Email: owner.Email, Name: demoCast.Operator.Name, Password: owner.Password,
	})
	if err != nil {
		return auth.Credentials{}, fmt.Errorf("make the demo's owner: %w", err)
	}
	return owner, nil
}

// demoVisit is a request of the demo itself.
func demoVisit(door *auth.Door) *auth.Visit {
	return door.Visit(http.Header{}, &http.Request{RemoteAddr: "127.0.0.1:0"})
}

// welcome signs the browser of a visit in as the owner of an open server.
func (p *parts) welcome(ctx context.Context, v *auth.Visit) (auth.Viewer, error) {
	return p.door.SignIn(ctx, v, p.owner)
}
