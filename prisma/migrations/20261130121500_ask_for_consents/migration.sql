-- When the shop was asked what a customer had agreed to before anything told so; null: it was not.
ALTER TABLE member ADD COLUMN consents_asked_at timestamptz(3);
CREATE INDEX member_consents_not_asked ON member (shop_id, member_id) WHERE consents_asked_at IS NULL AND customer_id IS NOT NULL;

ALTER TABLE "shop_question" DROP CONSTRAINT "shop_question_is_about";
ALTER TABLE "shop_question" ADD CONSTRAINT "shop_question_is_about" CHECK (
  "about" IN ('product', 'payment', 'customer_tags', 'customer_consents', 'order', 'customer', 'customer_removal', 'shop', 'shop_removal')
);
