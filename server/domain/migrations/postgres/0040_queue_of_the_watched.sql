-- The inspectorate's queue: what was contested, or lies above the unit.
create index feedback_desk_watched on feedback_case (government, queue, queue_due, id) where queue is not null and kind <> 'penyimpangan' and (status = 'disputed' or escalation_level >= 2);
