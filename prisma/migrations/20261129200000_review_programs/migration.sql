-- A program tried on the shop's own orders before it is published: one review per shop, in parts of the members.
CREATE TABLE "program_review" (
    "shop_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "document" JSON NOT NULL,
    "digest" TEXT NOT NULL,
    "live_version" INTEGER,
    "phase" TEXT NOT NULL,
    "behind" TEXT,
    "looked_at" INTEGER NOT NULL DEFAULT 0,
    "people" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "tally" JSON NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "program_review_pkey" PRIMARY KEY ("shop_id"),
    CONSTRAINT "program_review_state" CHECK ("state" IN ('running', 'done', 'cancelled', 'failed')),
    CONSTRAINT "program_review_phase" CHECK ("phase" IN ('members', 'strangers'))
);
