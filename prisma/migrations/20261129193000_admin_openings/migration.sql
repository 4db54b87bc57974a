-- What a shop's admin opened the app with works once, where it is not bound to a moment.
CREATE TABLE "admin_opening" (
    "shop_id" INTEGER NOT NULL,
    "mark" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "admin_opening_pkey" PRIMARY KEY ("shop_id","mark")
);
