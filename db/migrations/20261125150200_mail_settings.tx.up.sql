-- What mails look like: subject, intro, footer, language and time zone for a campaign, and what differs for a success code.
ALTER TABLE campaigns ADD COLUMN mail_subject text NOT NULL DEFAULT '';
--bun:split
ALTER TABLE campaigns ADD COLUMN mail_intro text NOT NULL DEFAULT '';
--bun:split
ALTER TABLE campaigns ADD COLUMN mail_footer text NOT NULL DEFAULT '';
--bun:split
ALTER TABLE campaigns ADD COLUMN mail_language text NOT NULL DEFAULT 'en';
--bun:split
ALTER TABLE campaigns ADD COLUMN mail_time_zone text NOT NULL DEFAULT '';
--bun:split
ALTER TABLE success_codes ADD COLUMN mail_overrides text NOT NULL DEFAULT '{}';
