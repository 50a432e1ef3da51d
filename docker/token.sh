#!/bin/sh
# Prints a bearer token (RS256, one year), signed with the key that make-env.sh made.
# usage: docker/token.sh E-MAIL ROLE        ROLE: csm, manager, ops or admin
# TOKEN_KEY (a PEM file) and TOKEN_ISSUER name another key and issuer.
set -eu

if [ $# -ne 2 ]; then
    echo "usage: docker/token.sh E-MAIL ROLE" >&2
    exit 2
fi
case $2 in
    csm | manager | ops | admin) ;;
    *)
        echo "no such role: $2 (csm, manager, ops or admin)" >&2
        exit 2
        ;;
esac
case $1 in
    *[!A-Za-z0-9.@_+-]* | "")
        echo "not an e-mail address: $1" >&2
        exit 2
        ;;
esac

key=${TOKEN_KEY:-$(dirname "$0")/secrets/signing-key.pem}
issuer=${TOKEN_ISSUER:-bellwether-compose}
if [ ! -r "$key" ]; then
    echo "$key is missing: run docker/make-env.sh first" >&2
    exit 1
fi

base64url() {
    openssl base64 -A | tr '+/' '-_' | tr -d '='
}

now=$(date +%s)
header=$(printf '{"alg":"RS256","typ":"JWT"}' | base64url)
claims=$(printf '{"iss":"%s","sub":"%s","upn":"%s","email":"%s","groups":["%s"],"iat":%s,"exp":%s}' \
    "$issuer" "$1" "$1" "$1" "$2" "$now" "$((now + 31536000))" | base64url)
signature=$(printf '%s.%s' "$header" "$claims" | openssl dgst -sha256 -sign "$key" -binary | base64url)
printf '%s.%s.%s\n' "$header" "$claims" "$signature"
