ALTER TABLE api_tokens ADD COLUMN permissions text NOT NULL DEFAULT '[]';
--bun:split
-- NULL for a token that is not limited to campaigns.
ALTER TABLE api_tokens ADD COLUMN campaign_ids text;
--bun:split
CREATE TABLE audit_entries (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES accounts (id),
  at {{.Time}} NOT NULL,
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  action text NOT NULL,
  object_kind text NOT NULL,
  object_id text NOT NULL,
  object_name text NOT NULL,
  campaign_id text,
  detail text NOT NULL
);
--bun:split
CREATE INDEX audit_entries_account ON audit_entries (account_id, id);
--bun:split
CREATE INDEX audit_entries_object ON audit_entries (object_id, id);
--bun:split
-- The log only grows.
{{if .Postgres}}
CREATE FUNCTION audit_entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed or deleted';
END $$;
--bun:split
CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_stay();
{{else}}
CREATE TRIGGER audit_entries_not_changed BEFORE UPDATE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'audit entries are never changed or deleted');
END;
--bun:split
CREATE TRIGGER audit_entries_not_deleted BEFORE DELETE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'audit entries are never changed or deleted');
END;
{{end}}
