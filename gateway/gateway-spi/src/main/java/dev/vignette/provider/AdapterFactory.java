package dev.vignette.provider;

import java.util.List;

/**
 * The way into one vendor's adapter; found at start as a bean. It alone tells the gateway what the
 * vendor is called, so that nothing outside the vendor's folder has to.
 *
 * @param <S> the vendor's keys in the operator's file: a record, read strictly, component {@code
 *     fooBar} from key {@code foo-bar}, absent keys as {@code null}
 */
public interface AdapterFactory<S extends Record> {

    /** The adapter's name in configuration and in the ledger, for example {@code replicate}. */
    String adapter();

    /** The record for the vendor's keys. Its compact constructor fills defaults in and checks. */
    Class<S> settingsType();

    /** Where the default account comes from. */
    AdapterEnvironment environment();

    /** The limits that hold where the operator sets none. */
    Limits limits(S settings);

    /** Host names pictures may be fetched from; a leading dot stands for any subdomain. */
    List<String> outputHosts();

    /**
     * Sentences the operator should see at start about these settings; usually none.
     *
     * @param callable whether providers can call this gateway
     */
    List<String> advice(S settings, boolean callable);

    /** Opens an account. Does not call out. */
    ImageProvider open(Account<S> account);
}
