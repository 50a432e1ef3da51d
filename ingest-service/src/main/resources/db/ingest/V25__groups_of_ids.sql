-- Ids that are the same user's, as calls said, have a group: whichever id of it is learned, all are found by it, in whatever order links and
-- accounts were told. Who follows another one since an earlier version (linked, via) goes on doing so until a call joins it with any.
alter table user_account add column group_id uuid;
create index user_account_by_group on user_account (group_id) where group_id is not null;

-- The newest word about any id of a group is found without looking at the others. What an earlier version only concluded from another id
-- (linked) counts less than any word.
create index user_account_by_word on user_account (group_id, linked, learned_at desc, event_id collate "C" desc)
where group_id is not null and account_id is not null;

-- Each id by itself: what was said of it, else the newest word about its group, else what was concluded.
create view account_of_id as
select u.user_id,
       u.via,
       u.group_id,
       u.account_id is not null and not u.linked as told,
       coalesce(g.account_id, u.account_id) as account_id,
       coalesce(g.learned_at, u.learned_at) as learned_at,
       coalesce(g.event_id, u.event_id) as event_id
from user_account u
left join lateral (
    select m.account_id, case when m.linked then 'epoch' else m.learned_at end as learned_at, m.event_id
    from user_account m
    where (u.account_id is null or u.linked) and m.group_id = u.group_id and m.account_id is not null
    order by m.linked, m.learned_at desc, m.event_id collate "C" desc
    limit 1
) g on true;

-- Each id: the account of the one that it follows, else that by itself; and whether it was said of this very id, or else its group.
create view account_of_user as
select i.user_id,
       coalesce(v.account_id, i.account_id) as account_id,
       i.told and i.via is null as told,
       case when i.via is null then i.group_id end as group_id,
       i.learned_at,
       i.event_id
from account_of_id i
left join account_of_id v on v.user_id = i.via;
