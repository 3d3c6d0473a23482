-- Evidence from every source, what is held back as suspected brigading, the right of reply with files, decisions that can be
-- corrected, and what of all this is published.

-- The three tables of before are made anew: SQLite does not loosen a column, and a card may come from the forum now.
create table evidence_card_before as select k.*, c.reference, c.title, c.service_id from evidence_card k join feedback_case c on c.id = k.case_id;
create table evidence_reply_before as select * from evidence_reply;
create table evidence_decision_before as select * from evidence_decision;
drop table evidence_decision;
drop table evidence_reply;
drop table evidence_card;

create table evidence_card (
    id blob primary key,
    case_id blob references feedback_case (id),
    forum_reply_id blob references reply (id),  -- one of the two
    government text not null references government (slug),
    unit_id blob not null references unit (id),
    position_id blob not null references position (id),
    person_id blob references person (id),      -- whoever held the post on the day of the event; null: vacant
    tenure_id blob references tenure (id),
    service_id blob references service (id),
    reference text not null,                    -- of the case, or the code of the topic: what the ledger calls it
    title text not null,
    source text not null check (source in ('upheld', 'partly', 'praise', 'answer')),
    element text,
    value text,                                 -- the core value that is proposed; the assessor confirms
    event_on text not null,
    public_text text not null,
    answer text not null,
    standard_version integer,
    made_at integer not null,
    state text not null check (state in ('held', 'open', 'decided', 'discarded')),
    reply_due text,                             -- last day of the right of reply; null while it is held
    -- From when the assessor may decide: the day of the reply, or that after its last day. Once decided, that day. A list
    -- of the desk is a piece of one index, in order, whatever its length.
    ready_on text,
    decide_due text,
    desk_person_id blob references person (id), -- who assesses it now
    unique (case_id, position_id)
) strict;
create unique index evidence_of_answer on evidence_card (forum_reply_id) where forum_reply_id is not null;
create index evidence_by_person on evidence_card (person_id, made_at desc, id desc);
create index evidence_by_unit on evidence_card (unit_id, state, ready_on, id);
create index evidence_by_government on evidence_card (government, state, ready_on, id);
create index evidence_by_desk on evidence_card (desk_person_id, state, ready_on, id);
create index evidence_by_tenure on evidence_card (tenure_id, state, ready_on, id);
create index evidence_by_reference on evidence_card (reference);

create table evidence_reply (
    card_id blob primary key references evidence_card (id),
    text text not null,
    at integer not null,
    account_id blob not null references account (id)
) strict;

create table evidence_reply_file (
    card_id blob not null references evidence_card (id),
    number integer not null,
    file text not null,                 -- content hash
    width integer not null,
    height integer not null,
    primary key (card_id, number)
) strict;
create index evidence_reply_file_by_file on evidence_reply_file (file);

-- A decision is never written over: a correction is the next number, with its own reason.
create table evidence_decision (
    card_id blob not null references evidence_card (id),
    number integer not null,
    decision text not null check (decision in ('accept', 'accept_with_note', 'reject')),
    reason text not null,
    grounds text,                       -- of a rejection: a word that can be counted
    value text,                         -- the core value as the assessor sees it
    feedback text not null default '',  -- the sentence of feedback, as the assessor left it
    at integer not null,
    account_id blob not null references account (id),
    primary key (card_id, number)
) strict;

insert into evidence_card (id, case_id, government, unit_id, position_id, person_id, tenure_id, service_id, reference, title, source, element, event_on, public_text, answer, standard_version, made_at, state, reply_due, ready_on, decide_due)
    select k.id, k.case_id, k.government, k.unit_id, k.position_id, k.person_id, k.tenure_id, k.service_id, k.reference, k.title, k.source, k.element, k.event_on, k.public_text, k.answer, k.standard_version, k.made_at,
        case when d.card_id is null then 'open' else 'decided' end, k.reply_due,
        coalesce(date(d.at / 1000, 'unixepoch'), date(r.at / 1000, 'unixepoch'), date(k.reply_due, '+1 day')), date(k.reply_due, '+14 days')
    from evidence_card_before k left join evidence_reply_before r on r.card_id = k.id left join evidence_decision_before d on d.card_id = k.id;
insert into evidence_reply (card_id, text, at, account_id) select card_id, text, at, account_id from evidence_reply_before;
insert into evidence_decision (card_id, number, decision, reason, grounds, feedback, at, account_id)
    select card_id, 1, decision, reason, case decision when 'reject' then 'not_shown' end, case decision when 'reject' then '' else reason end, at, account_id from evidence_decision_before;
drop table evidence_decision_before;
drop table evidence_reply_before;
drop table evidence_card_before;

-- The dialogue about a card: holder and assessor, in the order in which they wrote.
create table evidence_note (
    card_id blob not null references evidence_card (id),
    number integer not null,
    by_right text not null check (by_right in ('holder', 'assessor')),
    text text not null,
    at integer not null,
    account_id blob not null references account (id),
    primary key (card_id, number)
) strict;

-- What was held back together, why, and by what count; never who sent it.
create table evidence_hold (
    id blob primary key,
    government text not null references government (slug),
    unit_id blob not null references unit (id),
    kind text not null,                 -- of the reports, or forum
    reasons text not null,              -- words, parted by blanks
    first_on text not null,
    last_on text not null,
    seen integer not null,              -- reports in these days
    usual integer not null,             -- as many are usual in as many days
    at integer not null
) strict;
create index evidence_hold_by_government on evidence_hold (government, at desc, id desc);

-- A report (or an answer in the forum) that is suspected, until a person has looked; its outcome stands beside it.
create table evidence_suspect (
    subject_id blob primary key,
    hold_id blob not null references evidence_hold (id),
    at integer not null,
    settled_as text check (settled_as in ('released', 'discarded')),
    settled_at integer,
    settled_by blob references account (id),
    reason text not null default ''
) strict;
create index evidence_suspect_by_hold on evidence_suspect (hold_id, settled_as);

-- "You said, we did": written by the unit, tied to the public case that led to it. Taken back with a reason, never deleted.
create table improvement (
    id blob primary key,
    government text not null references government (slug),
    unit_id blob not null references unit (id),
    case_id blob not null references feedback_case (id),
    before_text text not null,
    after_text text not null,
    changed_on text not null,
    at integer not null,
    account_id blob not null references account (id),
    withdrawn_at integer,
    withdrawn_reason text not null default ''
) strict;
create index improvement_by_government on improvement (government, changed_on desc, id desc) where withdrawn_at is null;
create index improvement_by_unit on improvement (unit_id, changed_on desc, id desc) where withdrawn_at is null;
create index improvement_by_case on improvement (case_id);

-- Figures of a quarter, frozen when they are published: had they followed the cases, today's less yesterday's would be one
-- report. A value that must not be told is null here already; no table holds it.
create table evidence_period (
    government text not null references government (slug),
    period text not null,               -- 2026-Q3
    at integer not null,
    primary key (government, period)
) strict;
create table evidence_figure (
    government text not null,
    period text not null,
    unit_id blob references unit (id),  -- null: the government as a whole
    margin text not null,               -- which partition of the same reports
    cell text not null,
    value integer,
    foreign key (government, period) references evidence_period (government, period)
) strict;
create index evidence_figure_by_period on evidence_figure (government, period, unit_id);

-- A verifier's or handler's word that the matter is the rule and not the person: no card comes of it.
create table feedback_rule_matter (
    case_id blob primary key references feedback_case (id),
    note text not null,
    at integer not null,
    account_id blob not null references account (id)
) strict;

-- An official answer that helped, a voice an account.
create table reply_helpful (
    reply_id blob not null references reply (id),
    account_id blob not null references account (id),
    at integer not null,
    primary key (reply_id, account_id)
) strict;

-- What came in about a unit in some days: for recognising that it comes in at once, and for the figures of a quarter.
create index feedback_received_by_unit on feedback_case (unit_id, received_at);
create index feedback_closed_by_unit on feedback_case (government, closed_at);
