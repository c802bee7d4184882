package dev.vignette.server.http.auth;

import dev.vignette.engine.request.Client;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the authenticated client to the routes that ask for one. */
@Singleton
public final class Callers implements TypedRequestArgumentBinder<Client> {
    private static final String ATTRIBUTE = Callers.class.getName();

    Callers() {}

    /** The client that calls; empty on a route that let a signature stand in for a key. */
    public static Optional<Client> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Client.class);
    }

    static void set(HttpRequest<?> request, Client client) {
        request.setAttribute(ATTRIBUTE, client);
    }

    @Override
    public Argument<Client> argumentType() {
        return Argument.of(Client.class);
    }

    @Override
    public BindingResult<Client> bind(
            ArgumentConversionContext<Client> context, HttpRequest<?> source) {
        return () -> of(source);
    }
}
