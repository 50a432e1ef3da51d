#!/bin/sh
# Makes the secrets of a local cluster, at random, in the namespace bellwether. Fails when they exist already.
set -eu
umask 077

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

random() {
    openssl rand -hex 24
}

secret() { # name, then files or literals as kubectl takes them
    name=$1
    shift
    kubectl --namespace bellwether create secret generic "$name" "$@"
}

# A value reaches kubectl by file, never by its command line, where the process list would show it.
put() { # file, value
    printf '%s' "$2" >"$work/$1"
}

kubectl get namespace bellwether >/dev/null 2>&1 || kubectl create namespace bellwether

openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/signing-key.pem"
openssl pkey -in "$work/signing-key.pem" -pubout -out "$work/public-key.pem"
secret bellwether-token-key --from-file="$work/public-key.pem"
# Only for those who issue tokens; no pod mounts it.
secret bellwether-token-signing-key --from-file="$work/signing-key.pem"

for name in postgres ingest-database health-database alert-database renewal-database; do
    put password "$(random)"
    secret "bellwether-$name" --from-file="$work/password"
done

put BELLWETHER_INGEST_SOURCES__LOCAL__WRITE_KEYS "$(random)"
secret bellwether-ingest --from-file="$work/BELLWETHER_INGEST_SOURCES__LOCAL__WRITE_KEYS"

put BELLWETHER_ALERT_SLACK_WEBHOOK_URL ""
secret bellwether-alert --from-file="$work/BELLWETHER_ALERT_SLACK_WEBHOOK_URL"

put BELLWETHER_CONSOLE_PASSWORD "$(random)"
put BELLWETHER_CONSOLE_SESSION_KEY "$(random)"
put BELLWETHER_CONSOLE_TOKEN "$(TOKEN_KEY="$work/signing-key.pem" TOKEN_ISSUER=bellwether \
    "$(dirname "$0")/../../../docker/token.sh" console@bellwether.invalid manager)"
secret bellwether-console --from-file="$work/BELLWETHER_CONSOLE_PASSWORD" \
    --from-file="$work/BELLWETHER_CONSOLE_SESSION_KEY" --from-file="$work/BELLWETHER_CONSOLE_TOKEN"
