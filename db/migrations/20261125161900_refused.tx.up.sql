-- Requests to a source that were not authentic are counted, at most every few seconds, and nothing is kept of them.
CREATE TABLE refused_requests (
  source_id text PRIMARY KEY REFERENCES sources (id),
  account_id text NOT NULL REFERENCES accounts (id),
  count bigint NOT NULL,
  problem text NOT NULL,
  last_at {{.Time}} NOT NULL
);
