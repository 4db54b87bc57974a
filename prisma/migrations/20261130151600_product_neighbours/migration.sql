-- What is bought by those who bought a product, most alike first, as of the last scoring: what is recommended from.
CREATE TABLE "product_neighbour" (
    "shop_id" INTEGER NOT NULL,
    "product_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "other_id" TEXT NOT NULL,
    "other_name" TEXT,
    "common" INTEGER NOT NULL,
    "alike_millionths" INTEGER NOT NULL,

    CONSTRAINT "product_neighbour_pkey" PRIMARY KEY ("shop_id","product_id","place")
);
