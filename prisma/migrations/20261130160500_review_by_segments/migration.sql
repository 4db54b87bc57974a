ALTER TABLE "program_review" ADD COLUMN "standing" JSON;
