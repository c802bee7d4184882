package dev.vignette.storage.rows;

import dev.vignette.portrait.Member;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.portrait.Style;
import java.util.EnumSet;
import java.util.Set;

/**
 * A request in a row: the caller's own words in columns of their own, which an erasure blanks, and
 * the rest as JSON.
 */
final class Requests {
    private static final Set<Member> KEPT =
            EnumSet.complementOf(EnumSet.of(Member.PROMPT, Member.NEGATIVE_PROMPT));

    private Requests() {}

    /** The JSON of everything but the caller's words. */
    static String withoutTexts(PortraitRequest request) {
        return Json.text(in(request, request.style().only(KEPT)));
    }

    /** The request of a row, without words when they were blanked. */
    static PortraitRequest of(Row row) {
        PortraitRequest request = Json.request(row.text("request"));
        Style style = request.style();
        return in(
                request,
                new Style(
                        row.textOrNull("prompt"),
                        row.textOrNull("negative_prompt"),
                        style.background(),
                        style.randomize(),
                        style.safetyTolerance(),
                        style.width(),
                        style.height(),
                        style.steps(),
                        style.guidance(),
                        style.seed(),
                        style.outputFormat()));
    }

    private static PortraitRequest in(PortraitRequest request, Style style) {
        return new PortraitRequest(
                request.kind(),
                request.photo(),
                request.count(),
                style,
                request.asked(),
                request.onMisfit(),
                request.providers());
    }
}
