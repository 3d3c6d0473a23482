-- The numbers of a quarter read the cases that came in that quarter and no other, however many there are.
create index feedback_by_receipt on feedback_case (government, received_at, id);
