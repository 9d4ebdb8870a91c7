-- What of a register names a door is found by that door: its household's card shows it beside the requests.
alter table kind_thing add column dwelling uuid;
update kind_thing set dwelling = (standing -> 'values' ->> 'door')::uuid where kind = 'requests.stayer';
update kind_thing set dwelling = (standing -> 'values' ->> 'house')::uuid where kind = 'rounds.weak-point';
create index kind_thing_dwelling on kind_thing (county, dwelling, community, kind) where ended_on is null and dwelling is not null;
