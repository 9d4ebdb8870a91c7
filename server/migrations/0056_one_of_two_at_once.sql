-- Of two people who decide the same thing at once one wins, and the other is told so. Where a query alone looks first and writes
-- then, both would find nothing: the tables themselves say what there is one of.

-- One record of a community holds a document number. A second one may stand beside it in doubt, until the community has settled
-- who it is: entered at a door whose worker does not reach the first, or on file twice before this was watched.
alter table person add column document_doubted boolean not null default false;
update person p set document_doubted = true
  where p.document_hash is not null and p.left_on is null and exists (
    select from person first where first.county = p.county and first.community = p.community
      and first.document_hash = p.document_hash and first.left_on is null and first.id < p.id);
create unique index person_document_once on person (county, community, document_hash)
  where document_hash is not null and left_on is null and not document_doubted;

-- One open word about two records, whichever of them is named first. Of several the last one counts.
update person_link l set ended_at = clock_timestamp()
  where l.ended_at is null and exists (
    select from person_link later where later.county = l.county and later.ended_at is null
      and least(later.one, later.other) = least(l.one, l.other) and greatest(later.one, later.other) = greatest(l.one, l.other)
      and (later.at, later.id) > (l.at, l.id));
create unique index person_link_once on person_link (county, (least(one, other)), (greatest(one, other))) where ended_at is null;

-- Acts about an order follow one another: each is the next after those that its author saw.
alter table control_order_act add column ordinal integer;
update control_order_act a set ordinal = n.ordinal
  from (select id, row_number() over (partition by control_order order by at, id)::int as ordinal from control_order_act) n
  where n.id = a.id;
alter table control_order_act alter column ordinal set not null;
create unique index control_order_act_next on control_order_act (control_order, ordinal);

alter table response_act add column ordinal integer;
update response_act a set ordinal = n.ordinal
  from (select id, row_number() over (partition by response order by at, id)::int as ordinal from response_act) n
  where n.id = a.id;
alter table response_act alter column ordinal set not null;
create unique index response_act_next on response_act (response, ordinal);

-- A round is closed once.
alter table round add column closed_at timestamptz;
