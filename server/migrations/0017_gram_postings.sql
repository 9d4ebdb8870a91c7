-- Search rows of names, one for all people of a page and community who share a gram, instead of one a person: five rows a
-- name in a tree were a third of what an import costs. Grams are the pairs of a name and its last character, so that one
-- character is sought as the beginning of a pair; for that they are ordered by their bytes.
drop trigger forget_grams on person;
alter table person_gram rename to person_gram_by_person;
create table person_gram (
  county text not null, gram text collate "C" not null, community text not null,
  page uuid not null,                         -- the first of its people: pages of one gram stand side by side
  people uuid[] not null,
  primary key (county, gram, community, page)
);
-- By community, for the one whose name changes or who goes.
create index person_gram_community on person_gram (county, community);
call protect_personal('person_gram');
insert into person_gram (county, gram, community, page, people)
  select county, gram, community, (array_agg(person order by person))[1], array_agg(person order by person)
  from person_gram_by_person group by county, gram, community;
drop table person_gram_by_person;

-- Takes people out of the search rows of their community.
create function forget_grams_of(in_county text, in_community text, gone uuid[]) returns void language sql
begin atomic
  update person_gram g set people = array(select person from unnest(g.people) as person where person <> all(gone))
    where g.county = in_county and g.community = in_community and g.people && gone;
  delete from person_gram g where g.county = in_county and g.community = in_community and g.people = '{}';
end;

create or replace function forget_grams() returns trigger language plpgsql as $$
begin
  perform forget_grams_of(county, community, array_agg(id)) from gone group by county, community;
  return null;
end $$;
create trigger forget_grams after delete on person referencing old table as gone for each statement execute function forget_grams();

-- Initials are sought within communities, also those of a whole county: the index that begins with them is enough.
drop index person_initials;
