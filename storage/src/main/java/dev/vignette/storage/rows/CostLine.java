package dev.vignette.storage.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.generation.Charge;
import dev.vignette.money.Money;
import dev.vignette.store.LedgerEntry;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One charge as a line of the cost log. */
final class CostLine {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private CostLine() {}

    /** The line, without its end. */
    static String of(LedgerEntry entry) {
        Charge charge = entry.charge();
        ObjectNode line = MAPPER.createObjectNode();
        line.put("sequence", entry.sequence());
        line.put("charge_id", charge.id());
        line.put("type", "charge");
        line.put("charged_at", charge.chargedAt().toString());
        line.put("provider", charge.provider());
        line.put("adapter", charge.adapter());
        line.put("model", charge.model());
        line.put("model_version", charge.modelVersion());
        line.put("provider_id", charge.providerId());
        line.put("generation_id", charge.generation() == null ? null : charge.generation().value());
        line.put("attempt", charge.attemptNumber());
        line.put("client", charge.client());
        line.put("kind", charge.kind() == null ? null : charge.kind().wireName());
        line.put("images", charge.images());
        addMoney(line, charge);
        line.put("outcome", charge.outcome());
        line.set("labels", MAPPER.valueToTree(new TreeMap<>(charge.labels())));
        line.put("sandbox", charge.sandbox());
        return text(line);
    }

    private static void addMoney(ObjectNode line, Charge charge) {
        Money amount = charge.cost().money();
        line.put("gpu_seconds", charge.gpuSeconds());
        line.put("quantity", charge.quantity());
        line.put("unit", charge.unit() == null ? null : charge.unit().wireName());
        line.put("unit_price", price(charge.unitPrice()));
        line.put("amount", amount == null ? null : amount.text());
        line.put("currency", amount == null ? null : amount.currency().getCurrencyCode());
        line.put("certainty", charge.cost().certainty().wireName());
        line.put("price_version", charge.priceVersion());
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
