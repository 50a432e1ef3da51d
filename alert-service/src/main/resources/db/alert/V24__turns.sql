-- Where a channel keeps a pace: when the next message may go to a place, whichever process sends it.
create table turn (
    channel text        not null,
    place   text        not null,
    next_at timestamptz not null,
    primary key (channel, place)
);
