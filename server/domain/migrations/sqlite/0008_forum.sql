-- Public discussion, and the moderation acts that may hide a part of it: a row with who, when and why, never a deletion.

create table topic (
    id blob primary key,
    government text not null references government (slug),
    code text not null unique,          -- short public id in the address
    category text not null,
    title text not null,
    text text not null,
    author_id blob not null references account (id),
    author_name text not null,
    created_at integer not null,
    active_at integer not null,
    reply_count integer not null default 0,
    support_count integer not null default 0,
    has_official_answer integer not null default 0,
    repeat_hash blob not null unique
) strict;
create index topic_recent on topic (government, active_at desc, id desc);
create index topic_by_category on topic (government, category, active_at desc, id desc);

create table reply (
    id blob primary key,
    topic_id blob not null references topic (id),
    number integer not null,
    text text not null,
    author_id blob not null references account (id),
    author_name text not null,
    official_unit_id blob references unit (id),
    created_at integer not null,
    repeat_hash blob not null unique,
    unique (topic_id, number)
) strict;

create table topic_support (
    topic_id blob not null references topic (id),
    account_id blob not null references account (id),
    at integer not null,
    primary key (topic_id, account_id)
) strict;

create table flag (
    id blob primary key,
    government text not null references government (slug),
    subject_kind text not null check (subject_kind in ('topic', 'reply')),
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
create index flag_waiting on flag (government, at) where settled_at is null;

create table moderation_act (
    id blob primary key,
    government text not null references government (slug),
    subject_kind text not null,
    subject_id blob not null unique,
    reason text not null,
    note text not null,
    by_account_id blob not null references account (id),
    at integer not null
) strict;
