package followup_test

import (
	"testing"
	"time"
)

func TestTheAuditRaisesAnAlarmForWhatIsOverdue(t *testing.T) {
	t.Parallel()
	tell(t, func(s *story) {
		auditor := s.desk.Auditor()
		if !auditor.Last().At.IsZero() {
			s.t.Error("there is a result before the first check")
		}
		s.closes("room-1", "lead")
		check := func(want int) {
			s.t.Helper()
			if err := auditor.Check(s.t.Context()); err != nil {
				s.t.Fatal(err)
			}
			if last := auditor.Last(); last.Problems != want || !last.At.Equal(s.clock.Now()) {
				s.t.Errorf("the check found %+v, want %d problems", last, want)
			}
		}
		check(0)
		s.clock.Move(time.Hour) // nobody routed it
		check(1)
		s.after(0)
		check(0)
	})
}
