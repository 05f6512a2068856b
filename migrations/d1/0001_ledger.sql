-- The database itself keeps the ledger: entries only into an open journal, a journal seals only when
-- it balances over at least two entries, and nothing written is ever changed or removed.
CREATE TRIGGER ledger_journals_born_open BEFORE INSERT ON ledger_journals
WHEN NEW.sealed <> 0
BEGIN
  SELECT RAISE(ABORT, 'ledger: a journal starts open');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_journals_seal BEFORE UPDATE ON ledger_journals
WHEN NOT (
  OLD.sealed = 0 AND NEW.sealed = 1
  AND NEW.id = OLD.id AND NEW.event = OLD.event AND NEW.at = OLD.at
  AND NEW.group_id IS OLD.group_id AND NEW.order_id IS OLD.order_id
  AND (SELECT count(*) FROM ledger_entries WHERE journal_id = OLD.id) >= 2
  AND (SELECT sum(amount_satang) FROM ledger_entries WHERE journal_id = OLD.id) = 0
)
BEGIN
  SELECT RAISE(ABORT, 'ledger: a journal only seals, once, in balance');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_journals_kept BEFORE DELETE ON ledger_journals
BEGIN
  SELECT RAISE(ABORT, 'ledger: journals are kept');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_open BEFORE INSERT ON ledger_entries
WHEN coalesce((SELECT sealed FROM ledger_journals WHERE id = NEW.journal_id), 1) <> 0
BEGIN
  SELECT RAISE(ABORT, 'ledger: the journal is sealed or absent');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_fixed BEFORE UPDATE ON ledger_entries
BEGIN
  SELECT RAISE(ABORT, 'ledger: entries are fixed');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_kept BEFORE DELETE ON ledger_entries
BEGIN
  SELECT RAISE(ABORT, 'ledger: entries are kept');
END;
--> statement-breakpoint
-- INSERT OR REPLACE removes what it replaces without asking the triggers above.
CREATE TRIGGER ledger_journals_new BEFORE INSERT ON ledger_journals
WHEN EXISTS (SELECT 1 FROM ledger_journals WHERE id = NEW.id OR event = NEW.event)
BEGIN
  SELECT RAISE(ABORT, 'UNIQUE constraint failed: ledger_journals.event');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_new BEFORE INSERT ON ledger_entries
WHEN EXISTS (SELECT 1 FROM ledger_entries WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'UNIQUE constraint failed: ledger_entries.id');
END;
--> statement-breakpoint
-- What stands on each account, kept in the write that seals. A shop's stands in one row; the market's
-- own accounts in eight, by the group that moved them.
CREATE TRIGGER ledger_journals_balance AFTER UPDATE ON ledger_journals
BEGIN
  INSERT INTO ledger_balances (account, part, amount_satang)
  SELECT account,
    CASE WHEN account LIKE 'shop_available:%' THEN 0
      ELSE unicode(substr(coalesce(NEW.group_id, '0'), -1)) % 8 END,
    sum(amount_satang)
  FROM ledger_entries WHERE journal_id = NEW.id GROUP BY account
  ON CONFLICT (account, part) DO UPDATE SET amount_satang = amount_satang + excluded.amount_satang;
END;
