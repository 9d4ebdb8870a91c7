-- Each list of kinds is read out of one index in the order in which it is shown: what is open by its term, then what ended last.
-- The area is a filter of row security behind it. As many indexes as before are written with each act.
drop index kind_request_community;
drop index kind_request_kind;
drop index kind_request_due;
drop index kind_request_kind_due;
drop index kind_request_turn;
create index kind_request_list on kind_request (county, community, kind, ended_on desc, due_at, at desc, id);
create index kind_request_kind_list on kind_request (county, kind, ended_on desc, due_at, at desc, id, turn);
-- Those in which places outside take part: few, and looked for where such a place looks at its own list.
create index kind_request_shared on kind_request (county, kind, ended_on desc, due_at, at desc, id) where readers <> '{}';
create index kind_request_inbox on kind_request (county, turn, due_at, at, id, kind) where ended_on is null;
-- What is late below a street or a county, over all kinds that climb.
create index kind_request_late on kind_request (county, due_at, at, id, kind, turn) where ended_on is null;
drop index kind_request_dwelling;
create index kind_request_dwelling on kind_request (county, dwelling, community, ended_on desc, kind) where dwelling is not null;
drop index kind_request_given;
create index kind_request_given on kind_request (county, given_to, kind, due_at, at) where given_to is not null and ended_on is null;

-- Things by their title, and by when they are to be looked at.
drop index kind_thing_community;
drop index kind_thing_kind;
drop index kind_thing_review;
create index kind_thing_list on kind_thing (county, community, kind, state, title, id);
create index kind_thing_kind_list on kind_thing (county, kind, state, title, id);
create index kind_thing_overdue on kind_thing (county, community, kind, state, least(until_day, review_on), id);
create index kind_thing_kind_overdue on kind_thing (county, kind, state, least(until_day, review_on), id);
