package dev.vignette.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Notice;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.Range;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.provider.Submission;
import dev.vignette.provider.Support;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WebhookCall;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A provider that declares what it could do and is never asked to. Its calls are the job's id as
 * text; those that say {@code forged} are not its own, and {@code later} comes too early.
 */
record DeclaredProvider(String name, int mostPictures) implements ImageProvider, SendsWebhooks {

    @Override
    public Notice read(WebhookCall call) {
        String job = new String(call.body(), UTF_8);
        return switch (job) {
            case "forged" -> new Notice.Refused("not signed by us");
            case "later" -> new Notice.NotNow("the secret cannot be read");
            default -> new Notice.Proven("call-" + job, TaskHandle.of(job));
        };
    }

    @Override
    public Optional<Capabilities> capabilities(Kind kind) {
        Map<Member, Support> members = new EnumMap<>(Member.class);
        for (Member member : Member.values()) {
            members.put(member, new Support.Unable("cannot"));
        }
        members.put(Member.COUNT, new Support.Honoured(new Range.Whole(1, mostPictures)));
        return Optional.of(
                new Capabilities(
                        kind, "model", null, members, 1, 1_000_000, false, Duration.ofHours(1)));
    }

    @Override
    public Submission submit(Order order) {
        throw new UnsupportedOperationException("never asked");
    }

    @Override
    public Progress check(TaskHandle task) {
        throw new UnsupportedOperationException("never asked");
    }

    /** It has no connections. */
    @Override
    public void close() {}
}
