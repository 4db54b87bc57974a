-- Challenges and memberships live: what members did as these count it, and the gifts that stand on it.
CREATE TABLE "challenge_entry" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "program_version" INTEGER NOT NULL,
    "counts" JSON NOT NULL,

    CONSTRAINT "challenge_entry_pkey" PRIMARY KEY ("shop_id","member_id","source")
);

CREATE TABLE "challenge_opt_in" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "challenge_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "challenge_opt_in_pkey" PRIMARY KEY ("shop_id","member_id","challenge_id")
);

CREATE TABLE "membership_entry" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "membership_id" TEXT NOT NULL,
    "program_version" INTEGER NOT NULL,
    "paid_at" TIMESTAMPTZ(3) NOT NULL,
    "months" INTEGER NOT NULL,
    "grace_days" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "returns" JSON NOT NULL,

    CONSTRAINT "membership_entry_pkey" PRIMARY KEY ("shop_id","member_id","source","membership_id"),
    CONSTRAINT "membership_entry_is_bought" CHECK ("units" > 0 AND "months" > 0)
);

-- One gift for one cause: what it was worth when first given, and what of it stands.
CREATE TABLE "gift_grant" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "given_for" JSON NOT NULL,
    "gift" JSON NOT NULL,
    "program_version" INTEGER NOT NULL,
    "is_given" BOOLEAN NOT NULL,
    "codes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "standing" BIGINT NOT NULL,
    "written_off" BIGINT NOT NULL,
    "lot_ids" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "postings" INTEGER NOT NULL,

    CONSTRAINT "gift_grant_pkey" PRIMARY KEY ("shop_id","member_id","name"),
    CONSTRAINT "gift_grant_never_below_nothing" CHECK ("standing" >= 0 AND "written_off" >= 0),
    CONSTRAINT "gift_grant_shop_id_member_id_fkey" FOREIGN KEY ("shop_id", "member_id") REFERENCES "member"("shop_id", "member_id") ON DELETE RESTRICT ON UPDATE RESTRICT
);
