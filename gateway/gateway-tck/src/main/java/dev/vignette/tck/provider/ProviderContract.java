package dev.vignette.tck.provider;

/** Everything an adapter must do with what a vendor may answer. */
public interface ProviderContract
        extends SubmitContract,
                CheckContract,
                EndContract,
                LineContract,
                DeclarationContract,
                SecrecyContract {}
