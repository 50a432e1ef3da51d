-- What left an owner's calendar because the account has another owner now: told there as cancelled for a while.
create table calendar_left (
    uid         text not null,
    owner       text not null, -- whose it was
    day         date not null,
    summary     text not null,
    description text not null,
    sequence    int not null,
    left_at     timestamptz not null,
    primary key (uid, owner)
);
create index calendar_left_owner on calendar_left (owner, left_at);

-- What the calendars of each owner show: an event that came back to an owner did not leave.
create view calendar_shown as
select uid, owner, day, summary, description, cancelled, sequence, changed_at from calendar_event
union all
select uid, owner, day, summary, description, true, sequence, left_at from calendar_left l
 where not exists (select from calendar_event e where e.uid = l.uid and e.owner = l.owner);
