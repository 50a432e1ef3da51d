-- A repeated request parks nothing twice; the same id of another user is another event, for ids are an account's own.
alter table parked drop constraint parked_event_id_key;
drop index parked_by_user;
alter table parked add unique (user_id, event_id);
