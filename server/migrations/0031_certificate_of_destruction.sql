-- A certificate says until when backups may hold copies: by the term that held on the day it was done, never recomputed.
alter table destruction_act add column copies_until date, add check (copies_until is null or kind = 'done');

-- Somebody who got a proof of residence is known to a service and stays.
update destruction_kind set only_where = only_where
    || ' and not exists (select from residence_proof p where p.county = {t}.county and p.person = {t}.id)'
  where name = 'arrival-person';

-- What proves a destruction, and the trail of what was done, is changed and deleted by nobody, the owner of the tables included.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to', tg_table_name using errcode = '42501';
end $$;
create trigger only_added before update or delete on audit_line for each row execute function refuse_change();
create trigger only_added before update or delete on destruction for each row execute function refuse_change();
create trigger only_added before update or delete on destruction_act for each row execute function refuse_change();
create trigger only_added before update or delete on destruction_part for each row execute function refuse_change();
