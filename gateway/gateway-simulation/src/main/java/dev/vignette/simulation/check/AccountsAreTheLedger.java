package dev.vignette.simulation.check;

import dev.vignette.ledger.Account;
import dev.vignette.ledger.Transfer;
import dev.vignette.money.Money;
import dev.vignette.simulation.world.World;
import dev.vignette.store.LedgerEntry;
import java.util.List;
import java.util.function.Consumer;

final class AccountsAreTheLedger implements Invariant {
    @Override
    public String number() {
        return "I5";
    }

    @Override
    public String sentence() {
        return "what is spent and lost is what the ledger's lines come to, and is owed to providers";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        List<Transfer> transfers = world.rows().allTransfers();
        long spent = on(Account.SPENT, transfers) + on(Account.LOST, transfers);
        long owed = -on(Account.PAYABLE, transfers) - on(Account.SUSPENSE, transfers);
        long lines =
                world.rows().ledger().after(0, Integer.MAX_VALUE).stream()
                        .map(LedgerEntry::line)
                        .flatMap(line -> line.billing().cost().amount().stream())
                        .mapToLong(Money::micros)
                        .sum();
        if (spent != lines || owed != lines) {
            broken.accept(
                    "the accounts say %d, owed are %d, the lines come to %d"
                            .formatted(spent, owed, lines));
        }
    }

    private static long on(Account account, List<Transfer> transfers) {
        return transfers.stream()
                .mapToLong(made ->
                        (made.to() == account ? made.amount().micros() : 0)
                                - (made.from() == account ? made.amount().micros() : 0))
                .sum();
    }
}
