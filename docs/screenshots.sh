#!/bin/sh
# Takes pictures of pages of a running local system: docs/images/{portfolio,today}-{desktop,phone}.png.
# Needs curl and chromium (or google-chrome; CHROMIUM names another). Reads local.json of BELLWETHER_HOME or .bellwether.
set -eu
. "$(dirname "$0")/pictures.sh"

# the first text of that name in local.json
setting() {
  tr -d '\n' < "$settings" | sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"
}

console=$(setting console)

# the password is read from a file, so that no list of processes shows it
printf '%s' "$(setting password)" > "$work/password"
curl -sS -o /dev/null -c "$work/cookies" --data-urlencode j_username=admin \
  --data-urlencode "j_password@$work/password" "$console/j_security_check"

# page FILE WIDTH,HEIGHT SCALE NAME
page() {
  picture "$4" "$1" "$2" --allow-file-access-from-files --force-device-scale-factor="$3" --virtual-time-budget=5000
}

# pictures NAME PATH
pictures() {
  curl -sSf -b "$work/cookies" "$console$2" -o "$work/page.html"
  if ! grep -q 'id="live"' "$work/page.html"; then
    echo "The login at $console failed." >&2
    exit 1
  fi
  # The browser has no session: it is shown the page as a file. Style and pictures come from the console, to which they
  # are open; the scripts, which would ask for news, are left out.
  sed -e "s|<head>|<head><base href=\"$console/\">|" -e 's|<script .*</script>||' "$work/page.html" > "$work/$1.html"
  # a window cannot be as narrow as a phone, a frame can
  printf '<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0}iframe{border:0;width:390px;height:844px}</style><iframe scrolling="no" src="%s.html"></iframe>' \
    "$1" > "$work/phone.html"
  page "$1.html" 1280,900 1 "$1-desktop.png"
  page phone.html 390,844 2 "$1-phone.png"
}

pictures portfolio /
pictures today /today
