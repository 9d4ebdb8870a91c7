-- Of a request its office alone says who else reads it, each office does its own acts only, and the office in an act is the request's.
alter policy taken on request with check (taken_at = scope_place() and county = scope_tenant());
alter policy shown on request using (office = scope_place()) with check (office = scope_place());
alter policy near on request_act with check (place = scope_place() and scope_is_near(county));
alter policy shown on request_act using (office = scope_place()) with check (office = scope_place());
alter table request add unique (county, id, office);
alter table request_act drop constraint request_act_county_request_fkey;
alter table request_act add foreign key (county, request, office) references request (county, id, office);

-- Who asks is written down once, at a desk of the county: it may be another than the office that handles it.
drop policy handler on requester;
create policy read on requester for select using (county = scope_county() and starts_with(office, scope_area()));
create policy add on requester for insert with check (county = scope_tenant());
alter table requester drop constraint requester_county_request_fkey;
alter table requester add foreign key (county, request, office) references request (county, id, office);

-- Nothing is told under a text that is no county.
alter policy told on change with check (county = scope_tenant() and starts_with(community, scope_area()));

-- Kept by the function that counts, and by nobody else.
drop policy add on register_count;
