package dev.vignette.server.http.auth;

/** Where the clients in force come from. Asked for every request. */
@FunctionalInterface
public interface ClientSource {

    /** The clients in force now. */
    Clients current();
}
