-- How long a place takes nothing at all, since it said so; whichever process sends, and after a restart as well. Times of
-- the database's clock: a pause that begins in the future was begun before that clock was set back.
alter table turn
    add column paused_from  timestamptz,
    add column paused_until timestamptz;
