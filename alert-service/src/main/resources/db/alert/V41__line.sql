-- Whoever answered for an alert in turn, as JSON, in the place of how many they were: nobody is passed over, or told twice,
-- because the people in line became others meanwhile.
alter table alert add column heard_by text not null default '[]';
update alert a
set heard_by = to_jsonb(array_remove(array [a.told_to, coalesce(lower(a.assignee), c.reader)], null))::text
from account c where c.id = a.account_id and a.told_to is not null
  and a.news not in ('worse', 'back', 'assigned'); -- those begin anew
-- the whole line was told
update alert set look_at = null, escalate_at = null where step >= 2 and news = 'none' and held is null;
-- step, which nobody reads any more, stays with its default: processes of the version before go on until those of this one
-- have started
