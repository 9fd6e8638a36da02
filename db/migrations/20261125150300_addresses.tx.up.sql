-- Who saved a version of the follow-up addresses; empty for those from before this was kept.
ALTER TABLE follow_up_addresses ADD COLUMN saved_by_kind text NOT NULL DEFAULT '';
--bun:split
ALTER TABLE follow_up_addresses ADD COLUMN saved_by_id text NOT NULL DEFAULT '';
--bun:split
ALTER TABLE follow_up_addresses ADD COLUMN saved_by_name text NOT NULL DEFAULT '';
--bun:split
-- When a person had the body read again last.
ALTER TABLE raw_events ADD COLUMN replayed_at {{.Time}};
--bun:split
-- The few events that did not simply bring a chat are counted and listed by what became of them.
CREATE INDEX raw_events_outcome ON raw_events (source_id, outcome, id) WHERE outcome <> 'recorded';
--bun:split
ALTER TABLE sources ADD COLUMN retired_at {{.Time}};
