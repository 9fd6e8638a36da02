package followup

import "context"

// DueNow carries on with everything that is due at the desk's time, once.
func (d *Desk) DueNow(ctx context.Context) error {
	rows, err := d.loop.Claim(ctx, 1000)
	if err != nil {
		return err
	}
	d.due(ctx, rows)
	return nil
}
