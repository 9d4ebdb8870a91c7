-- What a command said is kept as a keyed hash only (an unkeyed one gives short contents back by trying them all), and its
-- answer sealed: both keys lie outside the database. Rows from before are rewritten at the next start, which holds the keys;
-- that the constraint below is validated says that it is done.
alter table command add column sealed_reply text;
alter table command add constraint command_keyed check (starts_with(input_hash, 'k1.') and reply is null) not valid;
comment on column command.input_hash is 'k1. and the HMAC-SHA-256 of the SHA-256 of the input: a reused id with other content is refused';
