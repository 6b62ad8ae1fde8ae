package org.natter.local.mailbox;

/** What the inbox's pages stand in: their head and their one style, in the colours of Natter's own pages. */
final class InboxFrame {

    private static final String STYLE = """
            :root{color-scheme:light dark;--paper:#faf7f2;--card:#fff;--ink:#1f2328;--muted:#57606a;--link:#0b5394;
              --accent:#00695c;--on-accent:#fff;--field:#767b82;--line:#e4ddd1}
            @media(prefers-color-scheme:dark){:root{--paper:#14181c;--card:#1d2329;--ink:#e8eaed;--muted:#a8b0b8;
              --link:#8ab4f8;--accent:#5cc8b7;--on-accent:#14181c;--field:#7d868f;--line:#333b43}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif;
              overflow-wrap:anywhere}
            main{max-width:56rem;margin:0 auto;padding:clamp(1rem,4vw,2.5rem)}
            h1{font-size:clamp(1.5rem,1.2rem + 1.5vw,2.1rem);line-height:1.25;margin:0 0 .4em}
            h2{font-size:1.2rem;margin:2em 0 .5em}
            a{color:var(--link)}.muted,time,.to{color:var(--muted)}
            :focus-visible{outline:3px solid #fd0;outline-offset:0;box-shadow:0 0 0 6px #000;border-radius:3px}
            .clock,.mails,pre,iframe{background:var(--card);border:1px solid var(--line);border-radius:10px}
            .clock{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem;padding:1rem 1.2rem;margin:1.5rem 0}
            .clock p{margin:0;width:100%}
            form{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .6rem;margin:0}.search{margin:1rem 0}
            button,input{font:inherit;min-height:44px;padding:.3rem 1rem;border-radius:8px;max-width:100%}
            button{font-weight:600;color:var(--on-accent);background:var(--accent);border:2px solid var(--accent)}
            button.quiet{color:var(--accent);background:none}
            input{color:var(--ink);background:var(--card);border:2px solid var(--field);padding:.3rem .7rem}
            .mails{list-style:none;padding:0;margin:0}
            .mails li{display:grid;grid-template-columns:1fr auto;gap:0 1.5rem;padding:.6rem 1.2rem}
            .mails li+li{border-top:1px solid var(--line)}.subject{font-weight:600;grid-column:1}
            .to{grid-column:1;font-size:.95rem}.to a{color:inherit}
            time{grid-area:1/2;font-size:.95rem;white-space:nowrap}
            @media(max-width:40rem){.mails li{grid-template-columns:1fr}time{grid-area:auto/1}}
            iframe{width:100%;height:42rem}
            pre{white-space:pre-wrap;padding:1rem 1.2rem;margin:0;font-size:.95rem}
            .back,.subject,.to a,summary{display:inline-block;padding:.25rem 0}
            details{margin-top:1.5rem}summary{color:var(--link);cursor:pointer;display:list-item;padding:.5rem 0}
            """;

    /** Shows new mail by itself, but never under somebody who is typing an address or a date. */
    static final String RELOADING = """
            setInterval(() => {
              const fields = [...document.querySelectorAll('input')];
              if (!fields.some(field => field === document.activeElement || field.value !== field.defaultValue)) {
                location.reload();
              }
            }, 10000);
            """;

    private InboxFrame() {}

    static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en-GB"><head><meta charset="utf-8"><title>%s - Natter's mailbox</title>
                <meta name="viewport" content="width=device-width,initial-scale=1"><style>%s</style></head>
                <body><main>%s</main></body></html>
                """.formatted(Html.escape(title), STYLE, body);
    }
}
