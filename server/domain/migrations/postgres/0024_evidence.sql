-- Evidence from every source, what is held back as suspected brigading, the right of reply with files, decisions that can be
-- corrected, and what of all this is published.

alter table evidence_card alter column case_id drop not null;
alter table evidence_card alter column reply_due drop not null;
alter table evidence_card drop constraint evidence_card_source_check;
alter table evidence_card add constraint evidence_card_source_check check (source in ('upheld', 'partly', 'praise', 'answer'));
alter table evidence_card add column forum_reply_id uuid references reply (id);  -- a card comes of a case or of this
alter table evidence_card add column service_id uuid references service (id);
alter table evidence_card add column reference text not null default '';        -- of the case, or the code of the topic
alter table evidence_card add column title text not null default '';
alter table evidence_card add column value text;                                -- the core value that is proposed
alter table evidence_card add column state text not null default 'open' check (state in ('held', 'open', 'decided', 'discarded'));
-- From when the assessor may decide: the day of the reply, or that after its last day. Once decided, that day. A list of the
-- desk is a piece of one index, in order, whatever its length.
alter table evidence_card add column ready_on text;
alter table evidence_card add column decide_due text;
alter table evidence_card add column desk_person_id uuid references person (id); -- who assesses it now
update evidence_card set reference = c.reference, title = c.title, service_id = c.service_id from feedback_case c where c.id = evidence_card.case_id;
update evidence_card set ready_on = (cast(reply_due as date) + 1)::text, decide_due = (cast(reply_due as date) + 14)::text;
update evidence_card set ready_on = to_char(to_timestamp(r.at / 1000) at time zone 'utc', 'YYYY-MM-DD') from evidence_reply r where r.card_id = evidence_card.id;
update evidence_card set state = 'decided', ready_on = to_char(to_timestamp(d.at / 1000) at time zone 'utc', 'YYYY-MM-DD') from evidence_decision d where d.card_id = evidence_card.id;
alter table evidence_card alter column reference drop default;
alter table evidence_card alter column title drop default;
alter table evidence_card alter column state drop default;
drop index evidence_by_person;
drop index evidence_by_unit;
create unique index evidence_of_answer on evidence_card (forum_reply_id) where forum_reply_id is not null;
create index evidence_by_person on evidence_card (person_id, made_at desc, id desc);
create index evidence_by_unit on evidence_card (unit_id, state, ready_on, id);
create index evidence_by_government on evidence_card (government, state, ready_on, id);
create index evidence_by_desk on evidence_card (desk_person_id, state, ready_on, id);
create index evidence_by_tenure on evidence_card (tenure_id, state, ready_on, id);
create index evidence_by_reference on evidence_card (reference);

-- A decision is never written over: a correction is the next number, with its own reason.
alter table evidence_decision add column number bigint not null default 1;
alter table evidence_decision add column grounds text;                          -- of a rejection: a word that can be counted
alter table evidence_decision add column value text;                            -- the core value as the assessor sees it
alter table evidence_decision add column feedback text not null default '';     -- the sentence of feedback, as the assessor left it
update evidence_decision set grounds = 'not_shown' where decision = 'reject';
update evidence_decision set feedback = reason where decision <> 'reject';
alter table evidence_decision alter column number drop default;
alter table evidence_decision drop constraint evidence_decision_pkey;
alter table evidence_decision add primary key (card_id, number);

create table evidence_reply_file (
    card_id uuid not null references evidence_card (id),
    number bigint not null,
    file text not null,                 -- content hash
    width bigint not null,
    height bigint not null,
    primary key (card_id, number)
);
create index evidence_reply_file_by_file on evidence_reply_file (file);

-- The dialogue about a card: holder and assessor, in the order in which they wrote.
create table evidence_note (
    card_id uuid not null references evidence_card (id),
    number bigint not null,
    by_right text not null check (by_right in ('holder', 'assessor')),
    text text not null,
    at bigint not null,
    account_id uuid not null references account (id),
    primary key (card_id, number)
);

-- What was held back together, why, and by what count; never who sent it.
create table evidence_hold (
    id uuid primary key,
    government text not null references government (slug),
    unit_id uuid not null references unit (id),
    kind text not null,                 -- of the reports, or forum
    reasons text not null,              -- words, parted by blanks
    first_on text not null,
    last_on text not null,
    seen bigint not null,              -- reports in these days
    usual bigint not null,             -- as many are usual in as many days
    at bigint not null
);
create index evidence_hold_by_government on evidence_hold (government, at desc, id desc);

-- A report (or an answer in the forum) that is suspected, until a person has looked; its outcome stands beside it.
create table evidence_suspect (
    subject_id uuid primary key,
    hold_id uuid not null references evidence_hold (id),
    at bigint not null,
    settled_as text check (settled_as in ('released', 'discarded')),
    settled_at bigint,
    settled_by uuid references account (id),
    reason text not null default ''
);
create index evidence_suspect_by_hold on evidence_suspect (hold_id, settled_as);

-- "You said, we did": written by the unit, tied to the public case that led to it. Taken back with a reason, never deleted.
create table improvement (
    id uuid primary key,
    government text not null references government (slug),
    unit_id uuid not null references unit (id),
    case_id uuid not null references feedback_case (id),
    before_text text not null,
    after_text text not null,
    changed_on text not null,
    at bigint not null,
    account_id uuid not null references account (id),
    withdrawn_at bigint,
    withdrawn_reason text not null default ''
);
create index improvement_by_government on improvement (government, changed_on desc, id desc) where withdrawn_at is null;
create index improvement_by_unit on improvement (unit_id, changed_on desc, id desc) where withdrawn_at is null;
create index improvement_by_case on improvement (case_id);

-- Figures of a quarter, frozen when they are published: had they followed the cases, today's less yesterday's would be one
-- report. A value that must not be told is null here already; no table holds it.
create table evidence_period (
    government text not null references government (slug),
    period text not null,               -- 2026-Q3
    at bigint not null,
    primary key (government, period)
);
create table evidence_figure (
    government text not null,
    period text not null,
    unit_id uuid references unit (id),  -- null: the government as a whole
    margin text not null,               -- which partition of the same reports
    cell text not null,
    value bigint,
    foreign key (government, period) references evidence_period (government, period)
);
create index evidence_figure_by_period on evidence_figure (government, period, unit_id);

-- A verifier's or handler's word that the matter is the rule and not the person: no card comes of it.
create table feedback_rule_matter (
    case_id uuid primary key references feedback_case (id),
    note text not null,
    at bigint not null,
    account_id uuid not null references account (id)
);

-- An official answer that helped, a voice an account.
create table reply_helpful (
    reply_id uuid not null references reply (id),
    account_id uuid not null references account (id),
    at bigint not null,
    primary key (reply_id, account_id)
);

-- What came in about a unit in some days: for recognising that it comes in at once, and for the figures of a quarter.
create index feedback_received_by_unit on feedback_case (unit_id, received_at);
create index feedback_closed_by_unit on feedback_case (government, closed_at);
