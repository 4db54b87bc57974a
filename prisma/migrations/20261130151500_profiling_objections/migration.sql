-- Somebody objects to profiling: nothing is worked out of them but sums. It follows a member into a merge.
CREATE TABLE "profiling_objection" (
    "shop_id" INTEGER NOT NULL,
    "objection_id" BIGSERIAL NOT NULL,
    "member_id" BIGINT NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "profiling_objection_pkey" PRIMARY KEY ("shop_id","objection_id")
);

CREATE INDEX "profiling_objection_shop_id_member_id_idx" ON "profiling_objection"("shop_id", "member_id");
