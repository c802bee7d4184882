package dev.vignette.server.http;

import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.Range;
import dev.vignette.provider.Submission;
import dev.vignette.provider.Support;
import dev.vignette.provider.TaskHandle;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A provider that declares what it could do and is never asked to. */
record DeclaredProvider(String name, int mostPictures) implements ImageProvider {

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
}
