-- The public audit trail becomes a Merkle tree (RFC 9162). Who writes leaves a row in ledger_pending, in the
-- transaction of what it records, and waits for nobody; soon after, rows get their numbers and become leaves.

create table ledger_pending (
    id integer primary key, -- the order of arrival, and no promise of a number
    at integer not null,
    government text not null references government (slug),
    kind text not null,
    subject text not null,              -- public reference of the case, topic or card
    mark blob,                         -- salted commitment to the subject; null in rows of the time before
    commitment blob not null,          -- salted commitment to the content
    salt blob                          -- null once erased
) strict;

-- Entries of the time before become leaves in their order and keep number, time and commitment; their salts come
-- along. The hash of the chain goes: its head was never published, so nothing outside refers to it.
insert into ledger_pending (id, at, government, kind, subject, commitment, salt)
    select e.number, e.at, e.government, e.kind, e.subject, e.commitment, s.salt from ledger_entry e left join ledger_salt s on s.number = e.number order by e.number;
drop table ledger_salt;
drop table ledger_entry;
drop table ledger_head;

create table ledger_entry (
    number integer primary key,          -- its leaf is the one at number - 1
    at integer not null,
    government text not null references government (slug),
    kind text not null,
    subject text not null,
    mark blob not null,
    commitment blob not null,
    hash blob not null                 -- of the leaf
) strict;
create index ledger_by_subject on ledger_entry (subject);

-- Beside the entry, so that taking the row away breaks the link to a person and leaves the tree whole.
create table ledger_salt (
    number integer primary key references ledger_entry (number),
    salt blob not null
) strict;

-- Roots of full subtrees of 16, 256, 4,096 … leaves; what lies between is made from at most 16 of the level below.
create table ledger_node (
    level integer not null,
    position integer not null,
    hash blob not null,
    primary key (level, position)
) strict;

-- The tree as it is. Its row is held while leaves are added, so that two processes never add the same.
create table ledger_tree (
    one integer primary key check (one = 1),
    size integer not null,
    root blob not null,
    seal blob not null                 -- of the newest daily head
) strict;
insert into ledger_tree (one, size, root, seal) values (1, 0, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', x'0000000000000000000000000000000000000000000000000000000000000000');

-- The tree as it was when a day had ended: what others keep, to hold us to it. A day and no moment, for a precise
-- time beside a size would date whoever reported last.
create table ledger_head (
    day text primary key,
    size integer not null,
    root blob not null,
    seal blob not null                 -- over the seal before, day, size and root
) strict;
