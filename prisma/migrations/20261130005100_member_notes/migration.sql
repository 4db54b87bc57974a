-- What a shop's staff write down about a member for each other. It goes with the member's erasure.
CREATE TABLE "member_note" (
    "shop_id" INTEGER NOT NULL,
    "note_id" BIGSERIAL NOT NULL,
    "member_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "written_by" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_note_pkey" PRIMARY KEY ("shop_id","note_id")
);

CREATE INDEX "member_note_shop_id_member_id_note_id_idx" ON "member_note"("shop_id", "member_id", "note_id");
