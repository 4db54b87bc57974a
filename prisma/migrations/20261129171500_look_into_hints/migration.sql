-- Some platforms only hint at what changed: the shop itself is asked.
ALTER TABLE "shop_question" DROP CONSTRAINT "shop_question_is_about";
ALTER TABLE "shop_question" ADD CONSTRAINT "shop_question_is_about" CHECK (
  "about" IN ('product', 'payment', 'order', 'customer', 'customer_removal', 'shop', 'shop_removal')
);
