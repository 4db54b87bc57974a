-- How many take part, by level, and what is on its way to members, each read from an index alone: Home asked every
-- member for it. The first is written only where a member's row gets a new place anyway or their level changes; the
-- second has those only who wait for points.
CREATE INDEX "member_taking_part" ON "member" ("shop_id", "tier_level_id") WHERE "status" IN ('active', 'shadow');
CREATE INDEX "member_pending" ON "member" ("shop_id", "pending") WHERE "pending" > 0;
