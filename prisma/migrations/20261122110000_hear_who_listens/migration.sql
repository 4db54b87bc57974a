-- Which notices a shop's automations listen to, so that nobody is told what nobody hears.
-- CreateTable
CREATE TABLE "notice_listener" (
    "shop_id" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "listening" BOOLEAN NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_listener_pkey" PRIMARY KEY ("shop_id","topic")
);
