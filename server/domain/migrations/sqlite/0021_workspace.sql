-- The workspace of those who work on cases: queues by deadline, who has a case, templates of replies.

-- In which queue a case waits and by which day something is to be done there. Made by the database from the state and the
-- clocks, so that no step, worker or new holiday table can leave it behind; what has no last day stands at the end.
alter table feedback_case add column queue text generated always as (case status when 'submitted' then 'verifikasi' when 'assigned' then 'jawab' when 'in_progress' then 'jawab' when 'disputed' then 'dibantah' when 'escalated' then 'eskalasi' when 'needs_info' then 'dilengkapi' when 'responded' then 'menunggu' when 'closed' then case when reopen_asked_at is not null then 'buka-lagi' end end) virtual;
alter table feedback_case add column queue_due text generated always as (coalesce(case status when 'submitted' then verify_due when 'needs_info' then info_due when 'responded' then reply_due when 'closed' then null else answer_due end, '9999-12-31')) virtual;

-- With whom it is, by name; each change of hands is a step with its row below.
alter table feedback_case add column assigned_to blob references account (id);
alter table feedback_case add column assigned_on text;             -- the day, as the government's people read it

-- A page of a queue is one walk along an index, whoever looks: over the whole government, one unit, what alleges
-- misconduct, or one's own. The kind stands in the first two so that counting reads nothing else.
create index feedback_desk on feedback_case (government, queue, queue_due, id, kind) where queue is not null;
create index feedback_desk_by_unit on feedback_case (handling_unit_id, queue, queue_due, id, kind) where queue is not null;
create index feedback_desk_misconduct on feedback_case (government, queue, queue_due, id) where queue is not null and kind = 'penyimpangan';
create index feedback_desk_of on feedback_case (assigned_to, queue, queue_due, id) where assigned_to is not null;
-- What the queues read before.
drop index feedback_queue;
drop index feedback_queue_by_unit;

-- Whom a step gave the case to; null: nobody's again.
create table feedback_assignment (
    case_id blob not null references feedback_case (id),
    number integer not null,              -- of the step that tells of it
    account_id blob references account (id),
    primary key (case_id, number)
) strict;

-- A reply that is written often. It belongs to a unit and is offered in every unit below; a new wording is a new row, and
-- the old one ends.
create table feedback_template (
    id blob primary key,
    government text not null references government (slug),
    unit_id blob not null references unit (id),
    name text not null,
    body text not null,                 -- with fields in braces: {nomor}
    follows blob references feedback_template (id),
    written_by blob not null references account (id),
    written_at integer not null,
    ended_by blob references account (id),
    ended_at integer
) strict;
create index feedback_template_of_unit on feedback_template (unit_id, name) where ended_at is null;
