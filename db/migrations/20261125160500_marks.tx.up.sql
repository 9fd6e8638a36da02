-- Whether mails show what looks like a card number, an IBAN or a security code.
ALTER TABLE campaigns ADD COLUMN cover_numbers boolean NOT NULL DEFAULT true;
