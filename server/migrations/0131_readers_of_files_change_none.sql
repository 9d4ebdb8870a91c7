-- Whoever takes part in a request from elsewhere gives their own photo to it and changes no other: who else takes part is said where it
-- lies, as of what was said and done.
alter policy change on kind_file
  using (county = scope_tenant() and ((community is null and by_account = scope_account()) or by_account = scope_given()
    or (starts_with(community, scope_area()) and (not health or scope_health()))));
