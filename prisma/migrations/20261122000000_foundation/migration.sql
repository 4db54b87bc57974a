-- CreateTable
CREATE TABLE "shop" (
    "shop_id" SERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "shop_key" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'known',
    "name" TEXT,
    "currency" TEXT,
    "timezone" TEXT,
    "locale" TEXT,
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "settings" JSON NOT NULL DEFAULT '{}',
    "live_version" INTEGER,
    "carried_version" INTEGER,
    "outbox_stopped" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "installed_at" TIMESTAMPTZ(3),
    "uninstalled_at" TIMESTAMPTZ(3),

    CONSTRAINT "shop_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "credential" (
    "shop_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("shop_id","name")
);

-- CreateTable
CREATE TABLE "shopify_session" (
    "shop_id" INTEGER NOT NULL,
    "session_id" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "sealed" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shopify_session_pkey" PRIMARY KEY ("shop_id","session_id")
);

-- CreateTable
CREATE TABLE "program_version" (
    "shop_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSON NOT NULL,
    "digest" TEXT NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" TEXT NOT NULL,
    "activated_at" TIMESTAMPTZ(3),

    CONSTRAINT "program_version_pkey" PRIMARY KEY ("shop_id","version")
);

-- CreateTable
CREATE TABLE "program_draft" (
    "shop_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "base_version" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_by" TEXT NOT NULL,

    CONSTRAINT "program_draft_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "member" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGSERIAL NOT NULL,
    "customer_id" TEXT,
    "email" TEXT,
    "email_proven" BOOLEAN NOT NULL DEFAULT false,
    "first_name" TEXT,
    "last_name" TEXT,
    "birthday" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "segments" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" TEXT NOT NULL,
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL,
    "excluded_by_hand" BOOLEAN NOT NULL DEFAULT false,
    "merged_into" BIGINT,
    "available" BIGINT NOT NULL DEFAULT 0,
    "pending" BIGINT NOT NULL DEFAULT 0,
    "held" BIGINT NOT NULL DEFAULT 0,
    "debt" BIGINT NOT NULL DEFAULT 0,
    "earned" BIGINT NOT NULL DEFAULT 0,
    "spent" BIGINT NOT NULL DEFAULT 0,
    "expired" BIGINT NOT NULL DEFAULT 0,
    "tier_level_id" TEXT,
    "tier_since" TIMESTAMPTZ(3),
    "tier_until" TIMESTAMPTZ(3),
    "tier_grace_until" TIMESTAMPTZ(3),
    "tier_grace_notices" INTEGER NOT NULL DEFAULT 0,
    "tier_locked_until" TIMESTAMPTZ(3),
    "tier_lock_bars_lifts" BOOLEAN NOT NULL DEFAULT false,
    "tier_entered" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "tier_history" JSON NOT NULL DEFAULT '[]',
    "last_activity_at" TIMESTAMPTZ(3),
    "next_due_at" TIMESTAMPTZ(3),
    "sequence" BIGINT NOT NULL DEFAULT 0,
    "program_version" INTEGER NOT NULL,

    CONSTRAINT "member_pkey" PRIMARY KEY ("shop_id","member_id")
);

-- CreateTable
CREATE TABLE "lot" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "lot_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "program_version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "points" BIGINT NOT NULL,
    "remaining" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "expired" BIGINT NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "notices_sent" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lot_pkey" PRIMARY KEY ("shop_id","member_id","lot_id")
);

-- CreateTable
CREATE TABLE "award" (
    "shop_id" INTEGER NOT NULL,
    "order_id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "order_name" TEXT,
    "program_version" INTEGER NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "frozen" JSON NOT NULL,
    "target" BIGINT NOT NULL,
    "standing" BIGINT NOT NULL,
    "written_off" BIGINT NOT NULL DEFAULT 0,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "lot_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "postings" INTEGER NOT NULL DEFAULT 0,
    "order_updated_at" TIMESTAMPTZ(3),

    CONSTRAINT "award_pkey" PRIMARY KEY ("shop_id","order_id")
);

-- CreateTable
CREATE TABLE "reward_code" (
    "shop_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "reward_id" TEXT NOT NULL,
    "program_version" INTEGER NOT NULL,
    "points" BIGINT NOT NULL,
    "value_minor" BIGINT,
    "draws" JSON NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "origin" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "state_reason" TEXT,
    "used_by_order_id" TEXT,
    "returned_points" BIGINT NOT NULL DEFAULT 0,
    "postings" INTEGER NOT NULL DEFAULT 0,
    "reference" TEXT,

    CONSTRAINT "reward_code_pkey" PRIMARY KEY ("shop_id","code")
);

-- CreateTable
CREATE TABLE "ledger_transaction" (
    "shop_id" INTEGER NOT NULL,
    "transaction_id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "program_version" INTEGER NOT NULL,
    "explanation" JSON NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_transaction_pkey" PRIMARY KEY ("shop_id","transaction_id")
);

-- CreateTable
CREATE TABLE "transfer" (
    "shop_id" INTEGER NOT NULL,
    "transaction_id" BIGINT NOT NULL,
    "position" SMALLINT NOT NULL,
    "from_account" TEXT NOT NULL,
    "to_account" TEXT NOT NULL,
    "points" BIGINT NOT NULL,
    "lot_id" TEXT,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("shop_id","transaction_id","position")
);

-- CreateTable
CREATE TABLE "qualifying_entry" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "spend_minor" BIGINT NOT NULL,
    "points" BIGINT NOT NULL,
    "orders" INTEGER NOT NULL,

    CONSTRAINT "qualifying_entry_pkey" PRIMARY KEY ("shop_id","member_id","entry_id")
);

-- CreateTable
CREATE TABLE "limit_use" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "limit_key" TEXT NOT NULL,
    "count" BIGINT NOT NULL,
    "points" BIGINT NOT NULL,
    "last_at" TIMESTAMPTZ(3),

    CONSTRAINT "limit_use_pkey" PRIMARY KEY ("shop_id","member_id","limit_key")
);

-- CreateTable
CREATE TABLE "activity_key" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "activity_key" TEXT NOT NULL,

    CONSTRAINT "activity_key_pkey" PRIMARY KEY ("shop_id","member_id","activity_key")
);

-- CreateTable
CREATE TABLE "reward_stock" (
    "shop_id" INTEGER NOT NULL,
    "reward_id" TEXT NOT NULL,
    "claimed" BIGINT NOT NULL,

    CONSTRAINT "reward_stock_pkey" PRIMARY KEY ("shop_id","reward_id")
);

-- CreateTable
CREATE TABLE "shop_order" (
    "shop_id" INTEGER NOT NULL,
    "order_id" TEXT NOT NULL,
    "member_id" BIGINT,
    "name" TEXT,
    "state" JSON NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "order_updated_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "refusal" TEXT,

    CONSTRAINT "shop_order_pkey" PRIMARY KEY ("shop_id","order_id")
);

-- CreateTable
CREATE TABLE "waiting_refund" (
    "shop_id" INTEGER NOT NULL,
    "order_id" TEXT NOT NULL,
    "refund_id" TEXT NOT NULL,
    "refund" JSON NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "waiting_refund_pkey" PRIMARY KEY ("shop_id","order_id","refund_id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "shop_id" INTEGER NOT NULL,
    "inbox_id" BIGSERIAL NOT NULL,
    "delivery_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "triggered_at" TIMESTAMPTZ(3),
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "member_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("shop_id","inbox_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "shop_id" INTEGER NOT NULL,
    "outbox_id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "body" JSON NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "reference" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("shop_id","outbox_id")
);

-- CreateTable
CREATE TABLE "command_key" (
    "shop_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "answer" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_key_pkey" PRIMARY KEY ("shop_id","key")
);

-- CreateTable
CREATE TABLE "audit" (
    "shop_id" INTEGER NOT NULL,
    "audit_id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "member_id" BIGINT,
    "details" JSON NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_pkey" PRIMARY KEY ("shop_id","audit_id")
);

-- CreateTable
CREATE TABLE "product_fact" (
    "shop_id" INTEGER NOT NULL,
    "product_id" TEXT NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "collections" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "refreshed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_fact_pkey" PRIMARY KEY ("shop_id","product_id")
);

-- CreateTable
CREATE TABLE "ledger_proof" (
    "shop_id" INTEGER NOT NULL,
    "proved_at" TIMESTAMPTZ(3) NOT NULL,
    "transactions" BIGINT NOT NULL,
    "members" BIGINT NOT NULL,
    "contradiction" TEXT,

    CONSTRAINT "ledger_proof_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shop_platform_shop_key_key" ON "shop"("platform", "shop_key");

-- CreateIndex
CREATE UNIQUE INDEX "shopify_session_session_id_key" ON "shopify_session"("session_id");

-- CreateIndex
CREATE INDEX "member_shop_id_email_idx" ON "member"("shop_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "member_shop_id_customer_id_key" ON "member"("shop_id", "customer_id");

-- CreateIndex
CREATE INDEX "award_shop_id_member_id_idx" ON "award"("shop_id", "member_id");

-- CreateIndex
CREATE INDEX "reward_code_shop_id_member_id_idx" ON "reward_code"("shop_id", "member_id");

-- CreateIndex
CREATE INDEX "ledger_transaction_shop_id_member_id_transaction_id_idx" ON "ledger_transaction"("shop_id", "member_id", "transaction_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transaction_shop_id_key_key" ON "ledger_transaction"("shop_id", "key");

-- CreateIndex
CREATE INDEX "shop_order_shop_id_member_id_idx" ON "shop_order"("shop_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_shop_id_delivery_id_key" ON "inbox"("shop_id", "delivery_id");

-- CreateIndex
CREATE INDEX "outbox_shop_id_member_id_idx" ON "outbox"("shop_id", "member_id");

-- CreateIndex
CREATE INDEX "audit_shop_id_member_id_idx" ON "audit"("shop_id", "member_id");

-- AddForeignKey
ALTER TABLE "program_version" ADD CONSTRAINT "program_version_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("shop_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_shop_id_fkey" FOREIGN KEY ("shop_id") REFERENCES "shop"("shop_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_shop_id_member_id_fkey" FOREIGN KEY ("shop_id", "member_id") REFERENCES "member"("shop_id", "member_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "award" ADD CONSTRAINT "award_shop_id_member_id_fkey" FOREIGN KEY ("shop_id", "member_id") REFERENCES "member"("shop_id", "member_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reward_code" ADD CONSTRAINT "reward_code_shop_id_member_id_fkey" FOREIGN KEY ("shop_id", "member_id") REFERENCES "member"("shop_id", "member_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_transaction" ADD CONSTRAINT "ledger_transaction_shop_id_member_id_fkey" FOREIGN KEY ("shop_id", "member_id") REFERENCES "member"("shop_id", "member_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_shop_id_transaction_id_fkey" FOREIGN KEY ("shop_id", "transaction_id") REFERENCES "ledger_transaction"("shop_id", "transaction_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What follows is beyond Prisma's schema language: invariants the database itself holds, and
-- indexes over the small part of a table that is waiting for something.

-- A shop, a member and a delivery are in one of the states the code knows.
ALTER TABLE "shop" ADD CONSTRAINT "shop_status" CHECK ("status" IN ('known', 'installed', 'uninstalled', 'redacted'));
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_state" CHECK ("state" IN ('waiting', 'done', 'parked'));
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_state" CHECK ("state" IN ('waiting', 'delivering', 'done', 'refused', 'parked'));
ALTER TABLE "member" ADD CONSTRAINT "member_status" CHECK ("status" IN ('active', 'shadow', 'left', 'erased'));

-- Nothing goes below zero, and the sums a member is shown belong together.
ALTER TABLE "member" ADD CONSTRAINT "member_balances_not_negative"
  CHECK ("available" >= 0 AND "pending" >= 0 AND "held" >= 0 AND "debt" >= 0);
ALTER TABLE "member" ADD CONSTRAINT "member_sums_agree"
  CHECK ("earned" - "spent" - "expired" = "available" + "pending" - "debt");

-- An erased member keeps sums and no person.
ALTER TABLE "member" ADD CONSTRAINT "member_erased_is_nobody"
  CHECK ("status" <> 'erased' OR ("customer_id" IS NULL AND "email" IS NULL AND "first_name" IS NULL
    AND "last_name" IS NULL AND "birthday" IS NULL AND cardinality("tags") = 0 AND cardinality("segments") = 0));

-- No lot is overdrawn or overfilled.
ALTER TABLE "lot" ADD CONSTRAINT "lot_remaining_within_points" CHECK ("remaining" >= 0 AND "expired" >= 0 AND "remaining" <= "points");
ALTER TABLE "lot" ADD CONSTRAINT "lot_state" CHECK ("state" IN ('pending', 'open'));

ALTER TABLE "award" ADD CONSTRAINT "award_not_negative" CHECK ("target" >= 0 AND "standing" >= 0 AND "written_off" >= 0);

ALTER TABLE "reward_code" ADD CONSTRAINT "reward_code_state" CHECK ("state" IN
  ('held', 'issued', 'used', 'released', 'revoked', 'failed', 'requested', 'fulfilled', 'declined'));
ALTER TABLE "reward_code" ADD CONSTRAINT "reward_code_returned_within_points"
  CHECK ("points" >= 0 AND "returned_points" >= 0 AND "returned_points" <= "points");
ALTER TABLE "reward_stock" ADD CONSTRAINT "reward_stock_not_negative" CHECK ("claimed" >= 0);

-- A transfer moves points from one account to another: the entries of a transaction sum to zero by
-- construction.
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_moves_points" CHECK ("points" > 0 AND "from_account" <> "to_account");
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_accounts" CHECK (
  "from_account" IN ('pending', 'available', 'held', 'debt', 'issued', 'redeemed', 'expired', 'written_off')
  AND "to_account" IN ('pending', 'available', 'held', 'debt', 'issued', 'redeemed', 'expired', 'written_off'));

-- The ledger and the record of what people did by hand are append only.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only: % is not allowed', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "ledger_transaction_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_transaction"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "transfer_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "transfer"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What a member can spend or awaits is what is left in the lots: checked once per statement, for
-- all members it changed. Lots are therefore written before their members.
CREATE FUNCTION "member_balances_are_in_lots"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
  SELECT changed."shop_id", changed."member_id" INTO wrong
    FROM "changed"
    LEFT JOIN LATERAL (
      SELECT coalesce(sum(lot."remaining") FILTER (WHERE lot."state" = 'open'), 0) AS "open",
             coalesce(sum(lot."remaining") FILTER (WHERE lot."state" = 'pending'), 0) AS "pending"
        FROM "lot" WHERE lot."shop_id" = changed."shop_id" AND lot."member_id" = changed."member_id"
    ) AS "left_in_lots" ON true
    WHERE "left_in_lots"."open" <> changed."available" OR "left_in_lots"."pending" <> changed."pending"
    LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'balance of member % of shop % is not what is left in the lots', wrong."member_id", wrong."shop_id"
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "member_balances_are_in_lots" AFTER UPDATE ON "member"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION "member_balances_are_in_lots"();

-- One guest per address; a known customer may have the same address as long as nobody proved it.
CREATE UNIQUE INDEX "member_one_shadow_per_email" ON "member" ("shop_id", "email") WHERE "status" = 'shadow';
-- Only the newest state of a member is told to the shop: one waiting message is enough.
CREATE UNIQUE INDEX "outbox_one_waiting_state" ON "outbox" ("shop_id", "member_id")
  WHERE "topic" = 'publish_member_state' AND "state" = 'waiting';

CREATE INDEX "inbox_waiting" ON "inbox" ("shop_id", "inbox_id") WHERE "state" = 'waiting';
CREATE INDEX "inbox_parked" ON "inbox" ("shop_id", "inbox_id") WHERE "state" = 'parked';
CREATE INDEX "outbox_undelivered" ON "outbox" ("shop_id", "next_attempt_at") WHERE "state" IN ('waiting', 'delivering');
CREATE INDEX "outbox_parked" ON "outbox" ("shop_id", "outbox_id") WHERE "state" = 'parked';
CREATE INDEX "member_due" ON "member" ("next_due_at") WHERE "next_due_at" IS NOT NULL;
CREATE INDEX "program_version_scheduled" ON "program_version" ("effective_at") WHERE "activated_at" IS NULL;
