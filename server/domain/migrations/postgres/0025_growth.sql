-- What follows from feedback and evaluation: ideas of civil servants and what units commit themselves to.

-- Only those who work for the government read it; what is published of it is the commitment.
create table idea (
    id uuid primary key,
    government text not null references government (slug),
    code text not null unique,              -- short id in the address
    unit_id uuid not null references unit (id),-- the unit that would have to do it
    service_id uuid references service (id),
    title text not null,
    text text not null,
    author_id uuid not null references account (id),
    author_name text not null,
    proposed_at bigint not null,
    answer_due text not null,               -- last day of the unit's answer
    reminded_on text,                       -- the day on which the head was reminded, once
    repeat_hash bytea not null unique
);
create index idea_by_government on idea (government, proposed_at desc, id desc);
create index idea_unreminded on idea (answer_due) where reminded_on is null;

create table idea_case (
    idea_id uuid not null references idea (id),
    case_id uuid not null references feedback_case (id),
    primary key (idea_id, case_id)
);

create table idea_support (
    idea_id uuid not null references idea (id),
    account_id uuid not null references account (id),
    at bigint not null,
    primary key (idea_id, account_id)       -- a colleague supports once, however often it is sent
);

create table idea_comment (
    id uuid primary key,
    idea_id uuid not null references idea (id),
    number bigint not null,
    text text not null,
    author_id uuid not null references account (id),
    author_name text not null,
    at bigint not null,
    repeat_hash bytea not null unique,
    unique (idea_id, number)
);

create table idea_answer (
    idea_id uuid primary key references idea (id),
    outcome text not null check (outcome in ('diterima', 'tidak_diterima')),
    text text not null,
    position_id uuid not null references position (id),-- the post that answered, whoever holds it later
    at bigint not null,
    account_id uuid not null references account (id)
);

-- An accepted idea is a promise with a day and a post. The day is never moved: late is shown as late.
create table commitment (
    id uuid primary key,
    idea_id uuid not null unique references idea (id),
    government text not null references government (slug),
    unit_id uuid not null references unit (id),
    owner_position_id uuid not null references position (id),
    text text not null,
    due_on text not null,
    is_public boolean not null,
    made_at bigint not null
);
create index commitment_by_unit on commitment (unit_id, due_on);

create table commitment_step (
    commitment_id uuid not null references commitment (id),
    number bigint not null,
    kind text not null check (kind in ('kemajuan', 'selesai', 'dihentikan')),
    text text not null,
    on_day text not null,
    at bigint not null,
    account_id uuid not null references account (id),
    primary key (commitment_id, number)
);

-- Ideas and comments are flagged as topics and replies are: the list of kinds is the program's, not the table's.
alter table flag drop constraint flag_subject_kind_check;

-- Coaching (pembinaan): opened by the assessor, read by the person, whose own view stands beside it.
create table coaching (
    id uuid primary key,
    government text not null references government (slug),
    person_id uuid not null references person (id),
    position_id uuid not null references position (id),-- the post held when it was opened
    continues_id uuid references coaching (id),-- the one that was extended
    reason text not null,
    first_check_on text not null,
    second_check_on text not null,
    reminded bigint not null default 0,    -- of how many check-ins people were reminded
    opened_at bigint not null,
    opened_by uuid not null references account (id)
);
create index coaching_by_person on coaching (person_id, opened_at);
create index coaching_by_government on coaching (government, opened_at);
create unique index coaching_continued on coaching (continues_id);

create table coaching_card (
    coaching_id uuid not null references coaching (id),
    card_id uuid not null references evidence_card (id),
    primary key (coaching_id, card_id)
);

create table coaching_action (
    coaching_id uuid not null references coaching (id),
    number bigint not null,
    text text not null,
    due_on text not null,
    primary key (coaching_id, number)
);

create table coaching_step (
    id uuid primary key,
    coaching_id uuid not null references coaching (id),
    kind text not null check (kind in ('tinjauan_1', 'tinjauan_2', 'hasil', 'pandangan')),
    outcome text check (outcome in ('membaik', 'diperpanjang', 'diteruskan')),
    text text not null,
    on_day text not null,
    at bigint not null,
    account_id uuid not null references account (id),
    check ((kind = 'hasil') = (outcome is not null))
);
create unique index coaching_step_once on coaching_step (coaching_id, kind) where kind <> 'pandangan';
create index coaching_step_by_coaching on coaching_step (coaching_id, at);

-- What helps a person to grow: assessed levels with their source, training with its hours, budgets of agencies. Rows are
-- added and never written over; the newest counts.
create table competency_level (
    id uuid primary key,
    government text not null references government (slug),
    person_id uuid not null references person (id),
    competency text not null,               -- a word of the vocabulary, or the name of a technical one
    level bigint not null check (level between 1 and 5),
    assessed_on text not null,
    source text not null,
    at bigint not null,
    account_id uuid not null references account (id)
);
create index competency_level_by_person on competency_level (person_id, competency, assessed_on);

create table training (
    id uuid primary key,
    government text not null references government (slug),
    person_id uuid not null references person (id),
    unit_id uuid not null references unit (id),-- where the person worked when it was planned: whose budget it is
    year bigint not null,
    topic text not null,
    competency text,
    hours bigint not null,                 -- JP
    provider text not null,
    rupiah bigint not null,
    planned_on text not null,
    at bigint not null,
    account_id uuid not null references account (id)
);
create index training_by_person on training (person_id, year);
create index training_by_government on training (government, year);

create table training_done (
    training_id uuid primary key references training (id),
    hours bigint not null,
    on_day text not null,
    proof text not null,
    at bigint not null,
    account_id uuid not null references account (id)
);

create table training_budget (
    id uuid primary key,
    government text not null references government (slug),
    unit_id uuid not null references unit (id),
    year bigint not null,
    rupiah bigint not null,
    source text not null,
    at bigint not null,
    account_id uuid not null references account (id)
);
create index training_budget_by_unit on training_budget (unit_id, year, at);

-- That the personnel office looked at a person's record, and what for; the person reads it.
create table development_look (
    id uuid primary key,
    government text not null references government (slug),
    person_id uuid not null references person (id),
    account_id uuid not null references account (id),
    viewer text not null,
    purpose text not null,                  -- empty: to keep the record
    at bigint not null
);
create index development_look_by_person on development_look (person_id, at desc, id desc);

-- Talent: what the personnel office assessed, what it looked for and why, and who was shown; those people read it.
create table talent_input (
    id uuid primary key,
    government text not null references government (slug),
    person_id uuid not null references person (id),
    performance text not null,
    potential text not null,
    assessed_on text not null,
    source text not null,
    at bigint not null,
    account_id uuid not null references account (id)
);
create index talent_input_by_government on talent_input (government, person_id, assessed_on);

create table talent_search (
    id uuid primary key,
    government text not null references government (slug),
    position_id uuid references position (id),-- null: the nine boxes
    purpose text not null,
    viewer text not null,
    at bigint not null,
    account_id uuid not null references account (id)
);

create table talent_seen (
    search_id uuid not null references talent_search (id),
    person_id uuid not null references person (id),
    primary key (search_id, person_id)
);
create index talent_seen_by_person on talent_seen (person_id);
