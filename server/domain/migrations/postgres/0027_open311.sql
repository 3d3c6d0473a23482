-- Programs of others that send reports (Open311 GeoReport v2): their keys, and which report came by which key.

-- Shown once when it is made; only its hash is kept. Whoever holds it may send and ask about what it sent, nothing else.
create table open311_key (
    id uuid primary key,
    government text not null references government (slug),
    name text not null,                 -- whose program it is
    contact text not null,              -- whom to ask about it
    hash bytea not null unique,
    form_hash bytea not null unique,     -- of the form that made it: a repeated press makes no second key
    made_at bigint not null,
    made_by uuid not null references account (id),
    last_used_on text,                  -- a day and no moment: beside a report it would date its reporter
    ended_at bigint,
    ended_by uuid references account (id)
);
create index open311_key_by_government on open311_key (government, made_at, id);

create table open311_request (
    case_id uuid primary key references feedback_case (id),
    key_id uuid not null references open311_key (id),
    token text not null unique,         -- exchanged for the reference once the report is published
    at bigint not null                 -- the hour, as everything that a reporter does
);
create index open311_request_by_key on open311_request (key_id, at);

-- What was received in a range of days, and what changed since: the two questions of the standard.
create index feedback_public_by_receipt on feedback_case (government, received_at desc, id desc) where published_at is not null;
create index feedback_step_by_time on feedback_step (at, case_id);

-- The other way round: governments elsewhere that take reports by the same standard, and what was sent on to them.
create table open311_peer (
    id uuid primary key,
    government text not null references government (slug), -- who sends on
    name text not null,
    url text not null,                  -- https://…/open311/v2
    jurisdiction_id text not null,      -- empty where they need none
    service_code text not null,         -- under which they take in what has no service of theirs
    sealed_key bytea not null,           -- their key for us, sealed
    made_at bigint not null,
    made_by uuid not null references account (id),
    ended_at bigint,
    ended_by uuid references account (id),
    unique (government, url, jurisdiction_id, service_code)
);

create table open311_forward (
    case_id uuid primary key references feedback_case (id),
    peer_id uuid not null references open311_peer (id),
    text text not null,                 -- the words that were sent on, as the verifier wrote them
    asked_at bigint not null,
    asked_by uuid not null references account (id),
    state text not null check (state in ('waiting', 'sent', 'over', 'failed')),
    attempts bigint not null default 0,
    next_at bigint not null,           -- when it is tried or asked after next; not read once it is over
    sent_at bigint,
    remote_token text,
    remote_id text,
    trouble text                        -- what went wrong last, as a word
);
create index open311_forward_due on open311_forward (next_at) where state in ('waiting', 'sent');

-- What they said, each once.
create table open311_forward_update (
    case_id uuid not null references open311_forward (case_id),
    number bigint not null,
    at bigint not null,                -- when we learned of it
    remote_status text not null,
    note text not null,
    primary key (case_id, number)
);
