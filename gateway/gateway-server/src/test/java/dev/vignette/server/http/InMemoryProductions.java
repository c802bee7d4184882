package dev.vignette.server.http;

import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
import dev.vignette.store.ProductionStore;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Productions to be found by id, which is all that HTTP ever asks of their store. */
public final class InMemoryProductions {
    private final Map<ProductionId, Production> productions = new ConcurrentHashMap<>();

    public void add(Production production) {
        productions.put(production.id(), production);
    }

    ProductionStore store() {
        return (ProductionStore)
                Proxy.newProxyInstance(
                        ProductionStore.class.getClassLoader(),
                        new Class<?>[] {ProductionStore.class},
                        (_, method, arguments) -> answer(method, arguments));
    }

    private Object answer(Method method, @Nullable Object @Nullable [] arguments) {
        if (!method.getName().equals("find") || arguments == null) {
            throw new UnsupportedOperationException("only the engine does this");
        }
        return Optional.ofNullable(productions.get((ProductionId) arguments[0]));
    }
}
