-- A journey's messages are listed, and counted by month, as they were written down.
DROP INDEX "message_shop_id_journey_id_handed_at_idx";
CREATE INDEX "message_shop_id_journey_id_written_at_message_id_idx" ON "message" ("shop_id", "journey_id", "written_at", "message_id");
