-- What staff do for many members at once goes the way of a file of members, without a file.
ALTER TABLE "member_file" ADD COLUMN "deed" JSON;
