-- What follows from feedback and evaluation: ideas of civil servants and what units commit themselves to.

-- Only those who work for the government read it; what is published of it is the commitment.
create table idea (
    id uuid primary key,
    government text not null references government (slug),
    code text not null unique,              -- short id in the address
    unit_id uuid not null references unit (id),-- the unit that would have to do it
    service_id uuid references service (id),
    title text not null,
    text text not null,
    author_id uuid not null references account (id),
    author_name text not null,
    proposed_at bigint not null,
    answer_due text not null,               -- last day of the unit's answer
    reminded_on text,                       -- the day on which the head was reminded, once
    repeat_hash bytea not null unique
);
create index idea_by_government on idea (government, proposed_at desc, id desc);
create index idea_unreminded on idea (answer_due) where reminded_on is null;

create table idea_case (
    idea_id uuid not null references idea (id),
    case_id uuid not null references feedback_case (id),
    primary key (idea_id, case_id)
);

create table idea_support (
    idea_id uuid not null references idea (id),
    account_id uuid not null references account (id),
    at bigint not null,
    primary key (idea_id, account_id)       -- a colleague supports once, however often it is sent
);

create table idea_comment (
    id uuid primary key,
    idea_id uuid not null references idea (id),
    number bigint not null,
    text text not null,
    author_id uuid not null references account (id),
    author_name text not null,
    at bigint not null,
    repeat_hash bytea not null unique,
    unique (idea_id, number)
);

create table idea_answer (
    idea_id uuid primary key references idea (id),
    outcome text not null check (outcome in ('diterima', 'tidak_diterima')),
    text text not null,
    position_id uuid not null references position (id),-- the post that answered, whoever holds it later
    at bigint not null,
    account_id uuid not null references account (id)
);

-- An accepted idea is a promise with a day and a post. The day is never moved: late is shown as late.
create table commitment (
    id uuid primary key,
    idea_id uuid not null unique references idea (id),
    government text not null references government (slug),
    unit_id uuid not null references unit (id),
    owner_position_id uuid not null references position (id),
    text text not null,
    due_on text not null,
    is_public boolean not null,
    made_at bigint not null
);
create index commitment_by_unit on commitment (unit_id, due_on);

create table commitment_step (
    commitment_id uuid not null references commitment (id),
    number bigint not null,
    kind text not null check (kind in ('kemajuan', 'selesai', 'dihentikan')),
    text text not null,
    on_day text not null,
    at bigint not null,
    account_id uuid not null references account (id),
    primary key (commitment_id, number)
);

-- Ideas and comments are flagged as topics and replies are: the list of kinds is the program's, not the table's.
alter table flag drop constraint flag_subject_kind_check;
