package dev.vignette.engine.copy;

import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.Fetched;
import dev.vignette.fetch.GuardedFetch;
import dev.vignette.fetch.Landing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers each address as it was told; the last answer is given for ever. */
final class ScriptedFetch implements GuardedFetch {
    private final Map<URI, Deque<Answer>> script = new HashMap<>();
    private final List<URI> calls = new ArrayList<>();

    /** One answer. */
    interface Answer {
        Fetched into(Landing landing) throws IOException, InterruptedException;
    }

    static Answer file(byte[] bytes) {
        return landing -> {
            landing.begin(null).write(bytes);
            return new Fetched.Complete(bytes.length);
        };
    }

    static Answer text(String text) {
        return file(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Answer status(int status) {
        return _ -> new Fetched.Answered(status);
    }

    /** Half a file, then the line breaks. */
    static Answer broken(String cause) {
        return landing -> {
            landing.begin(null).write(new byte[1000]);
            return new Fetched.Broken(cause);
        };
    }

    /** The rest of a file, as far as that place, after what is here; then the line breaks. */
    static Answer until(byte[] bytes, int end) {
        return landing -> {
            int start = landing.reached().map(here -> (int) here.bytes()).orElse(0);
            OutputStream sink = start == 0 ? landing.begin("\"v1\"") : landing.goOn();
            sink.write(bytes, start, end - start);
            return end == bytes.length
                    ? new Fetched.Complete(end)
                    : new Fetched.Broken("the line was closed");
        };
    }

    synchronized ScriptedFetch at(URI address, Answer... answers) {
        script.put(address, new ArrayDeque<>(Arrays.asList(answers)));
        return this;
    }

    synchronized List<URI> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Fetched fetch(URI address, FetchRules rules, Landing landing) {
        try {
            return next(address).into(landing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.Broken("the download was stopped");
        }
    }

    private synchronized Answer next(URI address) {
        calls.add(address);
        Deque<Answer> answers = script.getOrDefault(address, new ArrayDeque<>());
        if (answers.isEmpty()) {
            throw new AssertionError("no answer for " + address);
        }
        return answers.size() == 1 ? answers.getFirst() : answers.removeFirst();
    }
}
