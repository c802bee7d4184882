package dev.vignette.server.trial;

import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** What a vendor answers in place of the proper answer; that one is made when it is asked for. */
@FunctionalInterface
interface Twist {

    /** No twist. */
    Twist NONE = Supplier::get;

    /** The answer. Without a look at the proper one the vendor never took the order. */
    Reply answer(Supplier<Reply.Whole> proper);

    /** The call is refused, in the manner of Replicate. */
    static Twist refused(int status, Map<String, String> headers, String detail) {
        String body = "{\"status\":%d,\"detail\":\"%s\"}".formatted(status, detail);
        return _ -> new Reply.Whole(status, headers, Bytes.of(body));
    }

    /** A front server's page comes instead; the call was not passed on. */
    static Twist page(int status) {
        return _ -> Reply.html(status, "Please stand by");
    }

    /** The call is obeyed, and only half of the answer arrives. */
    static Twist half() {
        return proper -> new Reply.Half(proper.get());
    }

    /** The call is obeyed; the line stays silent for that long and is closed. */
    static Twist silence(Duration length) {
        return proper -> {
            Reply.Whole _ = proper.get();
            return new Reply.Late(new Reply.Cut(), length);
        };
    }

    /** The call is obeyed, and its answer comes that much later. */
    static Twist late(Duration delay) {
        return proper -> new Reply.Late(proper.get(), delay);
    }

    /** The answer comes one byte a second. */
    static Twist oneByteASecond() {
        return proper -> new Reply.Dribbled(proper.get(), Duration.ofSeconds(1));
    }
}
