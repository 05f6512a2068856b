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
--> statement-breakpoint
CREATE TRIGGER ledger_journals_whole BEFORE TRUNCATE ON ledger_journals
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('journals are kept');
--> statement-breakpoint
CREATE TRIGGER ledger_entries_whole BEFORE TRUNCATE ON ledger_entries
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('entries are kept');
--> statement-breakpoint
-- What stands on each account, kept in the write that seals. A shop's stands in one row; the market's
-- own accounts in eight, by the group that moved them. In one order, so that two writes cannot wait
-- for each other.
CREATE FUNCTION ledger_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_balances (account, part, amount_satang)
  SELECT account,
    CASE WHEN account LIKE 'shop_available:%' THEN 0
      ELSE ascii(right(coalesce(NEW.group_id, '0'), 1)) % 8 END,
    sum(amount_satang)
  FROM ledger_entries WHERE journal_id = NEW.id GROUP BY account ORDER BY account
  ON CONFLICT (account, part)
  DO UPDATE SET amount_satang = ledger_balances.amount_satang + excluded.amount_satang;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_journals_balance AFTER UPDATE ON ledger_journals
FOR EACH ROW EXECUTE FUNCTION ledger_balance();
