package dev.vignette.engine.invoice;

import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Waits;
import dev.vignette.engine.watch.CallBudgets;
import dev.vignette.invoice.InvoicePeriod;
import dev.vignette.provider.TellsUsage;
import java.util.Optional;

/** The lists that providers keep of what was used, read within what accounts may call. */
public final class Usages {
    private final Policies policies;
    private final CallBudgets budgets;
    private final Waits waits;

    /**
     * @param policies the providers and prices
     * @param budgets what accounts may call, shared with everybody who calls
     * @param waits how the turn for a call is awaited
     */
    public Usages(Policies policies, CallBudgets budgets, Waits waits) {
        this.policies = policies;
        this.budgets = budgets;
        this.waits = waits;
    }

    /**
     * What was used in that time; empty when the provider cannot be asked or keeps no list. Reading
     * throws {@link UsageUnread} when the list cannot be read.
     */
    public Optional<InvoiceSource> of(String provider, InvoicePeriod period) {
        Policy policy = policies.inForce();
        ProviderSlot slot = policy.providers().get(provider);
        return slot != null && slot.provider() instanceof TellsUsage list
                ? Optional.of(
                        new UsageList(
                                provider, list, period, policy.prices(), budgets.of(slot), waits))
                : Optional.empty();
    }
}
