# What the scripts that take pictures share; read by them, not run. Gives project, settings (local.json of BELLWETHER_HOME
# or .bellwether), images, and work, a folder that goes with the script; and the command picture.

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
mkdir -p "$images"

# picture FILE PAGE WIDTH,HEIGHT [OPTION OF THE BROWSER …]
picture() {
  file=$1 page=$2 size=$3
  shift 3
  "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile" \
    --window-size="$size" "$@" --screenshot="$images/$file" "file://$work/$page" > "$work/browser.log" 2>&1 || {
    cat "$work/browser.log" >&2
    exit 1
  }
  echo "docs/images/$file"
}
