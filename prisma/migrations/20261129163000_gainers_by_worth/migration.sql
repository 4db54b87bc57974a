-- Who would gain most is told by what they would have, not by what was ever given.
DROP INDEX "history_person_shop_id_earned_idx";
CREATE INDEX "history_person_shop_id_outstanding_idx" ON "history_person"("shop_id", "outstanding");
