package dev.vignette.simulation.check;

import dev.vignette.ledger.Charge;
import dev.vignette.money.Certainty;
import dev.vignette.simulation.vendor.Job;
import dev.vignette.simulation.vendor.Vendor;
import dev.vignette.simulation.world.Operator;
import dev.vignette.simulation.world.World;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;

/** Estimates are left out: they say of themselves that they may be wrong. */
final class LedgerIsInvoice implements Invariant {
    @Override
    public String number() {
        return "I9";
    }

    @Override
    public String sentence() {
        return "what the ledger is certain of is what the provider bills";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        Ledger.of(world)
                .filter(charge -> charge.cost().certainty() != Certainty.ESTIMATED)
                .forEach(charge -> compare(world, charge, broken));
    }

    private static void compare(World world, Charge charge, Consumer<String> broken) {
        Optional<Job> job =
                world.vendors().stream()
                        .filter(vendor -> vendor.name().equals(charge.work().provider()))
                        .findFirst()
                        .flatMap(vendor -> job(vendor, charge));
        int billed = job.map(known -> known.billed(world.scene().scheduler().now())).orElse(0);
        BigDecimal owed = Operator.PRICE.multiply(BigDecimal.valueOf(billed));
        String text = charge.cost().amount().map(money -> money.text()).orElse("unknown");
        if (text.equals("unknown") || new BigDecimal(text).compareTo(owed) != 0) {
            broken.accept(
                    "%s was charged %s and billed %s"
                            .formatted(charge.work().attempt(), text, owed));
        }
    }

    private static Optional<Job> job(Vendor vendor, Charge charge) {
        return Optional.ofNullable(charge.work().providerId()).flatMap(vendor::job);
    }
}
