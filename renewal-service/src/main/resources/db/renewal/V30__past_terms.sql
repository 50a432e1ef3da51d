-- How bands of accounts changed: the days of milestones are looked up here. Order of arrival changes nothing.
create table band_change (
    account_id  text collate "C" not null,
    occurred_at timestamptz not null,
    event_id    text collate "C" not null,
    band        text not null,
    primary key (account_id, occurred_at, event_id)
);
-- what was known of bands when they began to be kept
insert into band_change (account_id, occurred_at, event_id, band)
select account_id, health_at, health_event, band from account where band is not null;

-- Terms of subscriptions that are over, at each milestone that came while the customer had not said no.
create table past_term (
    account_id  text collate "C" not null,
    contract_id text not null,
    ends_on     date not null,
    days        int not null,
    until       timestamptz not null, -- the end of the milestone's day
    band        text not null, -- of the account by then
    renewed     boolean not null,
    primary key (account_id, contract_id, ends_on, days)
);

-- Counted from past_term: the sums of both tables together are true at any moment, and whoever changes a past term
-- only adds a row to the second, so that nobody waits for anybody. The sweep folds it into the first.
create table past_count (
    days    int not null,
    band    text not null,
    terms   bigint not null,
    renewed bigint not null,
    primary key (days, band)
);
create table past_count_change (
    days    int not null,
    band    text not null,
    terms   bigint not null,
    renewed bigint not null
);
create function count_past_term() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into past_count_change values (old.days, old.band, -1, -old.renewed::int);
    end if;
    if tg_op <> 'DELETE' then
        insert into past_count_change values (new.days, new.band, 1, new.renewed::int);
    end if;
    return null;
end $$;
create trigger past_term_counted after insert or update or delete on past_term
    for each row execute function count_past_term();
