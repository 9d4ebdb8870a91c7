-- How far a community is, as its plan counted it last on a day, and what its county comes to: done and due by kind of record, and of
-- how many communities. Those above the county read the sums of counties, and nobody's registers.
create table progress (
  place text collate "C" not null check (place ~ '^([0-9]{6}|[0-9]{12})$'),
  day date not null,
  figures jsonb not null,               -- {kind of record: [done, due, communities]}
  communities integer not null,         -- how many are counted in it
  counted_at timestamptz not null,      -- the oldest count in it
  primary key (place, day)
);
create index progress_day on progress (day, place);
call protect_figures('progress', append_only => true);
-- Written by the function below and by nobody else.
revoke insert on progress from wangdi_app;
drop policy add on progress;

-- Keeps what communities of a county come to, each a {place, figures}, and sums the county anew where one of them moved or was kept
-- long ago. Communities are kept for five weeks, counties for good.
create function keep_progress(in_county text, on_day date, taken_at timestamptz, counted jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into progress as p (place, day, figures, communities, counted_at)
    select c.place, on_day, c.figures, 1, taken_at from jsonb_to_recordset(counted) as c (place text, figures jsonb)
      where length(c.place) = 12 and starts_with(c.place, in_county) and starts_with(c.place, scope_place()) order by c.place
    on conflict (place, day) do update set figures = excluded.figures, counted_at = excluded.counted_at
      where p.counted_at < excluded.counted_at
        and (p.figures <> excluded.figures or p.counted_at < excluded.counted_at - interval '1 minute');
  if not found then return; end if;
  -- One after the other: each sum is read after the one before was written.
  perform pg_advisory_xact_lock(hashtextextended('progress ' || in_county, 0));
  insert into progress (place, day, figures, communities, counted_at)
    select in_county, on_day, coalesce(f.figures, '{}'), h.n, h.oldest
      from (select count(*)::int as n, min(p.counted_at) as oldest from progress p
          where p.day = on_day and p.place > in_county and p.place < in_county || ':') h,
        (select jsonb_object_agg(s.name, jsonb_build_array(s.done, s.due, s.n)) as figures from
          (select e.key as name, sum((e.value ->> 0)::bigint) as done, sum((e.value ->> 1)::bigint) as due, count(*) as n
            from progress p, jsonb_each(p.figures) e
            where p.day = on_day and p.place > in_county and p.place < in_county || ':' group by e.key) s) f
    on conflict (place, day) do update
      set figures = excluded.figures, communities = excluded.communities, counted_at = excluded.counted_at;
  delete from progress p where p.place > in_county and p.place < in_county || ':' and p.day < on_day - 35;
end $$;
revoke all on function keep_progress(text, date, timestamptz, jsonb) from public;
grant execute on function keep_progress(text, date, timestamptz, jsonb) to wangdi_app;
