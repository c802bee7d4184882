package dev.vignette.tck.objects;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The process behind {@link S3Server}: S3Proxy, until standard input ends. So it never outlives the
 * tests that started it, however those ended.
 */
final class S3ServerMain {
    private S3ServerMain() {}

    /** Starts S3Proxy with the settings file that is the one argument. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().start(S3ServerMain::endWithTheParent);
        Class.forName("org.gaul.s3proxy.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[] {"--properties", arguments[0]});
    }

    private static void endWithTheParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("standard input broke: " + e.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }
}
