#!/usr/bin/env bash
# Runs once, when the database volume is new: a role and a schema for each service, which sees no other schema.
set -eu
export PGPASSWORD="${PGPASSWORD:-$POSTGRES_PASSWORD}"

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
revoke all on database bellwether from public;
revoke all on schema public from public;
SQL

role() { # name, password
    psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
        --set role="bellwether_$1" --set schema="$1" --set password="$2" <<'SQL'
create role :"role" login password :'password';
grant connect, temporary on database bellwether to :"role";
create schema :"schema" authorization :"role";
alter role :"role" set search_path = :"schema";
SQL
}

role ingest "$INGEST_DATABASE_PASSWORD"
role health "$HEALTH_DATABASE_PASSWORD"
role alert "$ALERT_DATABASE_PASSWORD"
role renewal "$RENEWAL_DATABASE_PASSWORD"
