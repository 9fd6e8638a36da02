-- Who may frame a source's window, and who sits at it: such a session names the source.
ALTER TABLE sources ADD COLUMN frame_origins text NOT NULL DEFAULT '[]';
--bun:split
ALTER TABLE sessions ADD COLUMN source_id text REFERENCES sources (id);
--bun:split
CREATE INDEX sessions_source ON sessions (source_id) WHERE source_id IS NOT NULL;
--bun:split
-- Codes that are typed into a window, instead of a token that a pop-up hands over. They are found by what only that window knows.
CREATE TABLE panel_codes (
  nonce_hash {{.Bytes}} PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (id),
  person_id text NOT NULL REFERENCES people (id),
  source_id text NOT NULL REFERENCES sources (id),
  code_hash {{.Bytes}} NOT NULL,
  expires_at {{.Time}} NOT NULL,
  tries integer NOT NULL
);
--bun:split
CREATE INDEX panel_codes_person ON panel_codes (person_id);
