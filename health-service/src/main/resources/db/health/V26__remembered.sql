-- What bands remember beside the one that was told: with which outages it was, and, while an account has not settled, with which
-- band which day ended before something of its past arrived. Without these they would follow from what happens to be in memory.
alter table account
    add column settled_outages bigint not null default 0,
    add column band_before     text,
    add column band_before_on  date;

-- What was told so far was told with the outages that the last turn of the day went by.
update account set settled_outages = day_turn.outages
  from day_turn where day_turn.partition = account.partition and day_turn.finished;
