-- On a day that turns, thousands of accounts are due at the same instant: a page of them is read in its order.
drop index account_look_at;
create index account_look_at on account (look_at, account_id) where look_at is not null;
drop index contract_reckon_at;
create index contract_reckon_at on contract (reckon_at, account_id, contract_id) where reckon_at is not null;

-- Periods are asked for by their days, and the whole of an account's stretches, closed ones included.
create index stretch_days on stretch (to_on, from_on);
drop index stretch_account;
create index stretch_account on stretch (account_id, contract_id);

-- A statement changes many past terms and only few counts: it adds one row for each of these.
drop trigger past_term_counted on past_term;
drop function count_past_term();
create function count_past_terms() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into past_count_change
        select days, band, -count(*), -count(*) filter (where renewed) from gone group by days, band;
    end if;
    if tg_op <> 'DELETE' then
        insert into past_count_change
        select days, band, count(*), count(*) filter (where renewed) from come group by days, band;
    end if;
    return null;
end $$;
create trigger past_terms_added after insert on past_term
    referencing new table as come for each statement execute function count_past_terms();
create trigger past_terms_changed after update on past_term
    referencing old table as gone new table as come for each statement execute function count_past_terms();
create trigger past_terms_removed after delete on past_term
    referencing old table as gone for each statement execute function count_past_terms();
