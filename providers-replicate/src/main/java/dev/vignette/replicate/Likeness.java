package dev.vignette.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.portrait.ContentHash;
import dev.vignette.provider.Order;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an order asks for, as one hash that can be told from Replicate's list as well. A photo that
 * travels inside the order is part of it; one that is linked or uploaded is not, for the address is
 * another one each time.
 */
final class Likeness {
    private static final String PHOTO = "input_image";
    private static final String INLINE = "data:";

    /** Of what we never ask; no hash. */
    private static final String OTHER = "another order";

    /** Where Replicate keeps files of predictions. */
    private static final Pattern MOVED =
            Pattern.compile("^https://([a-z0-9-]+\\.)*replicate\\.delivery/");

    /** What every order of ours says. */
    private static final Set<String> ALWAYS = Set.of(PHOTO, "num_images");

    private Likeness() {}

    static String of(PortraitSeries model, Order order) {
        String photo = PhotoPassage.reference(order.photo()).orElse("");
        return hash(model.input(order, photo));
    }

    /**
     * Empty when it cannot be told: the input has been removed; the model has another name, which
     * it may have internally; or the photo lies where Replicate may have put an inline one.
     */
    static Optional<String> of(PortraitSeries model, Fields prediction) {
        Fields input = prediction.object("input");
        if (input.members().isEmpty() || prediction.flag("data_removed")) {
            return Optional.empty();
        }
        if (!isOurs(input.members().keySet())) {
            return Optional.of(OTHER);
        }
        boolean ourModel =
                prediction.text("model").map(model.settings().modelName()::equals).orElse(true);
        boolean moved = input.text(PHOTO).filter(Likeness::isMoved).isPresent();
        return ourModel && !moved ? Optional.of(hash(input.members())) : Optional.empty();
    }

    private static boolean isOurs(Set<?> words) {
        return PortraitSeries.INPUTS.containsAll(words) && words.containsAll(ALWAYS);
    }

    private static boolean isMoved(String photo) {
        return MOVED.matcher(photo).find();
    }

    private static String hash(Map<?, ?> input) {
        StringBuilder text = new StringBuilder();
        for (String name : PortraitSeries.INPUTS) {
            Object value = input.get(name);
            if (value != null) {
                text.append(name).append('=').append(written(name, value)).append('\n');
            }
        }
        return ContentHash.of(text.toString().getBytes(UTF_8)).hex();
    }

    private static String written(String name, Object value) {
        if (name.equals(PHOTO)) {
            String photo = value.toString();
            return photo.startsWith(INLINE) ? ContentHash.of(photo.getBytes(UTF_8)).hex() : "";
        }
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
