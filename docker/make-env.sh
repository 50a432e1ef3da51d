#!/bin/sh
# Makes the secrets of a compose run, at random: .env beside docker-compose.yml and the token key in docker/secrets.
# Never overwrites: to start anew remove both and the database volume, which still knows the old passwords.
set -eu
umask 077

root=$(cd "$(dirname "$0")/.." && pwd)
env_file=$root/.env
secrets=$root/docker/secrets

if [ -e "$env_file" ] || [ -e "$secrets/signing-key.pem" ]; then
    echo "$env_file or $secrets/signing-key.pem exists already; nothing was changed" >&2
    exit 1
fi
command -v openssl >/dev/null || { echo "openssl is needed to make the keys" >&2; exit 1; }

random() {
    openssl rand -hex 24
}

mkdir -p "$secrets"
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$secrets/signing-key.pem"
openssl pkey -in "$secrets/signing-key.pem" -pubout -out "$secrets/public-key.pem"
# The containers read the public half as another user than the one who runs this script.
chmod 755 "$secrets"
chmod 644 "$secrets/public-key.pem"

password=$(random)
cat >"$env_file" <<EOF
POSTGRES_PASSWORD=$(random)
INGEST_DATABASE_PASSWORD=$(random)
HEALTH_DATABASE_PASSWORD=$(random)
ALERT_DATABASE_PASSWORD=$(random)
RENEWAL_DATABASE_PASSWORD=$(random)
WRITE_KEY=$(random)
CONSOLE_PASSWORD=$password
CONSOLE_SESSION_KEY=$(random)
CONSOLE_TOKEN=$("$root/docker/token.sh" console@bellwether.invalid manager)
GRAFANA_PASSWORD=$(random)
# Where alerts go when an account has no owner.
FALLBACK_RECIPIENT=cs-team@example.com
# A Slack incoming webhook; leave it empty to tell people by e-mail only.
SLACK_WEBHOOK_URL=
# Or a Slack app with a bot (docs/alerts.md), in the place of the webhook.
#SLACK_BOT_TOKEN=
#SLACK_CHANNEL=
#SLACK_SIGNING_SECRET=
# Signs the links of mails; their address is where people reach alert-service.
ALERT_LINKS_SECRET=$(random)
#ALERT_LINKS_URL=https://alerts.example.com
# A real mail server; without these five mails go to the page at http://localhost:8025.
#SMTP_HOST=smtp.example.com
#SMTP_PORT=587
#SMTP_START_TLS=REQUIRED
#SMTP_USER=
#SMTP_PASSWORD=
# Business time zone: where a day begins and ends.
#BELLWETHER_ZONE=Europe/Berlin
EOF

echo "wrote $env_file and $secrets"
echo "console: http://localhost:8080, user admin, password $password (kept in .env)"
