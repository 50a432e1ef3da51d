package dev.bellwether.local.standin;

/** The frame of the stand-ins' pages, and the escaping of everything that others wrote. */
final class Html {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:46rem;padding:1rem;background:#f6f6f4;color:#1d1c1d}
            h1{font-size:1.3rem}article{background:#fff;border:1px solid #ddd;border-radius:8px;margin:1rem 0;padding:.8rem 1rem}
            header{color:#666;font-size:.85rem}h2{font-size:1.05rem;margin:.3rem 0}p{margin:.4rem 0;overflow-wrap:anywhere}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}iframe{width:100%;height:26rem;border:1px solid #ddd}
            .fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.3rem .8rem}
            .context{color:#666;font-size:.85rem}.button{border:1px solid #bbb;border-radius:6px;display:inline-block;margin:.2rem .4rem .2rem 0;padding:.2rem .7rem}
            """;

    private Html() {}

    static String page(String title, String articles) {
        return """
            <!doctype html><html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta http-equiv="refresh" content="20"><title>%s</title><style>%s</style></head>
            <body><h1>%s</h1>%s</body></html>
            """.formatted(
                        escaped(title),
                        STYLE,
                        escaped(title),
                        articles.isEmpty() ? "<p>Nothing has arrived yet.</p>" : articles);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
