-- An act that starts a term keeps when that is over: what a request stands at is folded anew from its acts alone.
alter table kind_request_act add column due_at timestamptz;
-- Of acts done before only the words were kept. The last that started a term started the one that its request stands at.
update kind_request_act a set due_at = (r.standing ->> 'term')::timestamptz
  from kind_request r
  where r.county = a.county and r.id = a.request and a.due is not null
    and not exists (select from kind_request_act later where later.county = a.county and later.request = a.request
      and later.due is not null and (later.at, later.id) > (a.at, a.id));
