package dev.vignette.server.http.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every reason for which this gateway refuses a request. */
public enum ProblemCode {
    MALFORMED_JSON(
            400,
            "The body is not JSON",
            "The request's body could not be read as one JSON object in UTF-8.",
            "Check quotes, commas and brackets, and that nothing follows the closing brace."),
    MALFORMED_MULTIPART(
            400,
            "The form cannot be read",
            "The body is not the multipart form that its Content-Type announces.",
            "Let your HTTP library build the form; do not set the boundary by hand."),
    INVALID_IDEMPOTENCY_KEY(
            400,
            "The idempotency key cannot be used",
            "Idempotency-Key takes 1 to 255 visible ASCII characters, bare or in double quotes.",
            "Send one such header; a random UUID is a good key."),
    CREDENTIAL_IN_QUERY(
            400,
            "A key does not belong into an address",
            "Addresses end up in logs and histories, so a key in the query string is refused.",
            "Send it as a header, Authorization: Bearer KEY, and replace the key that was sent."),
    BAD_REQUEST(
            400,
            "The request cannot be understood",
            "The request does not follow HTTP, or lacks something this address needs.",
            "Compare it with the description of the API under /docs."),
    UNAUTHENTICATED(
            401,
            "A valid key is needed",
            "No key was sent, or it is unknown, or it has expired.",
            "Send Authorization: Bearer KEY. Keys are given out by whoever runs this gateway."),
    BUDGET_EXCEEDED(
            402,
            "The budget is used up",
            "What this would cost is more than a budget has left for the present day or month.",
            "Wait for the next period, or ask whoever runs this gateway for more."),
    FORBIDDEN(
            403,
            "Not allowed",
            "The key is valid but does not have the scope that is needed, or a signed link is"
                    + " wrong or has expired.",
            "Ask for the scope, or read the generation again for a fresh link."),
    NOT_FOUND(
            404,
            "There is nothing here",
            "The address is unknown, or what it names does not exist or belongs to somebody else.",
            "Check the address and the id."),
    METHOD_NOT_ALLOWED(
            405,
            "The method does not fit this address",
            "The address exists, but not for this HTTP method.",
            "The Allow header lists the methods it takes."),
    NOT_ACCEPTABLE(
            406,
            "No such representation",
            "The Accept header asks for a media type this address does not produce.",
            "Accept application/json, or what the API's description names."),
    ALREADY_FINISHED(
            409,
            "It is over already",
            "The generation ended before it could be called off.",
            "Read it to see how it ended."),
    NO_EARLIER_VERSION(
            409,
            "There is nothing to go back to",
            "No version of the configuration is before the one in force, or it cannot be used any"
                    + " more.",
            "Read /v1/config to see which versions there are, and change the file."),
    MONTH_NOT_OVER(
            409,
            "The month goes on",
            "A month is closed an hour after its end: until then charges of it may be written.",
            "Wait until it is over, or compare without closing."),
    MONTH_CLOSED(
            409,
            "The month is closed already",
            "A month is closed once for each provider. What is corrected afterwards is dated then.",
            "Send the invoice without close: corrections of a closed month are written as of now."),
    AMBIGUOUS_LINES(
            409,
            "Some lines could be several charges",
            "Lines without an id are matched by time and amount, and for some of them two charges"
                    + " are as near. Nothing was written.",
            "Read the comparison's lines, put the id of the right charge into the file, and send it"
                    + " again."),
    ERASED(
            410,
            "It was erased",
            "The contents of this generation were deleted on request. Only its amounts remain.",
            "Nothing can bring it back; ask for new pictures."),
    TOO_LARGE(
            413,
            "Too large",
            "A photo may have 15,000,000 bytes and a whole request 22 MB; an invoice may have"
                    + " 256,000,000 bytes.",
            "Send a smaller photo; about 2000 pixels a side are plenty."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body's media type is not taken",
            "This address takes application/json or multipart/form-data.",
            "Set Content-Type to what the body is."),
    UNSUPPORTED_IMAGE_TYPE(
            415,
            "Not a photo of a known type",
            "The first bytes of the file are none of JPEG, PNG or WebP. Its name does not matter.",
            "Convert the photo to JPEG, PNG or WebP."),
    INVALID_REQUEST(
            422,
            "Some members are at fault",
            "Members are missing, unknown, of the wrong type or out of range. errors lists every"
                    + " one with a JSON Pointer.",
            "Correct all of them and send the request again; nothing was spent."),
    INVALID_IMAGE(
            422,
            "The photo is broken",
            "The photo's type is known but the file cannot be read, or its base64 is wrong.",
            "Open and save it again with a picture editor, or encode it again."),
    IMAGE_TOO_MANY_PIXELS(
            422,
            "Too many pixels",
            "A photo may have 8192 pixels a side and 40 megapixels.",
            "Scale it down; about 2000 pixels a side are plenty."),
    IMAGE_URL_FORBIDDEN(
            422,
            "The photo's address may not be fetched",
            "Photos are fetched from public https addresses only.",
            "Host the photo publicly, or send it inside the request."),
    IMAGE_FETCH_FAILED(
            422,
            "The photo could not be fetched",
            "The address did not answer with a photo in time.",
            "Check that it opens without a login, or send the photo inside the request."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The idempotency key was used for something else",
            "A key stands for one request for 7 days, and this content is another.",
            "Use a new key for a new request, and the same key only to repeat one."),
    NO_ROUTE(
            422,
            "No provider can serve this",
            "No provider may or can make these pictures as asked. candidates says why for each.",
            "Leave out the members named there, or choose the on_misfit that helps."),
    COST_LIMIT(
            422,
            "It would cost too much",
            "The pictures would cost more than the request allows.",
            "Raise max_cost or ask for fewer pictures."),
    RATE_LIMITED(
            429,
            "Too many requests",
            "This client sends more requests in a minute than it may.",
            "Wait as long as Retry-After says."),
    INTERNAL_ERROR(
            500,
            "Something went wrong here",
            "The gateway failed. Its operator finds the cause under the request's id.",
            "Repeat the request with the same Idempotency-Key: nothing is bought twice."),
    UNAVAILABLE(
            503,
            "Not possible now",
            "The gateway cannot accept this at the moment.",
            "Repeat it as late as Retry-After says, with the same Idempotency-Key.");

    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    ProblemCode(int status, String title, String meaning, String remedy) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The HTTP status it is sent with. */
    public int status() {
        return status;
    }

    /** A few words that never change for this code. */
    public String title() {
        return title;
    }

    /** What it means, for people. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it, for people. */
    public String remedy() {
        return remedy;
    }

    /** The code on the wire, for example {@code malformed_json}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code of that wire name, or empty when there is none. */
    public static Optional<ProblemCode> of(String wireName) {
        return Arrays.stream(values()).filter(code -> code.wireName().equals(wireName)).findFirst();
    }

    /** What a status without a more exact cause stands for. */
    public static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        };
    }
}
