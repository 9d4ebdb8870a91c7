-- By person, search rows are only looked up when a name changes or a person goes; they lie in the order in which people came.
-- A summary index finds their pages and costs an import nothing, where the tree cost it a quarter.
drop index person_gram_person;
create index person_gram_person on person_gram using brin (person) with (autosummarize = on);
