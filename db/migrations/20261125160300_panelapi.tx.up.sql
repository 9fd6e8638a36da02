-- The campaigns that whoever saved a draft sees, as a JSON list; NULL means all. No chat of another adopts it.
ALTER TABLE drafts ADD COLUMN campaigns text;
--bun:split
-- To whom the account has ever mailed, so that the operator's window can tell an address that is new.
CREATE TABLE mailed_addresses (
  account_id text NOT NULL,
  email text NOT NULL,
  first_at {{.Time}} NOT NULL,
  PRIMARY KEY (account_id, email)
);
--bun:split
INSERT INTO mailed_addresses (account_id, email, first_at)
SELECT account_id, {{if .Postgres}}lower(recipient::json ->> 'email'){{else}}lower(json_extract(recipient, '$.email')){{end}}, min(created_at) FROM deliveries GROUP BY 1, 2;
