-- The ledger of finished chats, kept as double entries: every change of a follow-up's state takes one out of a box and puts
-- one into another, in the same transaction, whatever code made the change. The sum of all boxes is the number of finished chats.
CREATE TABLE ledger_entries (
  id {{if .Postgres}}bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY{{else}}integer PRIMARY KEY{{end}},
  account_id text NOT NULL,
  campaign_id text NOT NULL,
  day text NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  count bigint NOT NULL
);
--bun:split
CREATE INDEX ledger_entries_day ON ledger_entries (account_id, day, campaign_id);
--bun:split
{{if .Postgres}}
CREATE FUNCTION ledger_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_entries (account_id, campaign_id, day, state, reason, count)
  SELECT account_id, campaign_id, day, state, reason, count(*) FROM fresh GROUP BY 1, 2, 3, 4, 5;
  RETURN NULL;
END $$;
--bun:split
CREATE FUNCTION ledger_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_entries (account_id, campaign_id, day, state, reason, count)
  SELECT account_id, campaign_id, day, state, reason, sum(n) FROM (
    SELECT account_id, campaign_id, day, state, reason, -1 AS n FROM gone
    UNION ALL SELECT account_id, campaign_id, day, state, reason, 1 FROM fresh
  ) moved GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0;
  RETURN NULL;
END $$;
--bun:split
CREATE FUNCTION ledger_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_entries (account_id, campaign_id, day, state, reason, count)
  SELECT account_id, campaign_id, day, state, reason, -count(*) FROM gone GROUP BY 1, 2, 3, 4, 5;
  RETURN NULL;
END $$;
--bun:split
CREATE TRIGGER ledger_insert AFTER INSERT ON follow_ups
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ledger_insert();
--bun:split
CREATE TRIGGER ledger_update AFTER UPDATE ON follow_ups
  REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ledger_update();
--bun:split
CREATE TRIGGER ledger_delete AFTER DELETE ON follow_ups
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION ledger_delete();
{{else}}
CREATE TRIGGER ledger_insert AFTER INSERT ON follow_ups BEGIN
  INSERT INTO ledger_entries (account_id, campaign_id, day, state, reason, count)
  VALUES (new.account_id, new.campaign_id, new.day, new.state, new.reason, 1);
END;
--bun:split
CREATE TRIGGER ledger_update AFTER UPDATE OF campaign_id, day, state, reason ON follow_ups
WHEN old.state <> new.state OR old.reason <> new.reason OR old.campaign_id <> new.campaign_id OR old.day <> new.day BEGIN
  INSERT INTO ledger_entries (account_id, campaign_id, day, state, reason, count)
  VALUES (old.account_id, old.campaign_id, old.day, old.state, old.reason, -1),
    (new.account_id, new.campaign_id, new.day, new.state, new.reason, 1);
END;
--bun:split
CREATE TRIGGER ledger_delete AFTER DELETE ON follow_ups BEGIN
  INSERT INTO ledger_entries (account_id, campaign_id, day, state, reason, count)
  VALUES (old.account_id, old.campaign_id, old.day, old.state, old.reason, -1);
END;
{{end}}
