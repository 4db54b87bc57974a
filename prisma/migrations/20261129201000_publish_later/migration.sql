-- A version whose instant came and that was not right any more: why, as the program's own check says it.
ALTER TABLE "program_version" ADD COLUMN "refusal" JSON;
