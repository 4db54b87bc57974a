-- Who says that an address is theirs gets a code there, and has few tries.
CREATE TABLE "mailbox_proof" (
    "shop_id" INTEGER NOT NULL,
    "address_digest" TEXT NOT NULL,
    "code_digest" TEXT NOT NULL,
    "customer_id" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "codes" INTEGER NOT NULL DEFAULT 1,
    "counted_since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mailbox_proof_pkey" PRIMARY KEY ("shop_id","address_digest")
);
CREATE INDEX "mailbox_proof_shop_id_made_at_idx" ON "mailbox_proof"("shop_id", "made_at");
