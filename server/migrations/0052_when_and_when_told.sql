-- Records made without network have two moments: when it happened by the phone's word (bounded), and when it came. The second
-- decides which of two is the newer one.
alter table home_assessment add column recorded_at timestamptz;
update home_assessment set recorded_at = at;
alter table home_assessment alter column recorded_at set not null, alter column recorded_at set default now();
alter table notice_delivery add column recorded_at timestamptz;
update notice_delivery set recorded_at = at;
alter table notice_delivery alter column recorded_at set not null, alter column recorded_at set default now();
alter table person_advice add column recorded_at timestamptz;
update person_advice set recorded_at = at;
alter table person_advice alter column recorded_at set not null, alter column recorded_at set default now();

-- When a phone of an account last spoke with the house: its word for earlier moments is taken from there on only. To the hour;
-- forgotten after ninety days.
create table device_contact (
  county text not null, account uuid not null, device uuid not null, community text not null,
  at timestamptz not null,
  primary key (county, account, device)
);
call protect_personal('device_contact', removed => true);
