-- What follows from feedback and evaluation: ideas of civil servants and what units commit themselves to.

-- Only those who work for the government read it; what is published of it is the commitment.
create table idea (
    id blob primary key,
    government text not null references government (slug),
    code text not null unique,              -- short id in the address
    unit_id blob not null references unit (id),-- the unit that would have to do it
    service_id blob references service (id),
    title text not null,
    text text not null,
    author_id blob not null references account (id),
    author_name text not null,
    proposed_at integer not null,
    answer_due text not null,               -- last day of the unit's answer
    reminded_on text,                       -- the day on which the head was reminded, once
    repeat_hash blob not null unique
) strict;
create index idea_by_government on idea (government, proposed_at desc, id desc);
create index idea_unreminded on idea (answer_due) where reminded_on is null;

create table idea_case (
    idea_id blob not null references idea (id),
    case_id blob not null references feedback_case (id),
    primary key (idea_id, case_id)
) strict;

create table idea_support (
    idea_id blob not null references idea (id),
    account_id blob not null references account (id),
    at integer not null,
    primary key (idea_id, account_id)       -- a colleague supports once, however often it is sent
) strict;

create table idea_comment (
    id blob primary key,
    idea_id blob not null references idea (id),
    number integer not null,
    text text not null,
    author_id blob not null references account (id),
    author_name text not null,
    at integer not null,
    repeat_hash blob not null unique,
    unique (idea_id, number)
) strict;

create table idea_answer (
    idea_id blob primary key references idea (id),
    outcome text not null check (outcome in ('diterima', 'tidak_diterima')),
    text text not null,
    position_id blob not null references position (id),-- the post that answered, whoever holds it later
    at integer not null,
    account_id blob not null references account (id)
) strict;

-- An accepted idea is a promise with a day and a post. The day is never moved: late is shown as late.
create table commitment (
    id blob primary key,
    idea_id blob not null unique references idea (id),
    government text not null references government (slug),
    unit_id blob not null references unit (id),
    owner_position_id blob not null references position (id),
    text text not null,
    due_on text not null,
    is_public integer not null,
    made_at integer not null
) strict;
create index commitment_by_unit on commitment (unit_id, due_on);

create table commitment_step (
    commitment_id blob not null references commitment (id),
    number integer not null,
    kind text not null check (kind in ('kemajuan', 'selesai', 'dihentikan')),
    text text not null,
    on_day text not null,
    at integer not null,
    account_id blob not null references account (id),
    primary key (commitment_id, number)
) strict;

-- Ideas and comments are flagged as topics and replies are: the list of kinds is the program's, not the table's.
create table flag_of_any (
    id blob primary key,
    government text not null references government (slug),
    subject_kind text not null,
    subject_id blob not null,
    account_id blob not null references account (id),
    reason text not null,
    note text not null default '',
    at integer not null,
    settled_at integer,
    settled_by blob references account (id),
    settled_as text,
    unique (subject_id, account_id)
) strict;
insert into flag_of_any select id, government, subject_kind, subject_id, account_id, reason, note, at, settled_at, settled_by, settled_as from flag;
drop table flag;
alter table flag_of_any rename to flag;
create index flag_waiting on flag (government, at) where settled_at is null;
