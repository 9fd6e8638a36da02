-- Mails that somebody sent to try the settings. They belong to no follow-up, are tried once, and are kept for a while with what became
-- of them.
CREATE TABLE test_mails (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (id),
  campaign_id text NOT NULL REFERENCES campaigns (id),
  follow_up_id text REFERENCES follow_ups (id),
  recipient text NOT NULL,
  sent_by text NOT NULL,
  message_id text NOT NULL,
  subject text NOT NULL,
  sender text NOT NULL,
  source {{.Bytes}} NOT NULL,
  state text NOT NULL,
  transport text NOT NULL,
  provider_id text NOT NULL,
  words text NOT NULL,
  created_at {{.Time}} NOT NULL,
  settled_at {{.Time}}
);
--bun:split
CREATE INDEX test_mails_created ON test_mails (account_id, created_at);
