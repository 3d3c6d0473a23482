-- The day after which it is asked whether anybody may verify a report at all.
update feedback_case set rests_until = verify_due where status = 'submitted' and verify_due is not null;
