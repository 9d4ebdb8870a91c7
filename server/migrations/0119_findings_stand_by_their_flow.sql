-- Where a finding stands is judged once, by the flow of findings, and kept beside its acts with the day that was agreed last.

alter table finding add column state text check (state in ('open', 'put-right', 'settled')), add column agreed_on date;
update finding f set
  state = coalesce((select case a.kind when 'checked' then 'settled' when 'put-right' then 'put-right' else 'open' end
    from finding_act a where a.finding = f.id order by a.seen desc limit 1), 'open'),
  agreed_on = coalesce((select a.due_on from finding_act a where a.finding = f.id and a.due_on is not null order by a.seen desc limit 1), f.due_on);
alter table finding alter column state set not null, alter column agreed_on set not null;
create index finding_open on finding (place, agreed_on) where state <> 'settled';
create policy change on finding for update using (starts_with(place, scope_place())) with check (starts_with(place, scope_place()));
grant update (state, agreed_on) on finding to wangdi_app;

-- From where an act was done: of earlier ones from where its account works, as far as it could be done from there.
alter table finding_act add column by_place text;
update finding_act a set by_place = case when starts_with(d.lies, u.place) then u.place else d.lies end
from (select x.id, x.by_account, case x.kind when 'put-right' then x.place else i.by_place end as lies
  from finding_act x join finding f on f.id = x.finding join inspection i on i.id = f.inspection) d join account u on u.id = d.by_account
where d.id = a.id;
alter table finding_act alter column by_place set not null;
