-- What Insight was asked for beside the figures of every night: which days, compared with which, of whom; and its answer,
-- kept until the next scoring.
CREATE TABLE "insight_answer" (
    "shop_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "choice" JSON NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "answer" JSON,

    CONSTRAINT "insight_answer_pkey" PRIMARY KEY ("shop_id","name")
);
