-- What is not sent while something older in another lane waits: a summary and what else is said of its alerts.
create table follows (
    follower bigint not null references delivery on delete cascade,
    followed bigint not null references delivery on delete cascade,
    primary key (follower, followed),
    check (followed < follower)
);
create index follows_followed on follows (followed);
