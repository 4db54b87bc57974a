-- What a shop writes to its members: each message with its fate, who agreed to be written to, which addresses
-- are not written to any more, and the links that were followed. All of it goes with the member's erasure.
CREATE TABLE "message" (
    "shop_id" INTEGER NOT NULL,
    "message_id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "journey_id" TEXT,
    "journey_version" INTEGER,
    "step" TEXT,
    "pass_key" TEXT,
    "channel" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "code" TEXT,
    "about" JSON NOT NULL DEFAULT '{}',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "handed_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "rfc_message_id" TEXT,
    "unanswered" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "message_pkey" PRIMARY KEY ("shop_id","message_id"),
    CONSTRAINT "message_channel_check" CHECK ("channel" IN ('email', 'sms', 'push', 'inbox')),
    CONSTRAINT "message_purpose_check" CHECK ("purpose" IN ('marketing', 'service')),
    CONSTRAINT "message_state_check" CHECK ("state" IN ('waiting', 'sent', 'skipped', 'failed')),
    CONSTRAINT "message_handed_check" CHECK (("state" = 'sent') = ("handed_at" IS NOT NULL)),
    CONSTRAINT "message_reason_check" CHECK ("state" NOT IN ('skipped', 'failed') OR "reason" IS NOT NULL),
    CONSTRAINT "message_named_check" CHECK ("unanswered" = 0 OR "rfc_message_id" IS NOT NULL)
);

CREATE INDEX "message_shop_id_member_id_written_at_idx" ON "message"("shop_id", "member_id", "written_at");
CREATE INDEX "message_shop_id_journey_id_handed_at_idx" ON "message"("shop_id", "journey_id", "handed_at");

CREATE TABLE "message_consent" (
    "shop_id" INTEGER NOT NULL,
    "consent_id" BIGSERIAL NOT NULL,
    "member_id" BIGINT NOT NULL,
    "channel" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "wording" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_consent_pkey" PRIMARY KEY ("shop_id","consent_id"),
    CONSTRAINT "message_consent_channel_check" CHECK ("channel" IN ('email', 'sms', 'push', 'inbox')),
    CONSTRAINT "message_consent_purpose_check" CHECK ("purpose" IN ('marketing', 'service'))
);

CREATE INDEX "message_consent_shop_id_member_id_idx" ON "message_consent"("shop_id", "member_id");

CREATE TABLE "message_suppression" (
    "shop_id" INTEGER NOT NULL,
    "suppression_id" BIGSERIAL NOT NULL,
    "member_id" BIGINT NOT NULL,
    "channel" TEXT NOT NULL,
    "address_digest" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_suppression_pkey" PRIMARY KEY ("shop_id","suppression_id"),
    CONSTRAINT "message_suppression_channel_check" CHECK ("channel" IN ('email', 'sms', 'push', 'inbox')),
    CONSTRAINT "message_suppression_reason_check" CHECK ("reason" IN ('bounce', 'complaint', 'hand'))
);

CREATE INDEX "message_suppression_shop_id_member_id_idx" ON "message_suppression"("shop_id", "member_id");

CREATE TABLE "message_click" (
    "shop_id" INTEGER NOT NULL,
    "message_id" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_click_pkey" PRIMARY KEY ("shop_id","message_id","link")
);

CREATE INDEX "message_click_shop_id_member_id_idx" ON "message_click"("shop_id", "member_id");
