-- A cluster works out each part of what a policy asks by itself, also the branch of a case that is not taken: who is not said there
-- stands as an empty text, and is nobody.
create or replace function scope_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('wangdi.account', true), '')::uuid;
create or replace function scope_given() returns uuid language sql stable parallel safe
  return nullif(current_setting('wangdi.given', true), '')::uuid;
