-- What changed last, for those who watch.
CREATE INDEX follow_ups_changed ON follow_ups (updated_at);
