-- The way from an empty app to a program that is seen in the shop: one per shop, left and taken up again anywhere.
CREATE TABLE "first_run" (
    "shop_id" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "choices" JSON,
    "ended" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "first_run_pkey" PRIMARY KEY ("shop_id"),
    CONSTRAINT "first_run_step" CHECK ("step" IN ('goal', 'figures', 'publish', 'shop')),
    CONSTRAINT "first_run_ended" CHECK ("ended" IN ('done', 'skipped'))
);
