-- What shop fronts were last told of the program, so that they are told again when it differs.
ALTER TABLE "shop"
    ADD COLUMN "storefront_version" INTEGER,
    ADD COLUMN "storefront_told_at" TIMESTAMPTZ(3),
    ADD COLUMN "storefront_retry_at" TIMESTAMPTZ(3);
