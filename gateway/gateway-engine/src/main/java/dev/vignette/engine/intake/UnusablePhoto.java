package dev.vignette.engine.intake;

import dev.vignette.engine.request.PhotoProblem;

/** Ends the reading of a photo that cannot be used, wherever in the file that shows. */
final class UnusablePhoto extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient PhotoProblem problem;

    UnusablePhoto(PhotoProblem.Kind kind, String detail) {
        super(detail, null, false, false);
        this.problem = new PhotoProblem(kind, detail);
    }

    /** A known type whose bytes are not as that type demands. */
    static UnusablePhoto broken(String what) {
        return new UnusablePhoto(PhotoProblem.Kind.INVALID, "the photo cannot be read: " + what);
    }

    static UnusablePhoto tooLarge() {
        return new UnusablePhoto(
                PhotoProblem.Kind.TOO_LARGE, "the photo is larger than 15,000,000 bytes");
    }

    static UnusablePhoto unsupported() {
        return new UnusablePhoto(
                PhotoProblem.Kind.UNSUPPORTED_TYPE, "the photo is neither JPEG nor PNG nor WebP");
    }

    PhotoProblem problem() {
        return problem;
    }
}
