-- Search rows of names are derived: they go with their person by one statement instead of a foreign key, whose check of
-- every row was a third of what an import costs (five rows a name).
alter table person_gram drop constraint person_gram_county_person_fkey;

create function forget_grams() returns trigger language plpgsql as $$
begin
  delete from person_gram g using gone where g.county = gone.county and g.person = gone.id;
  return null;
end $$;
create trigger forget_grams after delete on person referencing old table as gone for each statement execute function forget_grams();
