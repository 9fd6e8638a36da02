-- One schema for both databases: .Time and .Bytes are the dialect's own types, JSON is kept as text. A shipped migration is never edited.
CREATE TABLE meta (
  key text PRIMARY KEY,
  value {{.Bytes}} NOT NULL
);
--bun:split
CREATE TABLE accounts (
  id text PRIMARY KEY,
  name text NOT NULL,
  last_number bigint NOT NULL DEFAULT 0,
  created_at {{.Time}} NOT NULL
);
--bun:split
CREATE TABLE api_tokens (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (id),
  name text NOT NULL,
  prefix text NOT NULL,
  hash {{.Bytes}} NOT NULL UNIQUE,
  created_at {{.Time}} NOT NULL,
  expires_at {{.Time}},
  revoked_at {{.Time}},
  last_used_at {{.Time}}
);
--bun:split
CREATE TABLE campaigns (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (id),
  name text NOT NULL,
  name_key text NOT NULL,
  time_zone text NOT NULL,
  allow_multiple boolean NOT NULL,
  require_code boolean NOT NULL,
  time_limit bigint NOT NULL,
  undo_delay bigint NOT NULL,
  unaddressed text NOT NULL,
  sender_name text NOT NULL,
  reply_to text NOT NULL,
  mail_limit integer NOT NULL,
  operator_limit integer NOT NULL,
  created_at {{.Time}} NOT NULL,
  updated_at {{.Time}} NOT NULL,
  UNIQUE (account_id, name_key)
);
--bun:split
CREATE TABLE goals (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  campaign_id text NOT NULL REFERENCES campaigns (id),
  name text NOT NULL,
  name_key text NOT NULL,
  position integer NOT NULL,
  UNIQUE (campaign_id, name_key)
);
--bun:split
CREATE TABLE success_codes (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  campaign_id text NOT NULL REFERENCES campaigns (id),
  goal_id text REFERENCES goals (id),
  label text NOT NULL,
  label_key text NOT NULL,
  hint text NOT NULL,
  color text NOT NULL,
  hot_key text NOT NULL,
  position integer NOT NULL,
  retired_at {{.Time}},
  UNIQUE (campaign_id, label_key)
);
--bun:split
-- The table of a campaign, one row a version; the newest is in force. Rows are never changed.
CREATE TABLE follow_up_addresses (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  campaign_id text NOT NULL REFERENCES campaigns (id),
  version integer NOT NULL,
  addresses text NOT NULL,
  standard text NOT NULL,
  comment text NOT NULL,
  saved_at {{.Time}} NOT NULL,
  UNIQUE (campaign_id, version)
);
--bun:split
CREATE TABLE sources (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (id),
  name text NOT NULL,
  name_key text NOT NULL,
  vendor text NOT NULL,
  secrets {{.Bytes}} NOT NULL,
  hold bigint NOT NULL,
  include_private boolean NOT NULL,
  rules text,
  default_campaign_id text NOT NULL REFERENCES campaigns (id),
  created_at {{.Time}} NOT NULL,
  updated_at {{.Time}} NOT NULL,
  UNIQUE (account_id, name_key)
);
--bun:split
-- Authentic events that are not about a finished chat are counted, not kept.
CREATE TABLE ignored_events (
  source_id text NOT NULL REFERENCES sources (id),
  account_id text NOT NULL,
  type text NOT NULL,
  count bigint NOT NULL,
  last_at {{.Time}} NOT NULL,
  PRIMARY KEY (source_id, type)
);
--bun:split
CREATE TABLE chats (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  campaign_id text NOT NULL,
  source_id text NOT NULL,
  conversation_id text NOT NULL,
  segment integer NOT NULL,
  close_key text NOT NULL,
  revision integer NOT NULL,
  kind text NOT NULL,
  started_at {{.Time}},
  closed_at {{.Time}} NOT NULL,
  received_at {{.Time}} NOT NULL,
  closed_by text NOT NULL,
  codes text,
  visitor text NOT NULL,
  operators text,
  department text NOT NULL,
  inbox text NOT NULL,
  subject text NOT NULL,
  page text NOT NULL,
  custom text,
  transcript text,
  -- The key that makes a chat one chat: a second insert of the same stretch of a conversation finds it taken.
  UNIQUE (source_id, conversation_id, segment)
);
--bun:split
CREATE TABLE raw_events (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  source_id text NOT NULL,
  key text NOT NULL,
  type text NOT NULL,
  received_at {{.Time}} NOT NULL,
  repeats integer NOT NULL DEFAULT 0,
  outcome text NOT NULL,
  problem text NOT NULL,
  chat_id text REFERENCES chats (id),
  body {{.Bytes}} NOT NULL
);
--bun:split
-- A repeat is found by its chat, and without one by its key. An index of all keys would be written at random places: as many pages
-- as the bodies themselves.
CREATE UNIQUE INDEX raw_events_key ON raw_events (source_id, key) WHERE chat_id IS NULL;
--bun:split
CREATE INDEX raw_events_chat ON raw_events (chat_id);
--bun:split
CREATE INDEX raw_events_source ON raw_events (source_id, id);
--bun:split
CREATE INDEX raw_events_attention ON raw_events (account_id, id) WHERE outcome = 'needs_attention';
--bun:split
CREATE TABLE drafts (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  source_id text NOT NULL REFERENCES sources (id),
  conversation_id text NOT NULL,
  campaign_id text NOT NULL REFERENCES campaigns (id),
  submission text NOT NULL,
  decision text,
  submitted_at {{.Time}},
  version integer NOT NULL,
  updated_at {{.Time}} NOT NULL,
  UNIQUE (source_id, conversation_id)
);
--bun:split
CREATE TABLE follow_ups (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  campaign_id text NOT NULL,
  chat_id text NOT NULL UNIQUE REFERENCES chats (id),
  number bigint NOT NULL,
  day text NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  run_at {{.Time}},
  lease_owner text,
  lease_until {{.Time}},
  version integer NOT NULL,
  submission text NOT NULL,
  submitted_at {{.Time}},
  submitted_by text NOT NULL DEFAULT '',
  decision text,
  routed_at {{.Time}},
  routed_revision integer NOT NULL,
  created_at {{.Time}} NOT NULL,
  updated_at {{.Time}} NOT NULL,
  UNIQUE (account_id, number)
);
--bun:split
CREATE INDEX follow_ups_due ON follow_ups (run_at, id) WHERE run_at IS NOT NULL;
--bun:split
CREATE INDEX follow_ups_state ON follow_ups (account_id, state, number);
--bun:split
CREATE TABLE mails (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  follow_up_id text NOT NULL REFERENCES follow_ups (id),
  kind text NOT NULL,
  message_id text NOT NULL UNIQUE,
  subject text NOT NULL,
  sender text NOT NULL,
  source {{.Bytes}} NOT NULL,
  created_at {{.Time}} NOT NULL
);
--bun:split
CREATE INDEX mails_follow_up ON mails (follow_up_id);
--bun:split
-- Two servers that both hear of a bounce can make one rescue only.
CREATE UNIQUE INDEX mails_rescue ON mails (follow_up_id) WHERE kind = 'rescue';
--bun:split
-- A delivery is its own queue entry: its state, when it is due, and who holds it until when.
CREATE TABLE deliveries (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  follow_up_id text NOT NULL REFERENCES follow_ups (id),
  mail_id text NOT NULL REFERENCES mails (id),
  recipient text NOT NULL,
  state text NOT NULL,
  attempt integer NOT NULL,
  run_at {{.Time}},
  lease_owner text,
  lease_until {{.Time}},
  sending_since {{.Time}},
  transport text NOT NULL,
  provider_id text NOT NULL,
  words text NOT NULL,
  resend boolean NOT NULL,
  asked integer NOT NULL,
  check_at {{.Time}},
  reasons text,
  replaced_by text REFERENCES mails (id),
  created_at {{.Time}} NOT NULL,
  updated_at {{.Time}} NOT NULL
);
--bun:split
CREATE INDEX deliveries_due ON deliveries (run_at, id) WHERE run_at IS NOT NULL;
--bun:split
CREATE INDEX deliveries_sending ON deliveries (lease_until) WHERE state = 'sending';
--bun:split
CREATE INDEX deliveries_created ON deliveries (created_at);
--bun:split
CREATE INDEX deliveries_check ON deliveries (check_at) WHERE check_at IS NOT NULL;
--bun:split
CREATE INDEX deliveries_follow_up ON deliveries (follow_up_id);
--bun:split
CREATE INDEX deliveries_mail ON deliveries (mail_id);
--bun:split
CREATE TABLE delivery_steps (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  delivery_id text NOT NULL REFERENCES deliveries (id),
  at {{.Time}} NOT NULL,
  state text NOT NULL,
  attempt integer NOT NULL,
  words text NOT NULL
);
--bun:split
CREATE INDEX delivery_steps_delivery ON delivery_steps (delivery_id, id);
--bun:split
-- What is known of an address from its mails.
CREATE TABLE address_health (
  account_id text NOT NULL,
  email text NOT NULL,
  good_at {{.Time}},
  refused_at {{.Time}},
  refusals integer NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (account_id, email)
);
--bun:split
-- Tokens of the provider's events, each of which counts once.
CREATE TABLE event_tokens (
  token text PRIMARY KEY,
  seen_at {{.Time}} NOT NULL
);
--bun:split
CREATE INDEX event_tokens_seen ON event_tokens (seen_at);
--bun:split
-- Up to when something was read elsewhere, such as the provider's events.
CREATE TABLE cursors (
  name text PRIMARY KEY,
  at {{.Time}} NOT NULL
);
--bun:split
-- What came in and was not about mails of ours is counted, not kept.
CREATE TABLE foreign_events (
  kind text PRIMARY KEY,
  count bigint NOT NULL,
  last_at {{.Time}} NOT NULL
);
