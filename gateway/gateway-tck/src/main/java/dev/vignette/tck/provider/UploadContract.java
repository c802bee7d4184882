package dev.vignette.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.portrait.Kind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.provider.ReferencePhoto;
import dev.vignette.provider.Submission;
import dev.vignette.provider.UploadsPhotos;
import dev.vignette.provider.UploadsPhotos.Upload;
import dev.vignette.tck.Orders;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** An upload costs nothing and is no part of the order, which is one call. */
public interface UploadContract extends VendorUnderTest {

    /** A vendor that has taken nothing yet. */
    LiveVendor vendor();

    @Test
    default void anUploadCostsNothingAndMayBeRepeated() {
        try (LiveVendor vendor = vendor()) {
            ImageProvider adapter = vendor.adapter(Clock.systemUTC());
            ReferencePhoto large = large(adapter);

            Upload first = ((UploadsPhotos) adapter).upload(large);
            Upload second = ((UploadsPhotos) adapter).upload(large);

            assertThat(first)
                    .isInstanceOfSatisfying(
                            Upload.Ready.class,
                            ready -> {
                                assertThat(ready.photo().link()).isPresent();
                                assertThat(ready.photo().facts()).isEqualTo(large.facts());
                            });
            assertThat(second).isInstanceOf(Upload.Ready.class);
            assertThat(vendor.accepted()).isZero();
        }
    }

    @Test
    default void anOrderWithAnUploadedPhotoIsDelivered() {
        try (LiveVendor vendor = vendor()) {
            ImageProvider adapter = vendor.adapter(Clock.systemUTC());
            Upload.Ready upload = (Upload.Ready) ((UploadsPhotos) adapter).upload(large(adapter));

            Submission submission = adapter.submit(with(upload.photo()));

            assertThat(submission).isInstanceOf(Submission.Finished.class);
            assertThat(vendor.accepted()).isEqualTo(1);
        }
    }

    @Test
    default void aPhotoThatNeedsNoUploadIsReadyWithoutACall() {
        try (Replay replay = Replay.silent(this)) {
            UploadsPhotos adapter = (UploadsPhotos) replay.adapter();
            ReferencePhoto linked = Orders.photoAt(URI.create("https://gateway.test/in/1.png"));

            assertThat(adapter.upload(Orders.photo())).isInstanceOf(Upload.Ready.class);
            assertThat(adapter.upload(linked)).isEqualTo(new Upload.Ready(linked));
            assertThat(replay.requests()).isZero();
        }
    }

    @Test
    default void aFailedUploadOrdersNothing() {
        try (Replay replay = Replay.silent(this)) {
            ImageProvider adapter = replay.adapter();

            Upload upload = ((UploadsPhotos) adapter).upload(large(adapter));

            assertThat(upload)
                    .isInstanceOfSatisfying(
                            Upload.Failed.class,
                            failed -> assertThat(failed.failure().detail()).isNotBlank());
            assertThat(replay.orders()).isZero();
        }
    }

    @Test
    default void anOrderIsExactlyOneCallWhateverItsPhoto() {
        try (Replay replay = Replay.silent(this)) {
            ImageProvider adapter = replay.adapter();
            ReferencePhoto linked = Orders.photoAt(URI.create("https://gateway.test/in/1.png"));

            adapter.submit(with(linked));
            assertThat(replay.requests()).isEqualTo(1);

            adapter.submit(with(Orders.photo()));
            assertThat(replay.requests()).isEqualTo(2);
        }
    }

    @Test
    default void anOrderWhosePhotoShouldHaveBeenUploadedIsRefusedWithoutACall() {
        try (Replay replay = Replay.silent(this)) {
            ImageProvider adapter = replay.adapter();

            Submission submission = adapter.submit(with(large(adapter)));

            assertThat(submission).isInstanceOf(Submission.Refused.class);
            assertThat(replay.requests()).isZero();
        }
    }

    /** One that fits into no order. */
    private static ReferencePhoto large(ImageProvider adapter) {
        long inline = adapter.capabilities(Kind.PORTRAIT_SERIES).orElseThrow().inlinePhotoBytes();
        return Orders.photoOfSize(Math.toIntExact(inline + 1));
    }

    private static Order with(ReferencePhoto photo) {
        return Orders.valid().photo(photo).order();
    }
}
