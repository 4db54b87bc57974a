-- Figures now hold more than was kept of the last night: they are worked out anew at once.
UPDATE "customer_scoring" SET "figures" = NULL, "next_at" = now() WHERE "figures" IS NOT NULL;
DELETE FROM "insight_answer";
