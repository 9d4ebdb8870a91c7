-- Phones are told that a request changed, also by an office elsewhere that takes part in it and by whoever was given it: these look
-- from another area, or from none. The line says which request it was and nothing of it.
alter policy told on change with check (county = scope_tenant() and (starts_with(community, scope_area())
  or (subject = 'kind_request' and (scope_area() is not null or scope_given() is not null))));

-- A request that is destroyed after a response goes from phones, too.
update destruction_kind set told = true where target = 'kind_request';
