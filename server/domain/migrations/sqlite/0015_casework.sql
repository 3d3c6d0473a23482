-- The casework of a report from its sending to its end: what a state needs, the clocks, and what happens by itself.

-- A clock counts working days from a day, without the days between pauses; its last day stands beside what it was made
-- of, so that a new holiday table moves all of them in sets. A last day that the table does not reach is null.
alter table feedback_case add column verify_from text;
alter table feedback_case add column clock_from text;              -- of the answer: the day of receipt, or of a new round
alter table feedback_case add column clock_days integer;           -- null for praise, which has no clock
alter table feedback_case add column pauses text not null default '';  -- ended ones: 2026-11-03/2026-11-10 …, parted by blanks
alter table feedback_case add column paused_since text;
alter table feedback_case add column info_due text;                -- by when the reporter completes it
alter table feedback_case add column follow_from text;             -- the day of dispatch
alter table feedback_case add column follow_up_due text;           -- by when the unit takes it up
alter table feedback_case add column reply_from text;
alter table feedback_case add column reply_due text;               -- by when the reporter replies
alter table feedback_case add column ladder_from text;
alter table feedback_case add column ladder_due text;              -- then it lies one level higher
alter table feedback_case add column asks_after text;              -- then the reporter is asked once more
alter table feedback_case add column asked_again_at integer;
alter table feedback_case add column still_solved text;
alter table feedback_case add column escalation_level integer not null default 0;
alter table feedback_case add column merged_into_id blob references feedback_case (id);
alter table feedback_case add column redirected_to text references redirect (key);
alter table feedback_case add column redirected_office text;
alter table feedback_case add column reopen_asked_at integer;
alter table feedback_case add column withdrawn_at integer;

-- The last day on which nothing happens by itself: the worker looks at what lies before today, and at nothing else.
alter table feedback_case add column rests_until text;
create index feedback_rests on feedback_case (government, rests_until, id) where rests_until is not null;
create index feedback_merged on feedback_case (merged_into_id) where merged_into_id is not null;
create index feedback_reopen_asked on feedback_case (government, reopen_asked_at) where reopen_asked_at is not null;
-- Each clock where it runs, as sets of cases that end on the same day.
create index feedback_clock_verify on feedback_case (verify_from, pauses, verify_due) where status = 'submitted' and verify_from is not null;
create index feedback_clock_answer on feedback_case (clock_from, clock_days, pauses, answer_due) where status in ('submitted', 'assigned', 'in_progress', 'disputed') and clock_days is not null;
create index feedback_clock_follow on feedback_case (follow_from, follow_up_due) where status = 'assigned' and follow_from is not null;
create index feedback_clock_reply on feedback_case (reply_from, reply_due) where status = 'responded' and reply_from is not null;
create index feedback_clock_ladder on feedback_case (ladder_from, ladder_due) where status = 'escalated' and ladder_from is not null;

-- Between the reporter and those who handle the case; and for those alone.
alter table feedback_step add column private_note text not null default '';
alter table feedback_step add column internal_note text not null default '';

-- A last day that moved because the holidays changed; its step stands in the case's history.
create table feedback_due_change (
    case_id blob not null references feedback_case (id),
    number integer not null,
    clock text not null,                -- verify, answer, follow_up, reply, ladder
    old_due text,
    new_due text,
    primary key (case_id, number)
) strict;

-- Cases of before: their clocks begin on the day they were received, as they were counted then.
update feedback_case set
    verify_from = (select date(received_at / 1000 + g.utc_offset_hours * 3600, 'unixepoch') from government g where g.slug = feedback_case.government),
    clock_from = (select date(received_at / 1000 + g.utc_offset_hours * 3600, 'unixepoch') from government g where g.slug = feedback_case.government),
    clock_days = (select r.value from rule r where r.key = 'feedback.answer.' || feedback_case.kind order by r.valid_from desc limit 1);
update feedback_case set reply_from = (select date(answered_at / 1000 + g.utc_offset_hours * 3600, 'unixepoch') from government g where g.slug = feedback_case.government) where answered_at is not null and status = 'responded';
update feedback_case set rests_until = answer_due where status in ('assigned', 'in_progress');
