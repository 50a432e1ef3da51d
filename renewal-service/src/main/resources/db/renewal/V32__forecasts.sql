-- What was predicted of each term when a milestone had come, once each: to be held against how it ended.
create table prediction (
    account_id  text collate "C" not null,
    contract_id text not null,
    ends_on     date not null,
    days        int not null,
    predicted_on date not null,
    likelihood  double precision not null, -- 0 … 1
    past_terms  bigint not null, -- on which it rests
    primary key (account_id, contract_id, ends_on, days)
);

-- The days whose forecasts are kept, and what they said of each quarter.
create table forecast_day (
    taken_on date primary key
);
create table forecast_snapshot (
    taken_on     date not null,
    quarter      text not null,
    owner        text not null, -- empty for accounts of nobody
    currency     text not null,
    due          numeric not null, -- ARR in minor units, like the others
    renewed      numeric not null,
    committed    numeric not null,
    best_case    numeric not null,
    at_risk      numeric not null,
    uncalled     numeric not null,
    lost         numeric not null,
    expected     numeric not null,
    expected_low  numeric not null,
    expected_high numeric not null,
    primary key (quarter, taken_on, owner, currency)
);
