package dev.vignette.engine.plan;

import dev.vignette.engine.plan.Forecast.Dishonoured;
import dev.vignette.engine.plan.Forecast.Moved;
import dev.vignette.engine.plan.Forecast.Shift;
import dev.vignette.engine.plan.Forecast.Unserved;
import dev.vignette.engine.route.Contender;
import dev.vignette.engine.route.Demand;
import dev.vignette.engine.route.Shortlist;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what becomes of demands, one after the other. */
final class Tally {
    private static final int SCALE = 3;

    private final Instant from;
    private final Instant to;
    private final Map<Kind, Map<String, Pair>> shares = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    private final Map<Member, Asked> members = new EnumMap<>(Member.class);
    private final Map<String, Client> clients = new TreeMap<>();
    private final Map<String, Unserved> unserved = new TreeMap<>();
    private final Bills bills = new Bills();
    private int demands;

    Tally(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    void add(Demand demand, Outlook now, Outlook then, Shortlist after) {
        Kind kind = demand.request().kind();
        demands++;
        kinds.merge(kind, 1, Integer::sum);
        BigDecimal moved = BigDecimal.ZERO;
        for (String provider : providers(now, then)) {
            Pair pair = new Pair(now.of(provider), then.of(provider));
            shares.computeIfAbsent(kind, _ -> new TreeMap<>()).merge(provider, pair, Pair::plus);
            moved = moved.add(pair.now().subtract(pair.then()).max(BigDecimal.ZERO));
        }
        clients.merge(demand.client(), new Client(1, moved), Client::plus);
        bills.add(now, then);
        demand.request().asked().forEach(member -> ask(member, now, then));
        if (then.nobody() && !now.nobody()) {
            leave(demand, after);
        }
    }

    Forecast forecast() {
        return new Forecast(
                from,
                to,
                demands,
                shifts(),
                bills.in30Days(from, to),
                lost(),
                moved(),
                List.copyOf(unserved.values()));
    }

    private void ask(Member member, Outlook now, Outlook then) {
        members.merge(
                member,
                new Asked(1, new Pair(honoured(member, now), honoured(member, then))),
                Asked::plus);
    }

    private void leave(Demand demand, Shortlist after) {
        Kind kind = demand.request().kind();
        String reason =
                after.ruledOut().stream()
                        .map(out -> out.candidate().provider() + ": " + out.candidate().reason())
                        .reduce((one, other) -> one + "; " + other)
                        .orElse("nobody is on the route");
        unserved.merge(
                kind + " " + demand.client(),
                new Unserved(kind, demand.client(), 1, reason),
                (one, other) -> new Unserved(kind, one.client(), one.demands() + 1, one.reason()));
    }

    private List<Shift> shifts() {
        List<Shift> shifts = new ArrayList<>();
        shares.forEach((kind, parts) -> {
            BigDecimal all = BigDecimal.valueOf(kinds.getOrDefault(kind, 1));
            parts.forEach((provider, pair) ->
                    shifts.add(
                            new Shift(
                                    kind,
                                    provider,
                                    part(pair.now(), all),
                                    part(pair.then(), all))));
        });
        return shifts;
    }

    private List<Dishonoured> lost() {
        return members.entrySet().stream()
                .filter(asked -> asked.getValue().honoured().falls())
                .map(asked ->
                        new Dishonoured(
                                asked.getKey(),
                                asked.getValue().times(),
                                rounded(asked.getValue().honoured().now()),
                                rounded(asked.getValue().honoured().then())))
                .toList();
    }

    private List<Moved> moved() {
        return clients.entrySet().stream()
                .filter(client -> client.getValue().moved().signum() > 0)
                .map(client ->
                        new Moved(
                                client.getKey(),
                                client.getValue().demands(),
                                rounded(client.getValue().moved())))
                .toList();
    }

    private static Set<String> providers(Outlook now, Outlook then) {
        Set<String> names = new TreeSet<>();
        now.chances().keySet().forEach(contender -> names.add(contender.name()));
        then.chances().keySet().forEach(contender -> names.add(contender.name()));
        return names;
    }

    /** The chance that a member is followed as asked. */
    private static BigDecimal honoured(Member member, Outlook outlook) {
        return outlook.chances().entrySet().stream()
                .filter(chance -> follows(chance.getKey(), member))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean follows(Contender contender, Member member) {
        return contender.choice().assessment().fit().stream()
                .noneMatch(fit -> fit.member() == member);
    }

    private static BigDecimal part(BigDecimal number, BigDecimal all) {
        return number.divide(all, SCALE, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    /** A number under both configurations. */
    record Pair(BigDecimal now, BigDecimal then) {
        static final Pair NOTHING = new Pair(BigDecimal.ZERO, BigDecimal.ZERO);

        Pair plus(Pair other) {
            return new Pair(now.add(other.now), then.add(other.then));
        }

        boolean falls() {
            return then.compareTo(now) < 0;
        }
    }

    private record Asked(int times, Pair honoured) {
        Asked plus(Asked other) {
            return new Asked(times + other.times, honoured.plus(other.honoured));
        }
    }

    private record Client(int demands, BigDecimal moved) {
        Client plus(Client other) {
            return new Client(demands + other.demands, moved.add(other.moved));
        }
    }
}
