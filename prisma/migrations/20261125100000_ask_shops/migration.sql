-- What deliveries leave out and judging needs: what products are, and what a gift card paid of an order.
-- When the app was last known to be in a shop: a late word of an earlier end does not count.
-- AlterTable
ALTER TABLE "product_fact" ADD COLUMN "vendor" TEXT NOT NULL DEFAULT '',
ADD COLUMN "kind" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "shop" ADD COLUMN "present_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "gift_card_payment" (
    "shop_id" INTEGER NOT NULL,
    "order_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gift_card_payment_pkey" PRIMARY KEY ("shop_id","order_id")
);

-- CreateTable
CREATE TABLE "shop_question" (
    "shop_id" INTEGER NOT NULL,
    "about" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,

    CONSTRAINT "shop_question_pkey" PRIMARY KEY ("shop_id","about","subject_id")
);

ALTER TABLE "gift_card_payment" ADD CONSTRAINT "gift_card_payment_not_negative" CHECK ("amount_minor" >= 0);
ALTER TABLE "shop_question" ADD CONSTRAINT "shop_question_is_about" CHECK ("about" IN ('product', 'payment'));
