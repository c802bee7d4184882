package dev.vignette.storage.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.tck.objects.LinkedObjectStoreContract;
import dev.vignette.tck.objects.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class S3ObjectStoreTest implements LinkedObjectStoreContract {
    private static final Content PICTURE = Content.of(new byte[] {1, 2, 3}, "image/png");

    @TempDir private static Path folder;
    private static S3Server server;

    private S3ObjectStore store;

    @BeforeAll
    static void startServer() throws IOException {
        server = S3Server.start(folder);
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() throws IOException {
        server.empty();
        store = S3Stores.at(server.endpoint());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public ObjectStore reopened() {
        return S3Stores.at(server.endpoint());
    }

    @Test
    void verifiesABucketItCanUseAndLeavesNothingInIt() throws IOException {
        store.verify();

        assertThat(server.objects()).isEmpty();
    }

    @Test
    void refusesToWorkWithAWrongSecret() {
        try (var stranger = S3Stores.at(server.endpoint(), "wrong")) {
            assertThatThrownBy(stranger::verify).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> stranger.put(KEY, PICTURE))
                    .isInstanceOf(StoreUnavailable.class);
        }

        assertThat(store.find(KEY)).isEmpty();
    }

    @Test
    void refusesToWorkWithABucketThatIsNotThere() {
        var settings = new S3Settings("elsewhere", server.endpoint(), null, true);
        try (var lost = new S3ObjectStore(settings, S3Stores.credentials())) {
            assertThatThrownBy(lost::verify).isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void isUnavailableWhileTheServerIsDownAndWorksAgainAfterwards() throws IOException {
        store.put(KEY, PICTURE);
        var later = new ObjectKey("gen_2/images/0.png");

        server.interrupt();

        assertThatThrownBy(() -> store.put(later, PICTURE)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.find(KEY)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.delete(KEY)).isInstanceOf(StoreUnavailable.class);

        server.resume();

        assertThat(store.find(KEY)).contains(PICTURE.facts());
        assertThatCode(() -> store.put(later, PICTURE)).doesNotThrowAnyException();
    }

    @Test
    void cutsTheLifeOfALinkToWhatS3Allows() {
        var link = store.link(KEY, Duration.ofDays(30)).orElseThrow();

        assertThat(link.getQuery()).contains("X-Amz-Expires=604800");
    }
}
