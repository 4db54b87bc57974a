-- Who the customers are, as of the last scoring: figures, segments, who entered and left, and the shop's own figures.
CREATE TABLE "customer_figure" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL,
    "purchases" INTEGER NOT NULL,
    "spent_minor" BIGINT NOT NULL,
    "predicted_minor" BIGINT,
    "recency" INTEGER,
    "worth" INTEGER,
    "rfm_name" TEXT,
    "facts" JSON NOT NULL,

    CONSTRAINT "customer_figure_pkey" PRIMARY KEY ("shop_id","member_id")
);

CREATE INDEX "customer_figure_shop_id_spent_minor_member_id_idx" ON "customer_figure"("shop_id", "spent_minor", "member_id");
CREATE INDEX "customer_figure_shop_id_recency_worth_spent_minor_member_id_idx" ON "customer_figure"("shop_id", "recency", "worth", "spent_minor", "member_id");

CREATE TABLE "segment_member" (
    "shop_id" INTEGER NOT NULL,
    "segment_id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "spent_minor" BIGINT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "segment_member_pkey" PRIMARY KEY ("shop_id","segment_id","member_id")
);

CREATE INDEX "segment_member_shop_id_segment_id_spent_minor_member_id_idx" ON "segment_member"("shop_id", "segment_id", "spent_minor", "member_id");
CREATE INDEX "segment_member_shop_id_member_id_idx" ON "segment_member"("shop_id", "member_id");

CREATE TABLE "segment_change" (
    "shop_id" INTEGER NOT NULL,
    "change_id" BIGSERIAL NOT NULL,
    "segment_id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "entered" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "segment_change_pkey" PRIMARY KEY ("shop_id","change_id")
);

CREATE INDEX "segment_change_shop_id_segment_id_at_idx" ON "segment_change"("shop_id", "segment_id", "at");
CREATE INDEX "segment_change_shop_id_member_id_idx" ON "segment_change"("shop_id", "member_id");

CREATE TABLE "customer_scoring" (
    "shop_id" INTEGER NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "position" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "scored_at" TIMESTAMPTZ(3),
    "figures" JSON,

    CONSTRAINT "customer_scoring_pkey" PRIMARY KEY ("shop_id")
);
