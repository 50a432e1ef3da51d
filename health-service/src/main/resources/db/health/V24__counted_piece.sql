-- Which usage was counted of a piece of the log, up to an offset (not included): 8 bytes a use, in the order of counting. The next
-- owner of the partition recognises repeats of it without reading the log back. Random bytes: not worth compressing.
create table counted_piece (
    topic         text        not null,
    partition     int         not null,
    up_to         bigint      not null,
    arrived_until timestamptz not null,
    keys          bytea       not null,
    primary key (topic, partition, up_to)
);
alter table counted_piece alter column keys set storage external;
