-- Codes a merchant removes in the shop's own admin are noticed: open ones are looked for in turn.
ALTER TABLE "reward_code" ADD COLUMN "seen_at" TIMESTAMPTZ(3);
CREATE INDEX "reward_code_issued" ON "reward_code" ("shop_id", "reference", "seen_at") WHERE "state" = 'issued';
