-- Campaigns that were given up; their history stays.
ALTER TABLE campaigns ADD COLUMN retired_at {{.Time}};
--bun:split
-- The sample campaign, of which an account has one: its mails are kept in the outbox, whatever sends the others.
ALTER TABLE campaigns ADD COLUMN sample boolean NOT NULL DEFAULT false;
--bun:split
CREATE UNIQUE INDEX campaigns_sample ON campaigns (account_id) WHERE sample;
--bun:split
-- The source of the sample, which gets pretend chats alone.
ALTER TABLE sources ADD COLUMN rehearsal boolean NOT NULL DEFAULT false;
