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
