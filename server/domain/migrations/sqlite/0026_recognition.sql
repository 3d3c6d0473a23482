-- Recognition (penghargaan), given by a person on grounds that are named, and never made by the program.
create table recognition (
    id blob primary key,
    government text not null references government (slug),
    person_id blob not null references person (id),
    position_id blob not null references position (id),-- the post held when it was given
    kind text not null,                     -- a key of recognition_kinds.csv
    reason text not null,
    given_on text not null,
    evaluation_id blob references evaluation (id),-- the final evaluation of a year that it rests on, where it does
    given_by text not null,                 -- name and post of that day, for both may change
    standing text not null,                 -- by what right
    at integer not null,
    account_id blob not null references account (id)
) strict;
create index recognition_by_person on recognition (person_id, at desc, id desc);
create index recognition_by_government on recognition (government, at desc, id desc);

create table recognition_card (
    recognition_id blob not null references recognition (id),
    card_id blob not null references evidence_card (id),
    primary key (recognition_id, card_id)
) strict;
create index recognition_card_by_card on recognition_card (card_id);

-- Taken back with a reason, never deleted.
create table recognition_withdrawal (
    recognition_id blob primary key references recognition (id),
    reason text not null,
    withdrawn_by text not null,
    at integer not null,
    account_id blob not null references account (id)
) strict;

-- A mark that the matter is the rule may be taken back with a reason, and set again: each is a row of its own.
create table feedback_rule_matter_numbered (
    case_id blob not null references feedback_case (id),
    number integer not null,
    note text not null,
    at integer not null,
    account_id blob not null references account (id),
    withdrawn_at integer,
    withdrawn_by blob references account (id),
    withdrawn_reason text not null default '',
    primary key (case_id, number)
) strict;
insert into feedback_rule_matter_numbered (case_id, number, note, at, account_id) select case_id, 1, note, at, account_id from feedback_rule_matter;
drop table feedback_rule_matter;
alter table feedback_rule_matter_numbered rename to feedback_rule_matter;
