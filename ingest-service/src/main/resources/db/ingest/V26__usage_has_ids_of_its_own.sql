-- Usage has an id space of its own: an event of it and another of the same user and id are two, and both wait. An instance of the former
-- version that still runs while this one is rolled out can park nothing more; what it would have to park is answered 503 and repeated.
alter table parked drop constraint parked_user_id_event_id_key;
create unique index parked_by_id on parked (user_id, event_id, (type = 'bellwether.usage'));
