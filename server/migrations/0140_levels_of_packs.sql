-- Levels that published packs bring are confirmed like those of the house; their names begin with the pack that brings them.
alter table confirmed_level drop constraint confirmed_level_fact_check;
alter table confirmed_level add constraint confirmed_level_fact_check
  check (fact in ('county.risk', 'area.risk', 'area.zone', 'community.class', 'tier.choice') or fact like '%/%');
