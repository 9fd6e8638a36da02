-- Who signs in gives nothing but an e-mail, so that one belongs to one person of the whole installation.
CREATE TABLE people (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (id),
  email text NOT NULL,
  email_key text NOT NULL UNIQUE,
  name text NOT NULL,
  role text NOT NULL,
  campaign_ids text,
  language text NOT NULL,
  password_hash text NOT NULL,
  created_at {{.Time}} NOT NULL,
  signed_in_at {{.Time}},
  disabled_at {{.Time}}
);
--bun:split
CREATE INDEX people_account ON people (account_id, id);
--bun:split
-- Sessions, devices, links and invitations are found by the hash of a secret that is kept nowhere.
CREATE TABLE sessions (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  person_id text NOT NULL REFERENCES people (id),
  hash {{.Bytes}} NOT NULL UNIQUE,
  created_at {{.Time}} NOT NULL,
  seen_at {{.Time}} NOT NULL,
  browser text NOT NULL,
  network text NOT NULL
);
--bun:split
CREATE INDEX sessions_person ON sessions (person_id, id);
--bun:split
-- Browsers in which a person has signed in before: a stranger's wrong passwords do not slow them down.
CREATE TABLE devices (
  hash {{.Bytes}} PRIMARY KEY,
  account_id text NOT NULL,
  person_id text NOT NULL REFERENCES people (id),
  used_at {{.Time}} NOT NULL
);
--bun:split
CREATE INDEX devices_person ON devices (person_id, used_at);
--bun:split
CREATE TABLE links (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (id),
  kind text NOT NULL,
  person_id text REFERENCES people (id),
  hash {{.Bytes}} NOT NULL UNIQUE,
  created_at {{.Time}} NOT NULL,
  expires_at {{.Time}} NOT NULL,
  used_at {{.Time}}
);
--bun:split
CREATE INDEX links_account ON links (account_id, kind);
--bun:split
CREATE TABLE invitations (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (id),
  email text NOT NULL,
  email_key text NOT NULL,
  role text NOT NULL,
  campaign_ids text,
  invited_by text NOT NULL,
  hash {{.Bytes}} NOT NULL UNIQUE,
  created_at {{.Time}} NOT NULL,
  expires_at {{.Time}} NOT NULL,
  sent_at {{.Time}},
  words text NOT NULL,
  accepted_at {{.Time}},
  revoked_at {{.Time}}
);
--bun:split
CREATE UNIQUE INDEX invitations_open ON invitations (account_id, email_key) WHERE accepted_at IS NULL AND revoked_at IS NULL;
--bun:split
-- Tokens from before there were permissions go on to do what they did: everything.
UPDATE api_tokens SET permissions = '["read","follow_up","campaign","account","people"]' WHERE permissions = '[]';
