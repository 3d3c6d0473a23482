-- The card of a case that was opened again says what came of it since then.
alter table evidence_card add column refreshed_at integer;
