-- Programs of others that send reports (Open311 GeoReport v2): their keys, and which report came by which key.

-- Shown once when it is made; only its hash is kept. Whoever holds it may send and ask about what it sent, nothing else.
create table open311_key (
    id blob primary key,
    government text not null references government (slug),
    name text not null,                 -- whose program it is
    contact text not null,              -- whom to ask about it
    hash blob not null unique,
    form_hash blob not null unique,     -- of the form that made it: a repeated press makes no second key
    made_at integer not null,
    made_by blob not null references account (id),
    last_used_on text,                  -- a day and no moment: beside a report it would date its reporter
    ended_at integer,
    ended_by blob references account (id)
) strict;
create index open311_key_by_government on open311_key (government, made_at, id);

create table open311_request (
    case_id blob primary key references feedback_case (id),
    key_id blob not null references open311_key (id),
    token text not null unique,         -- exchanged for the reference once the report is published
    at integer not null                 -- the hour, as everything that a reporter does
) strict;
create index open311_request_by_key on open311_request (key_id, at);

-- What was received in a range of days, and what changed since: the two questions of the standard.
create index feedback_public_by_receipt on feedback_case (government, received_at desc, id desc) where published_at is not null;
create index feedback_step_by_time on feedback_step (at, case_id);
