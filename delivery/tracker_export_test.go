package delivery

import "context"

// Check asks the provider about what is due to be asked, once.
func (t *Tracker) Check(ctx context.Context) error {
	due, err := t.checks.Claim(ctx, 100)
	if err != nil {
		return err
	}
	for i := range due {
		t.checks.Work(ctx, due[i:i+1])
	}
	return nil
}

// Pull pulls where that is due, and reports whether it was.
func (t *Tracker) Pull(ctx context.Context) (bool, error) {
	due, err := t.pulls.Claim(ctx, 1)
	if len(due) > 0 {
		t.pulls.Work(ctx, due)
	}
	return len(due) > 0, err
}

// HintCount is how many hints are remembered.
func (t *Tracker) HintCount() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.hints)
}
