-- What reports count by and measure. sent_at is when every recipient's mail server had first taken a follow-up's mails, accepted_at
-- when one recipient's had taken one of them.
ALTER TABLE follow_ups ADD COLUMN sent_at {{.Time}};
--bun:split
ALTER TABLE deliveries ADD COLUMN accepted_at {{.Time}};
--bun:split
UPDATE deliveries SET accepted_at = (
  SELECT min(at) FROM delivery_steps WHERE delivery_id = deliveries.id AND delivery_steps.state IN ('accepted', 'delivered'));
--bun:split
UPDATE follow_ups SET sent_at = (SELECT max(accepted_at) FROM deliveries WHERE follow_up_id = follow_ups.id)
WHERE state IN ('sent', 'delivered');
--bun:split
CREATE INDEX follow_ups_day ON follow_ups (day, account_id);
--bun:split
CREATE INDEX audit_entries_actor ON audit_entries (actor_id, id);
{{if not .Postgres}}
--bun:split
-- INSERT OR REPLACE deletes without asking the triggers of deleting.
CREATE TRIGGER audit_entries_not_replaced BEFORE INSERT ON audit_entries
WHEN EXISTS (SELECT 1 FROM audit_entries WHERE id = new.id) BEGIN
  SELECT RAISE(ABORT, 'audit entries are never changed or deleted');
END;
{{end}}
