-- Names of people who were erased, as digests: what is told late of them is not written down again.
CREATE TABLE "erased_name" (
    "shop_id" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erased_name_pkey" PRIMARY KEY ("shop_id", "digest")
);

-- What stands in the ledger and in the record of what people did stays, but for words that somebody wrote
-- about a person: those go with the person. Everything else is append only as before.
DROP TRIGGER "ledger_transaction_append_only" ON "ledger_transaction";
CREATE TRIGGER "ledger_transaction_append_only"
  BEFORE UPDATE OF "shop_id", "transaction_id", "key", "member_id", "kind", "at", "program_version", "recorded_at"
    OR DELETE OR TRUNCATE ON "ledger_transaction"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
DROP TRIGGER "audit_append_only" ON "audit";
CREATE TRIGGER "audit_append_only"
  BEFORE UPDATE OF "shop_id", "audit_id", "at", "actor", "action", "member_id" OR DELETE OR TRUNCATE ON "audit"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE FUNCTION "only_forget_explanation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."explanation"::jsonb IS DISTINCT FROM OLD."explanation"::jsonb || '{"reason": ""}' THEN
    RAISE EXCEPTION 'ledger_transaction is append only: only the words of a reason may go'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ledger_transaction_forgets_words" BEFORE UPDATE ON "ledger_transaction"
  FOR EACH ROW EXECUTE FUNCTION "only_forget_explanation"();

CREATE FUNCTION "only_forget_details"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."details"::jsonb IS DISTINCT FROM OLD."details"::jsonb - 'reason' THEN
    RAISE EXCEPTION 'audit is append only: only the words of a reason may go' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_forgets_words" BEFORE UPDATE ON "audit"
  FOR EACH ROW EXECUTE FUNCTION "only_forget_details"();
