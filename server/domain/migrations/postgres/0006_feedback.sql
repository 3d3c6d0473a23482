-- What residents send. Content, identity and handling are separate records: reading a case does not show who sent it.

create table feedback_case (
    id uuid primary key,
    government text not null references government (slug),
    reference text not null unique,     -- MDN-2611-7K3F
    repeat_hash bytea not null unique,  -- of the form's key: a repeated send is this same case
    kind text not null,
    status text not null,
    target_kind text not null check (target_kind in ('service', 'unit', 'position', 'unknown')),
    service_id uuid references service (id),
    unit_id uuid references unit (id),    -- the unit it is about
    position_id uuid references position (id),
    handling_unit_id uuid references unit (id), -- who answers; null until assigned
    area_code text references area (code),
    place text not null default '',
    happened_on text,
    text text not null,                 -- as it was sent, for those who handle it
    title text not null,
    public_text text,                   -- as it may be read by everyone; null while it may not
    protection text not null check (protection in ('publik', 'anonim', 'rahasia')),
    public_name text,                   -- only where the reporter chose to be named
    element text,
    received_at bigint not null,
    verify_due text,
    answer_due text,                    -- null for praise, which has no clock
    published_at bigint,
    outcome text,
    answered_at bigint,
    closed_at bigint,
    closed_reason text,
    photo_count bigint not null default 0
);
create index feedback_public on feedback_case (government, published_at desc, id desc) where published_at is not null;
create index feedback_public_by_unit on feedback_case (handling_unit_id, published_at desc, id desc) where published_at is not null;
create index feedback_public_by_service on feedback_case (service_id, published_at desc, id desc) where published_at is not null;
create index feedback_public_by_kind on feedback_case (government, kind, published_at desc, id desc) where published_at is not null;
create index feedback_public_by_status on feedback_case (government, status, published_at desc, id desc) where published_at is not null;
create index feedback_queue on feedback_case (government, status, received_at, id);
create index feedback_queue_by_unit on feedback_case (handling_unit_id, status, received_at, id);

-- Who sent it, sealed with the key that lies outside the database.
create table feedback_identity (
    case_id uuid primary key references feedback_case (id),
    sealed bytea not null,
    account_id uuid references account (id)
);

-- The paper in the reporter's hand: six digits select, fourteen verify.
create table feedback_receipt (
    case_id uuid primary key references feedback_case (id),
    selector text not null,
    verifier text not null
);
create index feedback_receipt_selector on feedback_receipt (selector);

create table feedback_photo (
    case_id uuid not null references feedback_case (id),
    number bigint not null,
    file text not null,                 -- content hash
    width bigint not null,
    height bigint not null,
    primary key (case_id, number)
);

-- What happened to it, one row a step; nothing is ever taken away.
create table feedback_step (
    case_id uuid not null references feedback_case (id),
    number bigint not null,
    kind text not null,
    at bigint not null,
    by_role text not null,              -- reporter, verifier, handler, inspector, system
    by_account_id uuid references account (id),
    unit_id uuid references unit (id),
    note text not null default '',
    reason text,
    outcome text,
    primary key (case_id, number)
);

create table feedback_search (
    case_id uuid primary key references feedback_case (id),
    government text not null,
    at bigint not null,
    stems tsvector not null
);
create index feedback_search_stems on feedback_search using gin (stems);
create index feedback_search_recent on feedback_search (government, at desc);
