package dev.vignette.server.settings;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.provider.AdapterFactory;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the providers: the keys that all have, and the vendor's own into the record that its
 * adapter names. Every adapter has an account of its own name, also when the file does not mention
 * it.
 */
final class ProviderReading {
    private static final TreeSet<String> COMMON =
            Arrays.stream(ProviderKeys.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .map(KebabCaseStrategy.INSTANCE::translate)
                    .collect(toCollection(TreeSet::new));

    private final StrictBinding binding;
    private final Map<String, AdapterFactory<?>> adapters = new TreeMap<>();

    ProviderReading(StrictBinding binding, Collection<? extends AdapterFactory<?>> adapters) {
        this.binding = binding;
        adapters.forEach(adapter -> this.adapters.put(adapter.adapter(), adapter));
    }

    List<ProviderSettings> read(Part providers) {
        Map<String, Part> all = providers.members();
        adapters.keySet().forEach(name -> all.putIfAbsent(name, providers.child(name)));
        List<ProviderSettings> read = new ArrayList<>();
        all.forEach((name, part) -> provider(name, part).ifPresent(read::add));
        return read;
    }

    private Optional<ProviderSettings> provider(String name, Part written) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            binding.fault(written, "a provider's name is up to 64 letters, digits and . _ -");
        }
        Part part = written.absent() ? empty(written) : written;
        Optional<ProviderKeys> common = binding.bind(only(part, true), ProviderKeys.class);
        String adapter = common.map(ProviderKeys::adapter).orElse(name);
        return adapter(part, adapter)
                .flatMap(factory -> binding.bind(only(part, false), factory.settingsType(), COMMON))
                .flatMap(vendor ->
                        common.map(keys -> new ProviderSettings(name, adapter, keys, vendor)));
    }

    private Optional<AdapterFactory<?>> adapter(Part part, String name) {
        AdapterFactory<?> found = adapters.get(name);
        if (found == null) {
            String known = String.join(", ", adapters.keySet());
            binding.fault(
                    part.child("adapter"),
                    "there is no adapter '" + name + "'; set 'adapter' to one of " + known);
        }
        return Optional.ofNullable(found);
    }

    private static Part empty(Part part) {
        return new Part(part.at(), JsonNodeFactory.instance.objectNode());
    }

    /** The common keys alone, or all others. What is no map stays what it is, to be refused. */
    private static Part only(Part part, boolean common) {
        if (!(part.node() instanceof ObjectNode map)) {
            return part;
        }
        ObjectNode copy = map.deepCopy();
        return new Part(part.at(), common ? copy.retain(COMMON) : copy.remove(COMMON));
    }
}
