-- Heads of requests say where each stands and since when an answer or a review is waited for, so that what is open is found by an
-- index and nobody reads the acts of a whole nation for a list of fifty.
alter table request_head add column state text check (state in ('open', 'answered', 'in-review', 'settled'));
alter table request_head add column since date;

update request_head h set state = s.state,
    since = case s.state when 'open' then s.taken_on when 'in-review' then s.review_on end
  from (select id, held_in,
      case when bool_or(a.kind in ('accepted', 'reviewed')) then 'settled'
        when bool_or(a.kind = 'review-asked') then 'in-review'
        when bool_or(a.kind = 'answered') then case min(r.kind) when 'data-incident' then 'settled' else 'answered' end
        else 'open' end as state,
      max(a.day) filter (where a.kind = 'taken') as taken_on, max(a.day) filter (where a.kind = 'review-asked') as review_on
    from request_head r left join jsonb_to_recordset(r.acts) as a (kind text, day date) on true group by id, held_in) s
  where s.id = h.id and s.held_in = h.held_in;

alter table request_head alter column state set not null;
alter table request_head add constraint request_head_waits check ((since is not null) = (state in ('open', 'in-review')));
create index request_head_waiting on request_head (place, since) where since is not null;
grant update (state, since) on request_head to wangdi_app;
