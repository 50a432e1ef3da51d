-- The minutes in which a source was heard, all partitions together. From them follow its last arrival and its gaps; old ones are deleted.
create table feed_arrival (
    feed   text        not null,
    minute timestamptz not null,
    primary key (feed, minute)
);

-- Days of which facts arrived on a later day, and when the last of them did: whether late facts filled an outage.
create table feed_late (
    feed       text        not null,
    day        date        not null,
    arrived_at timestamptz not null,
    primary key (feed, day)
);

-- A source was silent from its last arrival to the next; to_at is null while it is. A fact: never deleted.
create table outage (
    feed    text        not null,
    from_at timestamptz not null,
    to_at   timestamptz,
    primary key (feed, from_at)
);
create unique index outage_open on outage (feed) where to_at is null;

-- With which outages the turn of the day looks at accounts: with others it begins again.
alter table day_turn add column outages bigint not null default 0;
