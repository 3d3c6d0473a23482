-- The public audit trail: each entry's hash covers the one before, so nothing can be rewritten unseen.
-- Personal data never enters: an entry carries a salted commitment to its content, and the salt can be erased.

create table ledger_head (
    one bigint primary key check (one = 1),
    number bigint not null,
    hash bytea not null
);

create table ledger_entry (
    number bigint primary key,
    at bigint not null,
    government text not null references government (slug),
    kind text not null,
    subject text not null,              -- public reference of the case, topic or card
    commitment bytea not null,
    hash bytea not null
);
create index ledger_by_subject on ledger_entry (subject);

create table ledger_salt (
    number bigint primary key references ledger_entry (number),
    salt bytea not null
);
