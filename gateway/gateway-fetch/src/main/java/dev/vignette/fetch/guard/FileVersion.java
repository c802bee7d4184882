package dev.vignette.fetch.guard;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * By what an answer lets its file be recognised later, byte for byte (RFC 9110, 8.8): a strong
 * entity tag, or a date of last modification that is older than the answer itself.
 */
final class FileVersion {
    private FileVersion() {}

    /** The version of the file in that answer, or empty when it may change without our noticing. */
    static Optional<String> of(ClassicHttpResponse answer) {
        if (header(answer, HttpHeaders.ACCEPT_RANGES).filter("none"::equals).isPresent()) {
            return Optional.empty();
        }
        var tag = header(answer, HttpHeaders.ETAG);
        if (tag.isPresent()) {
            return tag.filter(FileVersion::isStrong);
        }
        return header(answer, HttpHeaders.LAST_MODIFIED).filter(date -> isOver(date, answer));
    }

    /** Whether a partial answer names another version than was asked for. */
    static boolean differs(ClassicHttpResponse part, String asked) {
        var name = isStrong(asked) ? HttpHeaders.ETAG : HttpHeaders.LAST_MODIFIED;
        return header(part, name).filter(version -> !version.equals(asked)).isPresent();
    }

    private static boolean isStrong(String tag) {
        return tag.startsWith("\"") && tag.endsWith("\"") && tag.length() > 1;
    }

    /** Within the second of its date a file may change once more and keep that date. */
    private static boolean isOver(String modified, ClassicHttpResponse answer) {
        var answered = header(answer, HttpHeaders.DATE).flatMap(FileVersion::instant);
        var changed = instant(modified);
        return answered.isPresent()
                && changed.isPresent()
                && changed.get().isBefore(answered.get());
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(ClassicHttpResponse answer, String name) {
        return Optional.ofNullable(answer.getFirstHeader(name)).map(Header::getValue);
    }
}
