package dev.vignette.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.Account;
import dev.vignette.provider.Progress;
import dev.vignette.provider.Secret;
import dev.vignette.provider.Submission;
import dev.vignette.replicate.sandbox.ReplicateDoubleMain;
import dev.vignette.tck.Orders;
import io.micronaut.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The double as a process: where it was told to listen, for whoever comes and goes. */
final class ReplicateProcessTest {

    @Test
    void servesOneGatewayAfterTheOther() throws Exception {
        int port = freePort();
        Process process = start(port);
        try (BufferedReader output = process.inputReader(UTF_8)) {
            List<String> ready = List.of(output.readLine().split(" ", -1));
            assertThat(ready.subList(0, 2))
                    .containsExactly("vendor", "http://127.0.0.1:" + port + "/v1");

            Submission taken = adapter(ready).submit(Orders.valid().order());
            Submission.Finished finished = (Submission.Finished) taken;
            Progress seen = adapter(ready).check(finished.task());

            assertThat(seen).isInstanceOf(Progress.Finished.class);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static ReplicateProvider adapter(List<String> ready) {
        Account<ReplicateSettings> account =
                new Account<>(
                        "replicate",
                        Accounts.NEWEST,
                        URI.create(ready.get(1)),
                        new Secret(ready.get(3)),
                        Clock.systemUTC());
        return (ReplicateProvider) new ReplicateFactory(JsonMapper.createDefault()).open(account);
    }

    private static Process start(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplicateDoubleMain.class.getName(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
