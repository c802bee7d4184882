package dev.vignette.engine.route;

import static dev.vignette.portrait.Fit.Outcome.ADAPTED;
import static dev.vignette.portrait.Fit.Outcome.DROPPED;

import dev.vignette.portrait.Fit;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.portrait.Style;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.Range;
import dev.vignette.provider.Support;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one provider would treat one request.
 *
 * @param fit the members the caller set that it would not deliver as asked
 * @param followed every set member it honours or adapts
 */
public record Assessment(List<Fit> fit, Set<Member> followed) {

    public Assessment {
        fit = List.copyOf(fit);
        followed = Set.copyOf(followed);
    }

    /** Compares what is asked with what is declared. */
    public static Assessment of(PortraitRequest request, Capabilities capabilities) {
        List<Fit> fit = new ArrayList<>();
        Set<Member> followed = EnumSet.noneOf(Member.class);
        for (Map.Entry<Member, Object> set : request.values().entrySet()) {
            Member member = set.getKey();
            boolean asked = request.asked().contains(member);
            switch (capabilities.support(member)) {
                case Support.Honoured(Range range) when range.accepts(set.getValue()) ->
                        followed.add(member);
                case Support.Adapted(Range range, String reason)
                        when range.accepts(set.getValue()) -> {
                    followed.add(member);
                    note(fit, asked, new Fit(member, ADAPTED, reason));
                }
                case Support.Honoured _, Support.Adapted _ ->
                        note(fit, asked, new Fit(member, DROPPED, outOfRange(member)));
                case Support.Unable(String reason) ->
                        note(fit, asked, new Fit(member, DROPPED, reason));
            }
        }
        return new Assessment(fit, followed);
    }

    /** Whether it may serve under that rule. */
    public boolean allows(OnMisfit rule) {
        return switch (rule) {
            case EXACT -> fit.isEmpty();
            case ADAPT -> fit.stream().noneMatch(entry -> entry.outcome() == DROPPED);
            case DROP -> fit.stream().noneMatch(Assessment::neverDropped);
        };
    }

    /** The members in the way under that rule. */
    public List<Member> misfits(OnMisfit rule) {
        return fit.stream()
                .filter(entry -> rule == OnMisfit.EXACT || entry.outcome() == DROPPED)
                .map(Fit::member)
                .toList();
    }

    /** What an order may carry: nothing the provider does not follow. */
    public Style style(Style asked) {
        return asked.only(followed);
    }

    /** Leaving these out would hand over something else than was ordered, or less safely. */
    private static boolean neverDropped(Fit entry) {
        return entry.outcome() == DROPPED
                && (entry.member() == Member.SAFETY_TOLERANCE || entry.member() == Member.COUNT);
    }

    private static void note(List<Fit> fit, boolean asked, Fit entry) {
        if (asked || neverDropped(entry)) {
            fit.add(entry);
        }
    }

    private static String outOfRange(Member member) {
        return "this " + member.wireName() + " is outside the provider's range";
    }
}
