"""Puts a text before every text that people may have written, in the SQLite database of a stopped demonstration:
polyglot.py DATABASE TEXT KEPT, where KEPT is the file whose list says which columns hold words of the program.

Prints the columns it wrote, one a line, and fails when there are suspiciously few."""
import re
import sqlite3
import sys

database, text, kept_file = sys.argv[1:]
source = open(kept_file, encoding="utf-8").read()
kept = re.findall(r'\("([a-z_*]+\.[a-z_*]+)", "', source.split("const KEPT", 1)[1].split("];", 1)[0])
# Whoever signs in is found by it; and what the program wrote for itself.
kept += ["account.email", "account.password_hash", "feedback_receipt.verifier", "sign_in_link.*", "session.*", "job.*", "correction.code", "topic.code", "rule.*", "notice.kind", "notice.link",
         "ledger_entry.*", "ledger_pending.*", "feedback_due_change.*", "directory_change.kind", "vault_record.*",
         # Contents are JSON; the words inside them are typed into the forms.
         "performance_plan_version.content", "evaluation_version.content", "*.standing", "*.digest", "performance_plan_step.kind", "evaluation_step.kind", "evaluation.state",
         "evaluation.period", "evaluation.objection_due", "evaluation_look.subject", "evaluation_look.form", "organisation_rating.predicate", "organisation_rating.period",
         "evaluation_year.rule_set", "open311_forward.state", "open311_forward.trouble", "open311_forward.remote_id", "open311_forward.remote_token",
         "open311_forward_update.remote_status", "open311_request.token", "open311_peer.jurisdiction_id", "open311_peer.service_code"]


def is_kept(table: str, column: str) -> bool:
    return any(t in ("*", table) and c in ("*", column) for t, c in (name.split(".") for name in kept))


db = sqlite3.connect(database)
written = []
tables = [name for (name,) in db.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_%' escape '\\' and sql not like '%virtual%'")]
for table in tables:
    if "search_" in table or table.startswith("directory_text_"):
        continue
    for _, column, kind, *_ in db.execute(f"pragma table_info({table})"):
        if kind.lower() != "text" or is_kept(table, column):
            continue
        try:
            # The old text stays behind it, so what must be unique is.
            if db.execute(f"update {table} set {column} = ? || coalesce({column}, '')", (text,)).rowcount:
                written.append(f"{table}.{column}")
        except sqlite3.IntegrityError:
            # A constraint says that it holds a word of the program.
            pass
db.commit()
print("\n".join(written))
sys.exit(0 if len(written) > 40 else 1)
