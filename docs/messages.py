"""Writes pages of the messages that the stand-ins of a local system received: messages.py LOCAL_JSON FOLDER."""

import json
import re
import sys
import urllib.request
from pathlib import Path

STYLE = """body{margin:0;padding:16px;background:#fff;color:#1d1c1d;font:15px/1.46 Lato,'Segoe UI',Roboto,Arial,sans-serif}
.who{font-weight:700;margin-bottom:4px}.who span{font:12px sans-serif;color:#616061;background:#e8e8e8;border-radius:2px;padding:0 3px}
h2{font-size:18px;margin:4px 0 8px}p{margin:0 0 8px}.fields{display:grid;grid-template-columns:1fr 1fr;gap:6px 16px;margin-bottom:8px}
.context{color:#616061;font-size:13px}.button{display:inline-block;border:1px solid #bbbabb;border-radius:4px;padding:5px 11px;margin:0 6px 8px 0;font-weight:700;font-size:13px}
a{color:#1264a3;text-decoration:none}i{display:inline-block;width:.85em;height:.85em;border-radius:50%;vertical-align:-.08em}"""

# drawn, since not every machine has a font with them
SYMBOLS = {
    "🟢": '<i style="background:#2e8b57"></i>',
    "🔵": '<i style="background:#2f6fb0"></i>',
    "🟠": '<i style="background:#e08600"></i>',
    "🔴": '<i style="background:#c0352b"></i>',
    "✅": '<b style="color:#2e8b57">✔</b>',
    "📋": "☰",
    "👀": "●",
}


def text(obj):
    """A text object of Block Kit as HTML: links, bold, line breaks; the three escapes of Slack are those of HTML."""
    raw = obj["text"].replace('"', "&quot;")
    if obj["type"] == "mrkdwn":
        raw = re.sub(r"<([^<>|]+)\|([^<>]*)>", r'<a href="\1">\2</a>', raw)
        raw = re.sub(r"\*([^*\n]+)\*", r"<b>\1</b>", raw)
    for symbol, drawn in SYMBOLS.items():
        raw = raw.replace(symbol, drawn)
    return raw.replace("\n", "<br>")


def element(one):
    label = text(one.get("text") or one["placeholder"])
    return f'<span class="button">{label}{" ▾" if "options" in one else ""}</span>'


def block(one):
    kind = one["type"]
    if kind == "header":
        return f"<h2>{text(one['text'])}</h2>"
    if kind == "section":
        words = f"<p>{text(one['text'])}</p>" if "text" in one else ""
        fields = "".join(f"<div>{text(field)}</div>" for field in one.get("fields", []))
        return words + (f'<div class="fields">{fields}</div>' if fields else "")
    if kind == "context":
        return '<p class="context">' + " ".join(text(part) for part in one["elements"]) + "</p>"
    return "<div>" + "".join(element(part) for part in one["elements"]) + "</div>"


def slack(message):
    blocks = "".join(block(one) for one in message["body"]["blocks"])
    return f'<meta charset="utf-8"><style>{STYLE}</style><div class="who">Bellwether <span>APP</span></div>{blocks}'


def newest(messages, wanted):
    return next((message for message in reversed(messages) if wanted(message)), None)


def main(settings, folder):
    urls = json.loads(Path(settings).read_text())["urls"]

    def received(stub):
        with urllib.request.urlopen(urls[stub] + "/messages?since=0") as answer:
            return [one for one in json.load(answer) if stub == "mailStub" or one["body"].get("blocks")]

    def headline(message):
        return message["body"]["blocks"][0].get("text", {}).get("text", "")

    posts, mails = received("slackStub"), received("mailStub")
    pages = {
        "slack-alert": newest(posts, lambda m: headline(m).startswith("🔴") and headline(m).endswith("(high)")),
        "slack-resolved": newest(posts, lambda m: headline(m).startswith("✅")),
        "slack-digest": newest(posts, lambda m: headline(m).startswith("📋")),
    }
    letters = {
        "mail-alert": newest(mails, lambda m: m["subject"].endswith("(high)")),
        "mail-digest": newest(mails, lambda m: "Your accounts" in m["subject"]),
    }
    for name, message in pages.items():
        if message:
            Path(folder, name + ".html").write_text(slack(message))
    for name, mail in letters.items():
        if mail:
            Path(folder, name + ".html").write_text(mail["html"])


main(*sys.argv[1:])
