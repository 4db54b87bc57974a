-- What tags a customer has, where deliveries leave it out and the program asks: until the order that asks is judged.
CREATE TABLE "customer_tags" (
    "shop_id" INTEGER NOT NULL,
    "customer_id" TEXT NOT NULL,
    "tags" TEXT[],
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_tags_pkey" PRIMARY KEY ("shop_id","customer_id")
);

ALTER TABLE "shop_question" DROP CONSTRAINT "shop_question_is_about";
ALTER TABLE "shop_question" ADD CONSTRAINT "shop_question_is_about" CHECK (
  "about" IN (
    'product', 'payment', 'customer_tags', 'order', 'customer', 'customer_removal', 'shop', 'shop_removal'
  )
);
