-- When points moved, beside the movement: what a period issued and redeemed is read from one index, without
-- looking up the transaction of each movement. Whose transaction has another instant fails the ledger's proof.
ALTER TABLE "transfer" ADD COLUMN "at" TIMESTAMPTZ(3);
ALTER TABLE "transfer" DISABLE TRIGGER "transfer_append_only";
UPDATE "transfer" f SET "at" = t."at" FROM "ledger_transaction" t
  WHERE t."shop_id" = f."shop_id" AND t."transaction_id" = f."transaction_id";
ALTER TABLE "transfer" ENABLE TRIGGER "transfer_append_only";
ALTER TABLE "transfer" ALTER COLUMN "at" SET NOT NULL;
CREATE INDEX "transfer_issued_and_redeemed" ON "transfer" ("shop_id", "at")
  INCLUDE ("from_account", "to_account", "points")
  WHERE "from_account" IN ('issued', 'redeemed') OR "to_account" IN ('issued', 'redeemed');
