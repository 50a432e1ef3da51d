#!/usr/bin/env bash
# Succeeds when the service says it is ready. Written for bash alone, because the image need not hold curl.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8080}"
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r status <&3
[[ "$status" == *" 200 "* ]]
