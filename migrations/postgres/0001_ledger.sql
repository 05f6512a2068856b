-- The database itself keeps the ledger: entries only into an open journal, a journal seals only when
-- it balances over at least two entries, and nothing written is ever changed or removed.
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ledger: %', TG_ARGV[0] USING ERRCODE = '23514';
END $$;
--> statement-breakpoint
CREATE FUNCTION ledger_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sealed OR NOT NEW.sealed
    OR (NEW.id, NEW.event, NEW.at) IS DISTINCT FROM (OLD.id, OLD.event, OLD.at)
    OR (NEW.group_id, NEW.order_id) IS DISTINCT FROM (OLD.group_id, OLD.order_id)
    OR (SELECT count(*) < 2 OR sum(amount_satang) <> 0 FROM ledger_entries WHERE journal_id = OLD.id)
  THEN
    RAISE EXCEPTION 'ledger: a journal only seals, once, in balance' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION ledger_entry_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The lock keeps a journal from being sealed by another transaction while an entry joins it.
  IF (SELECT sealed FROM ledger_journals WHERE id = NEW.journal_id FOR UPDATE) IS DISTINCT FROM false
  THEN
    RAISE EXCEPTION 'ledger: the journal is sealed or absent' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_journals_born_open BEFORE INSERT ON ledger_journals
FOR EACH ROW WHEN (NEW.sealed) EXECUTE FUNCTION ledger_refuse('a journal starts open');
--> statement-breakpoint
CREATE TRIGGER ledger_journals_seal BEFORE UPDATE ON ledger_journals
FOR EACH ROW EXECUTE FUNCTION ledger_seal();
--> statement-breakpoint
CREATE TRIGGER ledger_journals_kept BEFORE DELETE ON ledger_journals
FOR EACH ROW EXECUTE FUNCTION ledger_refuse('journals are kept');
--> statement-breakpoint
CREATE TRIGGER ledger_entries_open BEFORE INSERT ON ledger_entries
FOR EACH ROW EXECUTE FUNCTION ledger_entry_open();
--> statement-breakpoint
CREATE TRIGGER ledger_entries_fixed BEFORE UPDATE ON ledger_entries
FOR EACH ROW EXECUTE FUNCTION ledger_refuse('entries are fixed');
--> statement-breakpoint
CREATE TRIGGER ledger_entries_kept BEFORE DELETE ON ledger_entries
FOR EACH ROW EXECUTE FUNCTION ledger_refuse('entries are kept');
