-- A journey that was deleted is kept for what it did.
ALTER TABLE "journey" ADD COLUMN "removed_at" TIMESTAMPTZ(3);
