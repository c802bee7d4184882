package dev.vignette.simulation.sabotage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import java.util.function.Function;

/** Parts that do what others do, except for one thing. */
final class Replaced {
    private Replaced() {}

    /** That part with one method replaced. */
    static <T> T method(
            Class<T> port, T part, String name, Function<Object[], Object> replacement) {
        return proxy(
                port,
                (method, arguments) ->
                        method.getName().equals(name)
                                ? replacement.apply(arguments)
                                : invoke(part, method, arguments));
    }

    /** That part with something done before each call. */
    static <T> T before(Class<T> port, T part, Consumer<Object[]> first) {
        return proxy(
                port,
                (method, arguments) -> {
                    first.accept(arguments);
                    return invoke(part, method, arguments);
                });
    }

    private interface Call {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> port, Call call) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) ->
                                call.answer(
                                        method, arguments == null ? new Object[0] : arguments)));
    }

    private static Object invoke(Object part, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(part, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
