-- Where the ledger began later than the contracts were heard of it is booked anew, from when each version was heard.
with behind as (
    select f.account_id
      from contract_fact f
      join (select account_id, min(known_from) as known_from from stretch group by account_id) b using (account_id)
     group by f.account_id, b.known_from
    having min(f.heard_at) < b.known_from - interval '1 minute'),
gone as (delete from stretch where account_id in (select account_id from behind))
update account set look_at = least(look_at, now()) where account_id in (select account_id from behind);
