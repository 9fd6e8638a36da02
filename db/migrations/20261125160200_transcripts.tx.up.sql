-- Transcripts that are fetched from their vendors after the close: how it stands with one, and that one is not whole.
ALTER TABLE follow_ups ADD COLUMN fetching text;
--bun:split
ALTER TABLE chats ADD COLUMN partial boolean NOT NULL DEFAULT false;
--bun:split
-- The few that are waited for, in the order in which their vendors are asked.
CREATE INDEX follow_ups_transcript ON follow_ups (run_at, id) WHERE state = 'awaiting_transcript';
--bun:split
-- Conversations that were opened again, as was heard before their close was.
CREATE TABLE reopened_conversations (
  source_id text NOT NULL REFERENCES sources (id),
  conversation_id text NOT NULL,
  account_id text NOT NULL REFERENCES accounts (id),
  at {{.Time}} NOT NULL,
  heard_at {{.Time}} NOT NULL,
  PRIMARY KEY (source_id, conversation_id)
);
