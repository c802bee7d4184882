package dev.vignette.server.http.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.plan.Forecast;
import dev.vignette.server.http.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a file would do, on the wire.
 *
 * @param from since when generations were looked at
 * @param to until when
 * @param generations how many were bought in that time
 * @param shares what part of each kind each provider serves, from 0 to 1
 * @param money what that costs in 30 days, by the list prices of each
 * @param members the members that fewer would be honoured of
 * @param clients whose generations move
 * @param unserved what nobody would serve any more
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ConfigPlan", description = "What a file would have done to what was asked lately")
record PlanView(
        @Schema(format = "date-time") String from,
        @Schema(format = "date-time") String to,
        int generations,
        List<ShareView> shares,
        List<MoneyView> money,
        List<MemberView> members,
        List<ClientView> clients,
        List<UnservedView> unserved) {

    /** A provider's part of a kind, now and then. */
    @Serdeable.Serializable
    @Schema(name = "PlannedShare", description = "A provider's part of a kind, from 0 to 1")
    record ShareView(String kind, String provider, BigDecimal now, BigDecimal then) {}

    /** Money in 30 days, now and then; unpriced generations are counted, never taken for zero. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "PlannedMoney", description = "What a provider costs in 30 days")
    record MoneyView(
            String provider,
            String currency,
            String now,
            String then,
            BigDecimal unpricedNow,
            BigDecimal unpricedThen) {}

    /** A member that callers set, and of how many generations it is honoured, now and then. */
    @Serdeable.Serializable
    @Schema(name = "PlannedMember", description = "A member that fewer would be honoured of")
    record MemberView(String member, int asked, BigDecimal now, BigDecimal then) {}

    /** A client, and how many of its generations go elsewhere. */
    @Serdeable.Serializable
    @Schema(name = "PlannedClient", description = "A client whose generations move")
    record ClientView(String client, int generations, BigDecimal moved) {}

    /** Generations that nobody would serve. */
    @Serdeable.Serializable
    @Schema(name = "PlannedLoss", description = "Generations that nobody would serve any more")
    record UnservedView(String kind, String client, int generations, String reason) {}

    static PlanView of(Forecast forecast) {
        return new PlanView(
                Times.text(forecast.from()),
                Times.text(forecast.to()),
                forecast.demands(),
                forecast.shifts().stream()
                        .map(shift ->
                                new ShareView(
                                        shift.kind().wireName(),
                                        shift.provider(),
                                        shift.now(),
                                        shift.then()))
                        .toList(),
                forecast.money().stream()
                        .map(line ->
                                new MoneyView(
                                        line.provider(),
                                        line.currency().getCurrencyCode(),
                                        line.now().toPlainString(),
                                        line.then().toPlainString(),
                                        line.unpricedNow(),
                                        line.unpricedThen()))
                        .toList(),
                forecast.members().stream()
                        .map(lost ->
                                new MemberView(
                                        lost.member().wireName(),
                                        lost.asked(),
                                        lost.now(),
                                        lost.then()))
                        .toList(),
                forecast.clients().stream()
                        .map(moved ->
                                new ClientView(moved.client(), moved.demands(), moved.moved()))
                        .toList(),
                forecast.unserved().stream()
                        .map(lost ->
                                new UnservedView(
                                        lost.kind().wireName(),
                                        lost.client(),
                                        lost.demands(),
                                        lost.reason()))
                        .toList());
    }
}
