-- What is kept of a merge by hand for as long as it can be undone: what came from the member that ended, and what the
-- merge changed. After that only that there was one.
CREATE TABLE "member_merge" (
    "shop_id" INTEGER NOT NULL,
    "ended_id" BIGINT NOT NULL,
    "kept_id" BIGINT NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "merged_by" TEXT NOT NULL,
    "undo" JSON,
    "moved" JSON,

    CONSTRAINT "member_merge_pkey" PRIMARY KEY ("shop_id","ended_id")
);

CREATE INDEX "member_merge_shop_id_kept_id_idx" ON "member_merge"("shop_id", "kept_id");
CREATE INDEX "member_merge_merged_at_idx" ON "member_merge"("merged_at");
