-- Work promised inside a transaction and done after it: mail and what people are told on their account page.

create table job (
    id blob primary key,
    kind text not null,
    payload text not null,
    run_at integer not null,
    attempts integer not null default 0,
    done_at integer,
    last_error text
) strict;
create index job_waiting on job (run_at) where done_at is null;

create table notice (
    id blob primary key,
    account_id blob not null references account (id),
    kind text not null,
    detail text not null,
    link text not null,
    created_at integer not null,
    seen_at integer
) strict;
create index notice_by_account on notice (account_id, created_at);
