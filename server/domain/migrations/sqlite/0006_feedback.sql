-- What residents send. Content, identity and handling are separate records: reading a case does not show who sent it.

create table feedback_case (
    id blob primary key,
    government text not null references government (slug),
    reference text not null unique,     -- MDN-2611-7K3F
    repeat_hash blob not null unique,  -- of the form's key: a repeated send is this same case
    kind text not null,
    status text not null,
    target_kind text not null check (target_kind in ('service', 'unit', 'position', 'unknown')),
    service_id blob references service (id),
    unit_id blob references unit (id),    -- the unit it is about
    position_id blob references position (id),
    handling_unit_id blob references unit (id), -- who answers; null until assigned
    area_code text references area (code),
    place text not null default '',
    happened_on text,
    text text not null,                 -- as it was sent, for those who handle it
    title text not null,
    public_text text,                   -- as it may be read by everyone; null while it may not
    protection text not null check (protection in ('publik', 'anonim', 'rahasia')),
    public_name text,                   -- only where the reporter chose to be named
    element text,
    received_at integer not null,
    verify_due text,
    answer_due text,                    -- null for praise, which has no clock
    published_at integer,
    outcome text,
    answered_at integer,
    closed_at integer,
    closed_reason text,
    photo_count integer not null default 0
) strict;
create index feedback_public on feedback_case (government, published_at desc, id desc) where published_at is not null;
create index feedback_public_by_unit on feedback_case (handling_unit_id, published_at desc, id desc) where published_at is not null;
create index feedback_public_by_service on feedback_case (service_id, published_at desc, id desc) where published_at is not null;
create index feedback_public_by_kind on feedback_case (government, kind, published_at desc, id desc) where published_at is not null;
create index feedback_public_by_status on feedback_case (government, status, published_at desc, id desc) where published_at is not null;
create index feedback_queue on feedback_case (government, status, received_at, id);
create index feedback_queue_by_unit on feedback_case (handling_unit_id, status, received_at, id);

-- Who sent it, sealed with the key that lies outside the database.
create table feedback_identity (
    case_id blob primary key references feedback_case (id),
    sealed blob not null,
    account_id blob references account (id)
) strict;

-- The paper in the reporter's hand: six digits select, fourteen verify.
create table feedback_receipt (
    case_id blob primary key references feedback_case (id),
    selector text not null,
    verifier text not null
) strict;
create index feedback_receipt_selector on feedback_receipt (selector);

create table feedback_photo (
    case_id blob not null references feedback_case (id),
    number integer not null,
    file text not null,                 -- content hash
    width integer not null,
    height integer not null,
    primary key (case_id, number)
) strict;

-- What happened to it, one row a step; nothing is ever taken away.
create table feedback_step (
    case_id blob not null references feedback_case (id),
    number integer not null,
    kind text not null,
    at integer not null,
    by_role text not null,              -- reporter, verifier, handler, inspector, system
    by_account_id blob references account (id),
    unit_id blob references unit (id),
    note text not null default '',
    reason text,
    outcome text,
    primary key (case_id, number)
) strict;

create virtual table feedback_search using fts5(stems, content='', contentless_delete=1);
create table feedback_search_row (
    id integer primary key,
    case_id blob not null unique references feedback_case (id)
) strict;
