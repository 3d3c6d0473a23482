-- Who reported, apart from what was reported; who asked to know it; and what reporter and staff write to each other.

-- Each record is sealed with a key of its own, and that key with the installation's, which lies outside the database.
-- Without its key a record is noise: destroying the key erases it. What is sealed is bound to its case and its place, so
-- that rows cannot be exchanged. feedback_identity is emptied into this table when the program starts, and not read after.
create table vault_record (
    case_id blob not null references feedback_case (id),
    slot text not null,                 -- identity, message/1, message/2 …
    sealed blob not null,
    wrapped_key blob,                   -- null once the record is erased
    key_id text not null,               -- which key of the installation wraps it
    primary key (case_id, slot)
) strict;
create index vault_record_by_key on vault_record (key_id);

-- Whose account sent it, only where the reporter gave a name for everyone to read: a keyed hash, so that the database
-- alone ties no account to a case.
create table feedback_owner (
    case_id blob primary key references feedback_case (id),
    owner text not null
) strict;
create index feedback_owner_by_owner on feedback_owner (owner);

-- One row for each act on the way to an identity. A request has three stages: asked, decided (approved or refused), ended
-- (opened or lapsed); the key allows each once, so nobody opens twice, and nobody approves what was refused.
create table identity_step (
    case_id blob not null references feedback_case (id),
    request integer not null,
    stage integer not null,
    kind text not null,
    at integer not null,
    by_role text not null,
    by_account_id blob references account (id), -- null: it lapsed by itself
    note text not null default '',      -- the reason; the reporter reads it
    until integer,                      -- until when the next stage may come
    primary key (case_id, request, stage)
) strict;
create index identity_step_by_stage on identity_step (stage, until);

-- What reporter and staff write to each other; the words lie in the vault. A reporter's time is kept to the hour.
create table feedback_message (
    case_id blob not null references feedback_case (id),
    number integer not null,
    by_role text not null,
    by_account_id blob references account (id), -- null: the reporter
    at integer not null,
    read_at integer,                    -- when staff read the reporter's words
    primary key (case_id, number)
) strict;
create index feedback_message_unread on feedback_message (case_id) where by_role = 'reporter' and read_at is null;
