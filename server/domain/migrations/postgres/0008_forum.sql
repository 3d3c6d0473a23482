-- Public discussion, and the moderation acts that may hide a part of it: a row with who, when and why, never a deletion.

create table topic (
    id uuid primary key,
    government text not null references government (slug),
    code text not null unique,          -- short public id in the address
    category text not null,
    title text not null,
    text text not null,
    author_id uuid not null references account (id),
    author_name text not null,
    created_at bigint not null,
    active_at bigint not null,
    reply_count bigint not null default 0,
    support_count bigint not null default 0,
    has_official_answer boolean not null default false,
    repeat_hash bytea not null unique
);
create index topic_recent on topic (government, active_at desc, id desc);
create index topic_by_category on topic (government, category, active_at desc, id desc);

create table reply (
    id uuid primary key,
    topic_id uuid not null references topic (id),
    number bigint not null,
    text text not null,
    author_id uuid not null references account (id),
    author_name text not null,
    official_unit_id uuid references unit (id),
    created_at bigint not null,
    repeat_hash bytea not null unique,
    unique (topic_id, number)
);

create table topic_support (
    topic_id uuid not null references topic (id),
    account_id uuid not null references account (id),
    at bigint not null,
    primary key (topic_id, account_id)
);

create table flag (
    id uuid primary key,
    government text not null references government (slug),
    subject_kind text not null check (subject_kind in ('topic', 'reply')),
    subject_id uuid not null,
    account_id uuid not null references account (id),
    reason text not null,
    note text not null default '',
    at bigint not null,
    settled_at bigint,
    settled_by uuid references account (id),
    settled_as text,
    unique (subject_id, account_id)
);
create index flag_waiting on flag (government, at) where settled_at is null;

create table moderation_act (
    id uuid primary key,
    government text not null references government (slug),
    subject_kind text not null,
    subject_id uuid not null unique,
    reason text not null,
    note text not null,
    by_account_id uuid not null references account (id),
    at bigint not null
);
