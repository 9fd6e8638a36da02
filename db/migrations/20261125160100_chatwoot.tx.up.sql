-- How to read from the vendor of a source that keeps the transcripts: address, account and token, encrypted together.
ALTER TABLE sources ADD COLUMN api {{.Bytes}};
