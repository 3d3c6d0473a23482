-- Evidence, never scores: a card, the holder's reply, the assessor's decision with its reason.

create table evidence_card (
    id blob primary key,
    case_id blob not null references feedback_case (id),
    government text not null references government (slug),
    unit_id blob not null references unit (id),
    position_id blob not null references position (id),
    person_id blob references person (id),-- whoever held the post on the day of the event; null: vacant
    tenure_id blob references tenure (id),
    source text not null check (source in ('upheld', 'partly', 'praise')),
    element text,
    event_on text not null,
    public_text text not null,
    answer text not null,
    standard_version integer,
    made_at integer not null,
    reply_due text not null,
    unique (case_id, position_id)
) strict;
create index evidence_by_person on evidence_card (person_id, made_at);
create index evidence_by_unit on evidence_card (unit_id, made_at);

create table evidence_reply (
    card_id blob primary key references evidence_card (id),
    text text not null,
    at integer not null,
    account_id blob not null references account (id)
) strict;

create table evidence_decision (
    card_id blob primary key references evidence_card (id),
    decision text not null check (decision in ('accept', 'accept_with_note', 'reject')),
    reason text not null,
    at integer not null,
    account_id blob not null references account (id)
) strict;
