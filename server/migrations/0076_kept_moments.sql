-- A repeat is told of its moment what the first answer told: under which it is kept, and whether the phone's clock was wrong.
-- Null where nobody was asked when it happened, and for commands from before.
alter table command add column kept_at timestamptz;
alter table command add column clock_wrong boolean;
alter table command add constraint command_told check ((kept_at is null) = (clock_wrong is null));
