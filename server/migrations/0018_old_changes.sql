-- Changes are told to devices for thirty days; a device that was away for longer downloads anew. Without this the list of
-- changes would grow with every keystroke of ten years. `changes_from` is the first transaction whose changes are all here.
insert into installation values ('changes_from', '0');
create index change_at on change using brin (at);

-- Drops what is older than thirty days; gives how many lines that were. The server's role may drop nothing else.
create function trim_changes() returns bigint language plpgsql security definer set search_path = public as $$
declare
  dropped bigint;
  last xid8;
begin
  -- One at a time, so that the mark never goes back.
  perform from installation where name = 'changes_from' for update;
  with old as (
    delete from change where at < now() - interval '30 days' and xid < pg_snapshot_xmin(pg_current_snapshot()) returning xid
  )
  select count(*), max(xid) into dropped, last from old;
  update installation set value = greatest(value::numeric, last::text::numeric + 1)::text
    where name = 'changes_from' and last is not null;
  return dropped;
end $$;
revoke all on function trim_changes from public;
grant execute on function trim_changes to wangdi_app;
