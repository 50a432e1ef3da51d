#!/bin/sh
# Takes pictures of messages that a running local system has sent: docs/images/{slack,mail}-*.png, from the payloads as
# the stand-ins received them. Needs python3 and chromium (or google-chrome; CHROMIUM names another). Reads local.json of
# BELLWETHER_HOME or .bellwether.
set -eu

project=$(cd "$(dirname "$0")/.." && pwd)
settings="${BELLWETHER_HOME:-$project/.bellwether}/local.json"
images="$project/docs/images"

if [ ! -r "$settings" ]; then
  echo "There is no $settings: start the system first (./bellwether demo), or set BELLWETHER_HOME." >&2
  exit 1
fi
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$browser" ]; then
  echo "No chromium found: install it, or set CHROMIUM to a browser that takes the same options." >&2
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# writes a page for each kind of message that the stand-ins have
python3 "$project/docs/messages.py" "$settings" "$work"

# picture FILE PAGE WIDTH,HEIGHT [OPTION]
picture() {
  [ -r "$work/$2" ] || { echo "no such message has been sent yet: $1" >&2; return 0; }
  "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile" \
    --force-device-scale-factor=1.5 --window-size="$3" ${4:-} \
    --screenshot="$images/$1" "file://$work/$2" > "$work/browser.log" 2>&1 || {
    cat "$work/browser.log" >&2
    exit 1
  }
  echo "docs/images/$1"
}

mkdir -p "$images"
picture slack-alert.png slack-alert.html 680,330
picture slack-resolved.png slack-resolved.html 680,320
picture slack-digest.png slack-digest.html 680,640
picture mail-alert.png mail-alert.html 600,600
picture mail-alert-dark.png mail-alert.html 420,720 --force-dark-mode
picture mail-digest.png mail-digest.html 600,900
