-- A look at a thing goes with the thing, whatever its own day, and phones are told of it: it has a line of its own, below its thing's.
-- Looks that end with the response by their own day have theirs already.
insert into destruction_kind (name, target, ordinal, needs, parent, parent_column, only_where, told)
select 'thing-check.' || f, 'kind_check', 430 + n, f, 'thing.' || f, 'thing',
    format('({t}.ends_with is distinct from %L or {t}.day not between {from} and {to})', f), true
  from unnest(array['arrivals', 'observation', 'daily-report', 'orders', 'gates']) with ordinality as of (f, n);
