-- schema.prisma knows no list that may be missing, and what reads rows takes its word: an empty list is empty.
ALTER TABLE "shop" ALTER COLUMN "scopes" SET NOT NULL;
ALTER TABLE "member" ALTER COLUMN "tags" SET NOT NULL, ALTER COLUMN "segments" SET NOT NULL,
    ALTER COLUMN "tier_entered" SET NOT NULL;
ALTER TABLE "award" ALTER COLUMN "lot_ids" SET NOT NULL;
ALTER TABLE "product_fact" ALTER COLUMN "tags" SET NOT NULL, ALTER COLUMN "collections" SET NOT NULL;
