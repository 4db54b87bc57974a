-- The version of the program whose owed notices are on; the worker brings them up to date where mails can be sent.
ALTER TABLE shop ADD COLUMN notices_version integer;
