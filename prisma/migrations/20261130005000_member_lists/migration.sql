-- The list of members: an index for each way it is sorted, and filters that a shop's staff keep under a name.
CREATE TABLE "member_view" (
    "shop_id" INTEGER NOT NULL,
    "view_id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_view_pkey" PRIMARY KEY ("shop_id","view_id")
);

CREATE UNIQUE INDEX "member_view_shop_id_name_key" ON "member_view"("shop_id", "name");

CREATE INDEX "member_shop_id_enrolled_at_member_id_idx" ON "member"("shop_id", "enrolled_at", "member_id");
CREATE INDEX "member_shop_id_available_member_id_idx" ON "member"("shop_id", "available", "member_id");

-- Last names first, and letters with marks among those without: the same order on every machine. The list asks by the
-- same expression (app/db/members/member-sorts.ts).
CREATE INDEX "member_by_name" ON "member" (
    "shop_id",
    (lower(translate(coalesce("last_name", '') || ' ' || coalesce("first_name", '') || ' ' || coalesce("email", ''),
       'äàáâãåāąçćčďđèéêëēęěğíìîïīłñńňöòóôõøōőřśšşșťțüùúûūůűýÿžźżÄÀÁÂÃÅĀĄÇĆČĎĐÈÉÊËĒĘĚĞÍÌÎÏĪŁÑŃŇÖÒÓÔÕØŌŐŘŚŠŞȘŤȚÜÙÚÛŪŮŰÝŸŽŹŻıß',
       'aaaaaaaacccddeeeeeeegiiiiilnnnoooooooorssssttuuuuuuuyyzzzaaaaaaaacccddeeeeeeegiiiiilnnnoooooooorssssttuuuuuuuyyzzzis')) COLLATE "C"),
    "member_id"
);

-- An order's place among its member's, and among all of the shop's.
DROP INDEX "shop_order_shop_id_member_id_idx";
CREATE INDEX "shop_order_shop_id_member_id_placed_at_order_id_idx" ON "shop_order"("shop_id", "member_id", "placed_at", "order_id");
CREATE INDEX "shop_order_shop_id_placed_at_member_id_idx" ON "shop_order"("shop_id", "placed_at", "member_id");
