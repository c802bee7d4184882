package dev.vignette.server.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;

/** The frame of the plain pages for people: no script, nothing from elsewhere. */
public final class Pages {
    private static final MediaType HTML =
            MediaType.of(MediaType.TEXT_HTML + ";charset=" + StandardCharsets.UTF_8);
    private static final String FRAME =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} - Vignette</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
                   color: #222; background: #fff; }
            table { border-collapse: collapse; } td, th { text-align: left; padding: .2rem 1rem .2rem 0; }
            h2 { font-size: 1.1rem; margin-bottom: .2rem; } a { color: #0b57a4; }
            @media (prefers-color-scheme: dark) {
              body { color: #ddd; background: #161616; } a { color: #8ab8f0; } }
            </style>
            </head>
            <body>
            <h1>{title}</h1>
            {body}
            </body>
            </html>
            """;

    private Pages() {}

    /**
     * A page.
     *
     * @param title plain text
     * @param body HTML
     */
    public static MutableHttpResponse<String> page(String title, String body) {
        return HttpResponse.ok(FRAME.replace("{title}", escaped(title)).replace("{body}", body))
                .contentType(HTML)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff");
    }

    /** Plain text, fit to stand in HTML. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
