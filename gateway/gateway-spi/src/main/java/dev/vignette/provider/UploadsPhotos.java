package dev.vignette.provider;

/**
 * A provider that takes some photos only as a file uploaded beforehand. An upload costs nothing and
 * may take long, so it is done before the one call that places the order is permitted.
 */
public interface UploadsPhotos {

    /**
     * Brings the photo to where the provider can read it. May be repeated, and leaves nothing that
     * has to be paid or cleaned up. A photo that can travel inside the order or that has a link is
     * ready as it is, without a call.
     */
    Upload upload(ReferencePhoto photo);

    /** What became of it. */
    sealed interface Upload {

        /**
         * The order can be placed with this photo.
         *
         * @param photo the same one, with the upload's address when it had to be uploaded
         */
        record Ready(ReferencePhoto photo) implements Upload {}

        /**
         * The provider does not have it; nothing was ordered.
         *
         * @param failure why
         */
        record Failed(ProviderFailure failure) implements Upload {}
    }
}
