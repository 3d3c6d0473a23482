-- The public audit trail: each entry's hash covers the one before, so nothing can be rewritten unseen.
-- Personal data never enters: an entry carries a salted commitment to its content, and the salt can be erased.

create table ledger_head (
    one integer primary key check (one = 1),
    number integer not null,
    hash blob not null
) strict;

create table ledger_entry (
    number integer primary key,
    at integer not null,
    government text not null references government (slug),
    kind text not null,
    subject text not null,              -- public reference of the case, topic or card
    commitment blob not null,
    hash blob not null
) strict;
create index ledger_by_subject on ledger_entry (subject);

create table ledger_salt (
    number integer primary key references ledger_entry (number),
    salt blob not null
) strict;
