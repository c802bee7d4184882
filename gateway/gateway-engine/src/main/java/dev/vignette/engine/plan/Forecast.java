package dev.vignette.engine.plan;

import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/**
 * What another configuration would have done to what was asked. Numbers of demands are expected
 * ones, so they may be broken.
 *
 * @param from since when demands were looked at
 * @param to until when
 * @param demands how many there were
 * @param shifts what part of each kind each provider serves
 * @param money what that costs in 30 days, by the list prices of each configuration
 * @param members the members of requests that fewer would be honoured of than now
 * @param clients whose demands move
 * @param unserved what nobody would serve any more
 */
public record Forecast(
        Instant from,
        Instant to,
        int demands,
        List<Shift> shifts,
        List<Spending> money,
        List<Dishonoured> members,
        List<Moved> clients,
        List<Unserved> unserved) {

    /**
     * A provider's part of the demands for a kind, from 0 to 1.
     *
     * @param kind the kind
     * @param provider the provider
     * @param now its part now
     * @param then its part under the other configuration
     */
    public record Shift(Kind kind, String provider, BigDecimal now, BigDecimal then) {}

    /**
     * Money in 30 days like those looked at.
     *
     * @param provider the provider
     * @param currency in which
     * @param now what it costs now
     * @param then what it costs under the other configuration
     * @param unpricedNow how many demands have no known price now, which is not zero
     * @param unpricedThen how many have none under the other configuration
     */
    public record Spending(
            String provider,
            Currency currency,
            BigDecimal now,
            BigDecimal then,
            BigDecimal unpricedNow,
            BigDecimal unpricedThen) {}

    /**
     * A member that callers set.
     *
     * @param member which
     * @param asked how many demands set it
     * @param now of how many it is honoured now
     * @param then of how many it would be
     */
    public record Dishonoured(Member member, int asked, BigDecimal now, BigDecimal then) {}

    /**
     * A client.
     *
     * @param client its name
     * @param demands how many it had
     * @param moved how many go to another provider than now
     */
    public record Moved(String client, int demands, BigDecimal moved) {}

    /**
     * Demands that nobody would serve.
     *
     * @param kind what was asked
     * @param client who asked
     * @param demands how many
     * @param reason why not, of the latest of them
     */
    public record Unserved(Kind kind, String client, int demands, String reason) {}

    public Forecast {
        shifts = List.copyOf(shifts);
        money = List.copyOf(money);
        members = List.copyOf(members);
        clients = List.copyOf(clients);
        unserved = List.copyOf(unserved);
    }
}
