-- Traces are kept for a term and then dropped: three years, as long as the record of how personal data were handled is kept at
-- least (PIPL article 56), in days, a leap day among them.
insert into installation values ('trace-days', '1096');

-- Lines come in the order of time, so few pages are looked at for the oldest.
create index audit_line_old on audit_line using brin (at);
create index audit_seen_old on audit_seen using brin (at);

-- Nobody changes a line, and nobody drops one before six months are over (Cybersecurity Law, logs), the owner of the tables included.
create function refuse_fresh() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '6 months' then return old; end if;
  raise exception '% is only added to', tg_table_name using errcode = '42501';
end $$;
drop trigger only_added on audit_line;
create trigger only_added before update or delete on audit_line for each row execute function refuse_fresh();
drop trigger only_added on audit_seen;
create trigger only_added before update or delete on audit_seen for each row execute function refuse_fresh();

-- Drops the lines of all counties whose term is over at a moment; gives how many. The term is read here, not told by who asks.
create function drop_old_traces(moment timestamptz) returns bigint language plpgsql security definer
  set search_path = public, pg_temp as $$
declare days integer; n bigint;
begin
  select i.value::integer into strict days from installation i where i.name = 'trace-days';
  delete from audit_seen s where s.at < moment - days * interval '1 day';
  delete from audit_line l where l.at < moment - days * interval '1 day';
  get diagnostics n = row_count;
  return n;
end $$;
grant execute on function drop_old_traces to wangdi_app;
