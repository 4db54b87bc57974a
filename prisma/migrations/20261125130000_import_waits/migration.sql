-- An import of past orders rests while the shop is asked what its products are or what gift cards paid.
-- AlterTable
ALTER TABLE "history_import" ADD COLUMN "waiting" BOOLEAN NOT NULL DEFAULT false;
