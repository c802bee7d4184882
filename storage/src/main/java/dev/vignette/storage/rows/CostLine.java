package dev.vignette.storage.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Line;
import dev.vignette.ledger.Work;
import dev.vignette.money.Money;
import dev.vignette.store.LedgerEntry;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One line of the ledger as a line of the cost log. */
final class CostLine {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private CostLine() {}

    /** The line, without its end. */
    static String of(LedgerEntry entry) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("sequence", entry.sequence());
        addNames(json, entry.line());
        addWork(json, entry.line().work());
        addBilling(json, entry.line().billing());
        json.put("outcome", entry.line().work().outcome());
        json.set("labels", MAPPER.valueToTree(new TreeMap<>(entry.line().work().labels())));
        json.put("sandbox", entry.line().work().sandbox());
        return text(json);
    }

    private static void addNames(ObjectNode json, Line line) {
        switch (line) {
            case Charge charge -> json.put("charge_id", charge.id());
            case Correction correction -> {
                json.put("charge_id", correction.charge());
                json.put("correction_id", correction.id());
                json.put("source", correction.source().wireName());
                json.put("reason", correction.reason());
            }
        }
        json.put("type", line.type());
        json.put("charged_at", line.at().toString());
    }

    private static void addWork(ObjectNode json, Work work) {
        json.put("provider", work.provider());
        json.put("adapter", work.adapter());
        json.put("model", work.model());
        json.put("model_version", work.modelVersion());
        json.put("provider_id", work.providerId());
        json.put("generation_id", work.generation() == null ? null : work.generation().value());
        json.put("attempt", work.attemptNumber());
        json.put("client", work.client());
        json.put("kind", work.kind() == null ? null : work.kind().wireName());
        json.put("images", work.images());
        json.put("gpu_seconds", work.gpuSeconds());
    }

    private static void addBilling(ObjectNode json, Billing billing) {
        Money amount = billing.cost().money();
        json.put("quantity", billing.quantity());
        json.put("unit", billing.unit() == null ? null : billing.unit().wireName());
        json.put("unit_price", price(billing.unitPrice()));
        json.put("amount", amount == null ? null : amount.text());
        json.put("currency", amount == null ? null : amount.currency().getCurrencyCode());
        json.put("certainty", billing.cost().certainty().wireName());
        json.put("price_version", billing.priceVersion());
    }

    /** A price is money and written like it, though it may be finer than an amount. */
    private static @Nullable String price(@Nullable BigDecimal price) {
        if (price == null) {
            return null;
        }
        BigDecimal plain = price.stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }

    private static String text(ObjectNode line) {
        try {
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always has a JSON form", e);
        }
    }
}
