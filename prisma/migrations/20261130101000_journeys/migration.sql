-- Journeys live: the versions of a shop's journeys, what they know of each member, and who passed through them.
CREATE TABLE "journey" (
    "shop_id" INTEGER NOT NULL,
    "journey_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "document" JSON NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "on_since" TIMESTAMPTZ(3),
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" TEXT NOT NULL,

    CONSTRAINT "journey_pkey" PRIMARY KEY ("shop_id","journey_id","version"),
    CONSTRAINT "journey_on_is_current" CHECK ("on_since" IS NULL OR "is_current")
);

-- One version of a journey begins passes.
CREATE UNIQUE INDEX "journey_current" ON "journey"("shop_id", "journey_id") WHERE "is_current";

-- Whether a shop has a journey that is on is asked with every batch.
CREATE INDEX "journey_on" ON "journey"("shop_id") WHERE "on_since" IS NOT NULL;

CREATE TABLE "journey_settings" (
    "shop_id" INTEGER NOT NULL,
    "document" JSON NOT NULL,

    CONSTRAINT "journey_settings_pkey" PRIMARY KEY ("shop_id")
);

CREATE TABLE "journey_member" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "state" JSON,
    "next_due_at" TIMESTAMPTZ(3),

    CONSTRAINT "journey_member_pkey" PRIMARY KEY ("shop_id","member_id")
);

CREATE INDEX "journey_member_next_due_at_idx" ON "journey_member"("next_due_at");

-- The key is the proof: nobody passes twice by the same one.
CREATE TABLE "journey_pass" (
    "shop_id" INTEGER NOT NULL,
    "journey_id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "pass_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "is_held_out" BOOLEAN NOT NULL,
    "arms" JSON,
    "ended_at" TIMESTAMPTZ(3),
    "notes" JSON NOT NULL DEFAULT '[]',

    CONSTRAINT "journey_pass_pkey" PRIMARY KEY ("shop_id","journey_id","member_id","pass_key")
);

-- Versions by which somebody is still under way.
CREATE INDEX "journey_pass_running" ON "journey_pass"("shop_id", "journey_id", "version") WHERE "ended_at" IS NULL;
CREATE INDEX "journey_pass_shop_id_member_id_idx" ON "journey_pass"("shop_id", "member_id");
CREATE INDEX "journey_pass_shop_id_journey_id_begun_at_idx" ON "journey_pass"("shop_id", "journey_id", "begun_at");
