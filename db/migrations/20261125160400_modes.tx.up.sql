-- What sends a campaign's follow-ups: they go by themselves, or wait for an operator's OK.
ALTER TABLE campaigns ADD COLUMN mode text NOT NULL DEFAULT 'automatic';
--bun:split
-- Since when a follow-up waits for a person; the campaign's time limit counts from it.
ALTER TABLE follow_ups ADD COLUMN waits_since {{.Time}};
--bun:split
-- Those that wait already began to when they were changed last.
UPDATE follow_ups SET waits_since = updated_at WHERE state IN ('awaiting_code', 'awaiting_ok');
