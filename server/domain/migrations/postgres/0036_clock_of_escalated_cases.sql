-- A decree moves the last day of a case that was escalated, too: it may have been escalated for a day that was none.
drop index feedback_clock_answer;
create index feedback_clock_answer on feedback_case (clock_from, clock_days, pauses, answer_due) where status in ('submitted', 'assigned', 'in_progress', 'disputed', 'escalated') and clock_days is not null;
