-- Work promised inside a transaction and done after it: mail and what people are told on their account page.

create table job (
    id uuid primary key,
    kind text not null,
    payload text not null,
    run_at bigint not null,
    attempts bigint not null default 0,
    done_at bigint,
    last_error text
);
create index job_waiting on job (run_at) where done_at is null;

create table notice (
    id uuid primary key,
    account_id uuid not null references account (id),
    kind text not null,
    detail text not null,
    link text not null,
    created_at bigint not null,
    seen_at bigint
);
create index notice_by_account on notice (account_id, created_at);
