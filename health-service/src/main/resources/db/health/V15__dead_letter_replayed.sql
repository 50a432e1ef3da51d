-- Which dead letters were sent again, when, by whom, and where they lie now. The letters themselves never change.
create table dead_letter_replayed (
    letter         text primary key,
    origin         text,
    replayed_at    timestamptz not null,
    replayed_by    text        not null,
    sent_topic     text        not null,
    sent_partition int         not null,
    sent_offset    bigint      not null,
    times          int         not null
);
-- One record can have several letters, when a consumer fell over before it had moved on: a replay of one stands for all.
create index dead_letter_replayed_origin on dead_letter_replayed (origin) where origin is not null;
