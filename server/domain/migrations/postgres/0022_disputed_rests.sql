-- A case that was contested waits for its second answer by a day like others; those that wait already get theirs.

update feedback_case set rests_until = answer_due where status = 'disputed' and rests_until is null;
