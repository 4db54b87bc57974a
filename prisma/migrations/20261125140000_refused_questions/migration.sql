-- How often the shop itself has said no, apart from answers that did not come: past orders stop waiting for it.
-- AlterTable
ALTER TABLE "shop_question" ADD COLUMN "refusals" INTEGER NOT NULL DEFAULT 0;
