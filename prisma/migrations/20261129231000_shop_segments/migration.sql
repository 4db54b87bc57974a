-- A shop's own segments, and the ready-made ones it has adjusted.
CREATE TABLE "shop_segments" (
    "shop_id" INTEGER NOT NULL,
    "document" JSON NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_by" TEXT NOT NULL,

    CONSTRAINT "shop_segments_pkey" PRIMARY KEY ("shop_id")
);
