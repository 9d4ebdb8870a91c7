-- How many communities stand in each place is counted for whole provinces and the nation: from an index, not from the wide rows.
create index place_communities on place (code) include (valid_from, valid_to) where length(code) = 12;
