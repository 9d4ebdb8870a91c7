-- Duty phones of staff lie sealed like those of residents: cipher, keyed hash of the whole and of its end. SQL has no key, so what
-- stands here from before is sealed at the next start; that the constraints below are validated says that it is done.
alter table account rename column phone to phone_unsealed;
alter table account add column phone_cipher text;
alter table account add column phone_hash text;
alter table account add column phone_tail_hash text;
alter table account add constraint account_phone_sealed check (phone_unsealed is null) not valid;
alter table team_member rename column phone to phone_unsealed;
alter table team_member add column phone_cipher text;
alter table team_member add column phone_hash text;
alter table team_member add column phone_tail_hash text;
alter table team_member add constraint team_member_phone_sealed check (phone_unsealed is null) not valid;
