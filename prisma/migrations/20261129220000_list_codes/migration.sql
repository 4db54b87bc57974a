-- The list of codes is read by the page, newest first, of all states or of one.
CREATE INDEX "reward_code_shop_id_claimed_at_code_idx" ON "reward_code" ("shop_id", "claimed_at", "code");
CREATE INDEX "reward_code_shop_id_state_claimed_at_code_idx" ON "reward_code" ("shop_id", "state", "claimed_at", "code");

-- A code whose time was over is told from one that was given back.
UPDATE "reward_code" SET "state_reason" = 'expired'
WHERE "state" = 'released' AND "state_reason" IS NULL AND "expires_at" <= now();
