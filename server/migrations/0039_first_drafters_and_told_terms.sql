-- Who began a draft stays its drafter, whoever writes on it; and what a community tells of keeps only what somebody told.

alter table order_draft add column drafted_by uuid references account (id);
update order_draft set drafted_by = by_account;
alter table order_draft alter column drafted_by set not null;

-- No last day, rhythm or time is known of a form asked past the desk unless somebody said it; what is filed names all three.
alter table demand alter column until drop not null, alter column rhythm drop not null, alter column minutes drop not null;
alter table demand add check (origin = 'community' or (until is not null and rhythm is not null and minutes is not null));
-- The year that stood there was nobody's word.
update demand set until = null where origin = 'community' and until = valid_from + 366;
