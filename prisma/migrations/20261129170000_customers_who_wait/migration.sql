-- A customer whose orders are kept until they join is a shadow as well, and may have a guest's address.
DROP INDEX "member_one_shadow_per_email";
CREATE UNIQUE INDEX "member_one_guest_per_email" ON "member" ("shop_id", "email")
  WHERE "status" = 'shadow' AND "customer_id" IS NULL;
