-- What clients did under keys of their own, so that the same wish that comes twice is fulfilled once.
CREATE TABLE idempotency_keys (
  account_id text NOT NULL REFERENCES accounts (id),
  key text NOT NULL,
  operation text NOT NULL,
  input {{.Bytes}} NOT NULL,
  object_id text NOT NULL,
  created_at {{.Time}} NOT NULL,
  PRIMARY KEY (account_id, key)
);
--bun:split
CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);
