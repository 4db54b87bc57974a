-- A shop's record of a customer says whether they agreed and not since when: whose record it was tells its words apart.
ALTER TABLE "message_consent" ADD COLUMN "record_of" TEXT;
