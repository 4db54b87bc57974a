-- What a shop stops for a while: earning, claiming or both.
CREATE TABLE "pause" (
    "shop_id" INTEGER NOT NULL,
    "pause_id" BIGSERIAL NOT NULL,
    "earning" BOOLEAN NOT NULL,
    "claiming" BOOLEAN NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT NOT NULL,

    CONSTRAINT "pause_pkey" PRIMARY KEY ("shop_id","pause_id")
);
ALTER TABLE "pause" ADD CONSTRAINT "pause_stops_something" CHECK ("earning" OR "claiming");
ALTER TABLE "pause" ADD CONSTRAINT "pause_ends_after_its_beginning" CHECK ("ends_at" >= "starts_at");
