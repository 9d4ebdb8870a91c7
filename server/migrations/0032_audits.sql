-- Impact assessments before sensitive data is handled, and the audits of how it was handled (个人信息保护法 §54 to §56).
-- Both are only added to, and outlive every destruction.

create table impact_assessment (
  id uuid primary key,
  place text not null check (place ~ '^[0-9]{6}$'),
  record text not null,                               -- which records about people it is about
  purpose text not null check (purpose <> ''),        -- whether purpose and manner are lawful, proper and necessary
  effect text not null check (effect <> ''),          -- what it does to people's rights, and the risk
  measures text not null check (measures <> ''),      -- whether the protection fits the risk
  assessed_on date not null,
  keep_until date not null check (keep_until >= assessed_on + interval '3 years'),
  by_account uuid not null references account (id), at timestamptz not null
);
create index impact_assessment_place on impact_assessment (place, record, at);
call protect_figures('impact_assessment', append_only => true);

create table compliance_audit (
  id uuid primary key,
  place text not null check (place ~ '^[0-9]{6}$'),
  from_day date not null, to_day date not null check (to_day >= from_day),
  found text not null check (found <> ''),
  mended text not null,
  next_on date not null check (next_on > to_day),
  by_account uuid not null references account (id), at timestamptz not null
);
create index compliance_audit_place on compliance_audit (place, to_day);
call protect_figures('compliance_audit', append_only => true);

create trigger only_added before update or delete on impact_assessment for each row execute function refuse_change();
create trigger only_added before update or delete on compliance_audit for each row execute function refuse_change();
