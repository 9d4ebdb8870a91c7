-- Whoever put a photo may say of it what is said already, as of every row that they may give to a record: what is refused there is only
-- what would give it away.
alter policy change on kind_file
  with check (county = scope_tenant() and ((community is null and by_account = scope_account()) or by_account = scope_given()
    or ((starts_with(community, scope_area()) or scope_area() = any (readers)) and (not health or scope_health()))));
