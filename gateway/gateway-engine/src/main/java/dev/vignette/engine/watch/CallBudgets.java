package dev.vignette.engine.watch;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Waits;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** One budget of calls for each configured account; a new one when its limit is changed. */
public final class CallBudgets {
    private final Map<Account, CallBudget> budgets = new ConcurrentHashMap<>();
    private final Waits waits;

    /** Full ones. */
    public CallBudgets(Waits waits) {
        this.waits = waits;
    }

    /** The account's budget. */
    public CallBudget of(ProviderSlot slot) {
        Account account = new Account(slot.provider().name(), slot.limits().readsPerMinute());
        return budgets.computeIfAbsent(
                account, _ -> new CallBudget(account.callsPerMinute(), waits));
    }

    private record Account(String name, OptionalInt callsPerMinute) {}
}
