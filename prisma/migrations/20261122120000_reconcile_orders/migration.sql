-- How far a shop's orders are known for sure, and what its deliveries left out.
-- CreateTable
CREATE TABLE "reconciliation" (
    "shop_id" INTEGER NOT NULL,
    "sure_until" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "missed" INTEGER NOT NULL DEFAULT 0,
    "missed_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("shop_id")
);
