#!/bin/sh
# Takes pictures of messages that a running local system has sent: docs/images/{slack,mail}-*.png, from the payloads as
# the stand-ins received them. Needs python3 and chromium (or google-chrome; CHROMIUM names another). Reads local.json of
# BELLWETHER_HOME or .bellwether.
set -eu
. "$(dirname "$0")/pictures.sh"

# writes a page for each kind of message that the stand-ins have
python3 "$project/docs/messages.py" "$settings" "$work"

# message FILE PAGE WIDTH,HEIGHT [OPTION]
message() {
  [ -r "$work/$2" ] || { echo "no such message has been sent yet: $1" >&2; return 0; }
  picture "$@" --force-device-scale-factor=1.5
}

message slack-alert.png slack-alert.html 680,360
message slack-resolved.png slack-resolved.html 680,350
message slack-digest.png slack-digest.html 680,490
message mail-alert.png mail-alert.html 600,570
message mail-alert-dark.png mail-alert.html 420,610 --force-dark-mode
message mail-digest.png mail-digest.html 600,900
