-- Customers that ended in others while nothing was known of either: a late order of the one is the other's.
CREATE TABLE "ended_customer" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" TEXT NOT NULL,
    "kept_id" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ended_customer_pkey" PRIMARY KEY ("shop_id","customer_id")
);

CREATE INDEX "ended_customer_shop_id_kept_id_idx" ON "ended_customer"("shop_id", "kept_id");
