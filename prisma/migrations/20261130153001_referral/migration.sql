-- Friends brought along by members: whom an advocate brought, how each member stands with it, and their link.
CREATE TABLE "referral_friend" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "friend_id" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,
    "proven_at" TIMESTAMPTZ(3) NOT NULL,
    "program_version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "doubt" TEXT,
    "orders" JSON NOT NULL,

    CONSTRAINT "referral_friend_pkey" PRIMARY KEY ("shop_id","member_id","friend_id"),
    CONSTRAINT "referral_friend_state" CHECK ("state" IN ('counted', 'in_review', 'declined')),
    CONSTRAINT "referral_friend_not_oneself" CHECK ("member_id" <> "friend_id")
);

-- A friend counts once, for one advocate.
CREATE UNIQUE INDEX "referral_friend_shop_id_friend_id_key" ON "referral_friend"("shop_id", "friend_id");

CREATE TABLE "referral_standing" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "advocate_id" BIGINT,
    "friend_code" TEXT,
    "badges" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "earned_level" TEXT,

    CONSTRAINT "referral_standing_pkey" PRIMARY KEY ("shop_id","member_id")
);

CREATE INDEX "referral_standing_shop_id_advocate_id_idx" ON "referral_standing"("shop_id", "advocate_id");

CREATE TABLE "referral_link" (
    "shop_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "invited" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "referral_link_pkey" PRIMARY KEY ("shop_id","code")
);

CREATE UNIQUE INDEX "referral_link_shop_id_member_id_key" ON "referral_link"("shop_id", "member_id");
