package dev.vignette.simulation.vendor;

import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.Fetched;
import dev.vignette.fetch.GuardedFetch;
import dev.vignette.fetch.Landing;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Faults;
import dev.vignette.simulation.time.Answer;
import dev.vignette.simulation.time.Machine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;

/** One gateway's way to the pictures of all providers. */
public final class LinkFetch implements GuardedFetch {
    private static final int OK = 200;
    private static final String VERSION = "\"unchanged\"";

    private final Links links;
    private final Machine machine;
    private final Faults faults;

    /** From that machine. */
    public LinkFetch(Links links, Machine machine, Faults faults) {
        this.links = links;
        this.machine = machine;
        this.faults = faults;
    }

    @Override
    public Fetched fetch(URI address, FetchRules rules, Landing landing) {
        int status = status(address);
        if (status != OK) {
            return new Fetched.Answered(status);
        }
        byte[] picture = Links.picture(address).orElseThrow();
        int begun = landing.reached().map(here -> (int) here.bytes()).orElse(0);
        boolean breaks = faults.strikes(Fault.LINK_BROKEN);
        int arrives = breaks ? begun + (picture.length - begun) / 2 : picture.length;
        try {
            OutputStream sink = begun > 0 ? landing.goOn() : landing.begin(VERSION);
            sink.write(picture, begun, arrives - begun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return breaks
                ? new Fetched.Broken("the body ended early")
                : new Fetched.Complete(picture.length);
    }

    private int status(URI address) {
        Answer<Integer> answer = new Answer<>();
        machine.scheduler().after(links.trip(), () -> answer.give(links.status(address)));
        return answer.await();
    }
}
