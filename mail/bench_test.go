package mail_test

import (
	"fmt"
	"testing"

	"github.com/postchat/postchat/mail"
)

// BenchmarkCompose composes mails of chats of a few lengths; the longest has an attachment.
func BenchmarkCompose(b *testing.B) {
	for _, n := range []int{5, 30, 2000} {
		b.Run(fmt.Sprintf("messages=%d", n), func(b *testing.B) {
			in := longChat(n)
			in.FollowUp.Submission, in.Campaign.CoverNumbers = urgentNote().FollowUp.Submission, true
			b.ReportAllocs()
			for b.Loop() {
				if _, err := mail.Compose(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
