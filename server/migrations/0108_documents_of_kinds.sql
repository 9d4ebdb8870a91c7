-- Words that hold, of every kind that is declared: what each document is now, folded from its acts, and the acts, which are never edited.

create table kind_document (
  county text not null, id uuid not null,
  community text not null,                    -- where it is written: a community, or a street or the county
  kind text not null, kind_version integer not null,
  title text not null,
  -- Its versions with what they say: folded from its acts, written with each of them, compared with them in tests. Phones in it are sealed.
  standing jsonb not null,
  in_force integer,                           -- the version that holds
  unready boolean not null,                   -- the newest version is not given out yet
  until_day date, review_on date,             -- of the version that holds
  ended_on date,                              -- since then nothing of it holds and nothing waits
  keep_days integer not null check (keep_days >= 30), ends_with text,
  by_account uuid not null references account (id), at timestamptz not null,
  primary key (county, id)
);
-- Each list is read out of one index, in the order in which it is shown: of a community, and of a street or the county.
create index kind_document_holds on kind_document (county, community, kind, title, id) where in_force is not null;
create index kind_document_kind_holds on kind_document (county, kind, title, id) where in_force is not null;
create index kind_document_overdue on kind_document (county, community, kind, least(until_day, review_on), id) where in_force is not null;
create index kind_document_kind_overdue on kind_document (county, kind, least(until_day, review_on), id) where in_force is not null;
create index kind_document_unready on kind_document (county, community, kind, title, id) where unready;
create index kind_document_kind_unready on kind_document (county, kind, title, id) where unready;
create index kind_document_over on kind_document (county, community, kind, title, id) where in_force is null and not unready;
create index kind_document_kind_over on kind_document (county, kind, title, id) where in_force is null and not unready;

create table kind_document_act (
  county text not null, id uuid not null, document uuid not null,
  community text not null,
  kind text not null,
  act text not null, version integer not null,
  at timestamptz not null,
  by_account uuid not null references account (id), place text not null,
  values jsonb, ground text,
  issuer text, number text, code text,        -- of the act by which a version came into force
  primary key (county, id),
  foreign key (county, document) references kind_document (county, id) on delete cascade,
  check ((code is null) = (number is null) and (code is null) = (issuer is null))
);
create index kind_document_act_document on kind_document_act (county, document, at);
create unique index kind_document_act_code on kind_document_act (county, code) where code is not null;
call protect_personal('kind_document');
call protect_personal('kind_document_act', append_only => true);

-- Numbers of documents: one row for each place that gives them out, kind and year, locked by whoever takes the next. A number is never
-- given twice, also when its document is long gone.
create table kind_document_series (
  county text not null, community text not null, kind text not null, year integer not null, last integer not null,
  primary key (county, community, kind, year)
);
call protect_personal('kind_document_series');

-- What whoever holds a paper is told of its code: what it is, who issued it and whether it holds; nothing of what it says, nothing of a person.
create function document_of_code(in_county text, in_code text)
  returns table (kind text, issuer text, number text, state text, in_force_from date, until_day date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.kind, a.issuer, a.number, v ->> 'state', (v ->> 'in_force_from')::date, (v ->> 'until')::date
  from kind_document_act a join kind_document d on d.county = a.county and d.id = a.document,
    jsonb_array_elements(d.standing -> 'versions') v
  where a.county = in_county and d.county = in_county and a.code = in_code and (v ->> 'version')::integer = a.version
$$;
revoke all on function document_of_code(text, text) from public;
grant execute on function document_of_code(text, text) to wangdi_app;

-- What holds no more longer than its kind keeps it, county by county.
create function drop_ended_documents(moment timestamptz) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare today date := (moment at time zone 'Asia/Shanghai')::date; dropped bigint := 0; one text; n bigint;
begin
  for one in select t.county from tenant t order by t.county loop
    delete from kind_document d where d.county = one and not d.unready and coalesce(d.ended_on, d.until_day) + d.keep_days < today;
    get diagnostics n = row_count;
    dropped := dropped + n;
  end loop;
  return dropped;
end $$;
revoke all on function drop_ended_documents(timestamptz) from public;
grant execute on function drop_ended_documents(timestamptz) to wangdi_app;

-- What a kind keeps with a response is destroyed with it.
insert into destruction_kind (name, target, ordinal, needs, day, only_where, takes)
select 'document.' || f, 'kind_document', 450 + n, f, '({t}.at at time zone ''Asia/Shanghai'')::date', format('{t}.ends_with = %L', f),
    array['kind_document_act']
  from unnest(array['arrivals', 'observation', 'daily-report', 'orders', 'gates']) with ordinality as of (f, n);
