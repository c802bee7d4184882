package dev.vignette.server.http.attempts;

import dev.vignette.engine.reconcile.Reviews.Action;
import dev.vignette.engine.reconcile.Reviews.Decision;
import dev.vignette.engine.request.Client;
import dev.vignette.server.http.read.JsonMembers;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what an operator decides about an attempt. */
final class DecisionReader {
    private static final Set<String> KNOWN = Set.of("action", "reason", "provider_id");
    private static final List<String> ACTIONS =
            Stream.of(Action.values()).map(Action::wireName).toList();
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_ID = 200;

    private DecisionReader() {}

    static Decision read(Client operator, byte[] body) {
        JsonMembers members = JsonMembers.read(body, KNOWN);
        String action = members.word("action", ACTIONS);
        String reason = members.text("reason", LONGEST_REASON);
        @Nullable String job = members.textOrNull("provider_id", LONGEST_ID);
        members.refuseFaults();
        return new Decision(operator.name(), Action.of(action), reason, job);
    }
}
