-- Ids that are the same user's, as calls said, in groups: whichever id of a group is learned, all are found by it, in whatever
-- order links and accounts were told. Each of them has a row in user_account too.
create table same_user (
    user_id  text primary key,
    group_id uuid not null
);
create index same_user_by_group on same_user (group_id);

-- What followed another id because both are the same user becomes a group: the smallest of its ids spreads until it rests.
create temporary table pair on commit drop as
select user_id as one, via as other from user_account where linked and via is not null
union
select via, user_id from user_account where linked and via is not null;
create temporary table label on commit drop as select distinct one as user_id, one as least from pair;
do $$
begin
    loop
        update label
        set least = near.least
        from (select p.one, min(l.least) as least from pair p join label l on l.user_id = p.other group by p.one) near
        where label.user_id = near.one and near.least < label.least;
        exit when not found;
    end loop;
end $$;
insert into user_account (user_id, learned_at, event_id) select user_id, 'epoch', '' from label on conflict do nothing;
insert into same_user select user_id, cast(md5(least) as uuid) from label;

-- What was only concluded from another id is older than whatever a call says itself. The column linked is not read any more; it
-- goes once no instance of the former version can run beside this one.
update user_account set via = null, learned_at = 'epoch', event_id = '' where linked;

-- The account of each id by itself: its own, else the newest of all ids of its group.
create view account_of_id as
select u.user_id, coalesce(u.account_id, g.account_id) as account_id
from user_account u
left join same_user s on s.user_id = u.user_id
left join lateral (
    select m.account_id
    from same_user n
    join user_account m on m.user_id = n.user_id
    where u.account_id is null and n.group_id = s.group_id and m.account_id is not null
    order by m.learned_at desc, m.event_id collate "C" desc
    limit 1
) g on true;

-- The account of each id: that of the one it follows, else that by itself. It is lasting when nothing that is said of another id
-- can change it.
create view account_of_user as
select u.user_id,
       coalesce(v.account_id, i.account_id) as account_id,
       u.via is null and u.account_id is not null as lasting,
       u.learned_at,
       u.event_id
from user_account u
join account_of_id i on i.user_id = u.user_id
left join account_of_id v on v.user_id = u.via;
