-- Files of members that a merchant uploads: the file in parts, how it is read, and what becomes of each line.
CREATE TABLE "member_file" (
    "shop_id" INTEGER NOT NULL,
    "file_id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "bytes" BIGINT NOT NULL,
    "parts" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "reading" JSON NOT NULL,
    "header" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "questions" JSON NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_file_pkey" PRIMARY KEY ("shop_id","file_id")
);

CREATE TABLE "member_file_part" (
    "shop_id" INTEGER NOT NULL,
    "file_id" BIGINT NOT NULL,
    "part" INTEGER NOT NULL,
    "base64" TEXT NOT NULL,

    CONSTRAINT "member_file_part_pkey" PRIMARY KEY ("shop_id","file_id","part")
);

CREATE TABLE "member_file_row" (
    "shop_id" INTEGER NOT NULL,
    "file_id" BIGINT NOT NULL,
    "line" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "person" TEXT,
    "cells" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "said" JSON,
    "problems" JSON,
    "member_id" BIGINT,
    "points" BIGINT NOT NULL DEFAULT 0,
    "before" JSON,

    CONSTRAINT "member_file_row_pkey" PRIMARY KEY ("shop_id","file_id","line")
);

CREATE INDEX "member_file_row_shop_id_file_id_state_line_idx" ON "member_file_row"("shop_id", "file_id", "state", "line");
CREATE INDEX "member_file_row_shop_id_file_id_person_idx" ON "member_file_row"("shop_id", "file_id", "person");
CREATE INDEX "member_file_row_shop_id_member_id_idx" ON "member_file_row"("shop_id", "member_id");
