package dev.vignette.server.http.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Signs short texts with HMAC-SHA256. */
final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prototype;

    Signatures(SecretKey key) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key for " + ALGORITHM, e);
        }
    }

    /** The signature, 43 characters that need no escaping in an address. */
    String sign(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(text));
    }

    /** Whether the signature is that of the text, in a time that tells nothing about it. */
    boolean valid(String text, String signature) {
        return MessageDigest.isEqual(sign(text).getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = (Mac) prototype.clone();
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this platform's " + ALGORITHM + " clones", e);
        }
    }
}
