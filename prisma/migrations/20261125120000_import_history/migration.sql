-- The orders from before the app: how far reading them has come, what was read, and what it would give.
-- CreateTable
CREATE TABLE "history_import" (
    "shop_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "operation_id" TEXT,
    "objects" BIGINT NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "restarts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "unreadable" INTEGER NOT NULL DEFAULT 0,
    "nameless" INTEGER NOT NULL DEFAULT 0,
    "program" TEXT,
    "program_number" INTEGER,
    "figures" JSON,
    "read_at" TIMESTAMPTZ(3),
    "previewed_at" TIMESTAMPTZ(3),
    "booked_at" TIMESTAMPTZ(3),

    CONSTRAINT "history_import_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "history_order" (
    "shop_id" INTEGER NOT NULL,
    "order_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "proven_email" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fact" JSON NOT NULL,

    CONSTRAINT "history_order_pkey" PRIMARY KEY ("shop_id","order_id")
);

-- CreateTable
CREATE TABLE "history_person" (
    "shop_id" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "orders" INTEGER NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "foreseen" BOOLEAN NOT NULL DEFAULT false,
    "booked" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "is_new" BOOLEAN NOT NULL DEFAULT false,
    "earned" BIGINT NOT NULL DEFAULT 0,
    "expired" BIGINT NOT NULL DEFAULT 0,
    "outstanding" BIGINT NOT NULL DEFAULT 0,
    "revenue_minor" BIGINT NOT NULL DEFAULT 0,
    "tier_level_id" TEXT,

    CONSTRAINT "history_person_pkey" PRIMARY KEY ("shop_id","person")
);

-- CreateIndex
CREATE INDEX "history_order_shop_id_person_at_idx" ON "history_order"("shop_id", "person", "at");

-- CreateIndex
CREATE INDEX "history_person_shop_id_earned_idx" ON "history_person"("shop_id", "earned");

ALTER TABLE "history_import" ADD CONSTRAINT "history_import_state"
  CHECK ("state" IN ('reading', 'previewing', 'ready', 'booking', 'done', 'failed', 'skipped'));
ALTER TABLE "history_import" ADD CONSTRAINT "history_import_program" CHECK ("program" IN ('live', 'draft'));

-- Who is next: a scan over those who are done would grow with the import.
CREATE INDEX "history_person_unforeseen" ON "history_person" ("shop_id", "person") WHERE NOT "foreseen";
CREATE INDEX "history_person_unbooked" ON "history_person" ("shop_id", "person") WHERE NOT "booked";

-- What an outbox tells first: codes, then the states of members, of which an import leaves very many.
CREATE INDEX "outbox_in_turn" ON "outbox" ("shop_id", ("topic" = 'publish_member_state'), "outbox_id")
  WHERE "state" IN ('waiting', 'delivering');
