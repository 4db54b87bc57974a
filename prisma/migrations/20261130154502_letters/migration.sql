-- What a shop has written of a letter itself.
CREATE TABLE "letter" (
    "shop_id" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "name" TEXT,
    "texts" JSON NOT NULL,
    "revision" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" TEXT NOT NULL,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("shop_id", "template"),
    CONSTRAINT "letter_revision_is_counted" CHECK ("revision" > 0)
);
