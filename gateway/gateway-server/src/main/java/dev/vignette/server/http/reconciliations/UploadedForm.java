package dev.vignette.server.http.reconciliations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.portrait.ContentHash;
import dev.vignette.server.http.problem.Fault;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.server.http.problem.ProblemException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form with a file that is too large for memory: it lies on the disk until this is closed. */
final class UploadedForm implements AutoCloseable {
    /** What a file may have. */
    static final long LARGEST_FILE = 256_000_000;

    /** What the fields around it may have. */
    private static final long LARGEST_REST = 1_000_000;

    private static final int BUFFER = 65_536;
    private static final int MOST_FIELDS = 64;
    private static final int LONGEST_TEXT = 1000;
    private static final String FILE = "file";

    private final HttpPostMultipartRequestDecoder decoder;
    private final DefaultHttpDataFactory factory;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private @Nullable Path file;

    private UploadedForm(String contentType, Path folder) {
        factory = new DefaultHttpDataFactory(true, UTF_8);
        factory.setBaseDir(folder.toString());
        factory.setDeleteOnExit(false);
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        if (!HttpPostRequestDecoder.isMultipart(request)) {
            throw unreadable(); // without a boundary
        }
        decoder =
                new HttpPostMultipartRequestDecoder(
                        factory, request, UTF_8, MOST_FIELDS, (int) LARGEST_REST);
        decoder.setDiscardThreshold((int) LARGEST_REST);
    }

    /**
     * Reads the form from a stream to its end, or as far as it may go on.
     *
     * @param folder where the file lies meanwhile
     */
    static UploadedForm read(InputStream body, String contentType, Path folder) throws IOException {
        UploadedForm form = new UploadedForm(contentType, folder);
        try {
            form.take(body);
            form.sort();
            return form;
        } catch (DecoderException e) {
            form.close();
            throw unreadable();
        } catch (IOException | RuntimeException e) {
            form.close();
            throw e;
        }
    }

    /** Ends a request that announces more than a form may have. */
    static void refuseLonger(long announced) {
        if (announced > LARGEST_FILE + LARGEST_REST) {
            throw tooLarge();
        }
    }

    /** The text fields by name. */
    Map<String, String> texts() {
        return texts;
    }

    /** The file; empty when there was none. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** The hash of what the file holds. */
    static ContentHash hash(Path file) throws IOException {
        MessageDigest digest = ContentHash.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long _ = in.transferTo(OutputStream.nullOutputStream());
        }
        return ContentHash.ofDigest(digest.digest());
    }

    @Override
    public void close() {
        decoder.destroy();
        factory.cleanAllHttpData();
    }

    private void take(InputStream body) throws IOException {
        long size = 0;
        byte[] some = new byte[BUFFER];
        for (int read = body.read(some); read >= 0; read = body.read(some)) {
            size += read;
            if (size > LARGEST_FILE + LARGEST_REST) {
                throw tooLarge();
            }
            decoder.offer(new DefaultHttpContent(Unpooled.copiedBuffer(some, 0, read)));
        }
        decoder.offer(LastHttpContent.EMPTY_LAST_CONTENT);
        if (decoder.currentPartialHttpData() != null) {
            throw unreadable(); // it ends in the middle of a part
        }
    }

    private void sort() throws IOException {
        for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
            switch (data) {
                case FileUpload upload -> put(upload);
                case Attribute text -> put(text);
                default -> throw unreadable();
            }
        }
    }

    private void put(FileUpload upload) throws IOException {
        if (!upload.getName().equals(FILE)) {
            throw fault(upload.getName(), "is no file");
        }
        if (file != null) {
            throw fault(FILE, "is given twice");
        }
        if (upload.length() > LARGEST_FILE) {
            throw tooLarge();
        }
        file = upload.getFile().toPath();
    }

    private void put(Attribute text) throws IOException {
        if (text.getName().equals(FILE)) {
            throw fault(FILE, "is a file part, with a name");
        }
        if (text.length() > LONGEST_TEXT) {
            throw fault(text.getName(), "is too long");
        }
        if (texts.put(text.getName(), text.getString(UTF_8)) != null) {
            throw fault(text.getName(), "is given twice");
        }
    }

    private static ProblemException tooLarge() {
        return Problem.of(
                        ProblemCode.TOO_LARGE,
                        "An invoice may have %,d bytes.".formatted(LARGEST_FILE))
                .asException();
    }

    private static ProblemException fault(String name, String detail) {
        return Problem.faults(List.of(new Fault("/" + name, detail))).asException();
    }

    private static ProblemException unreadable() {
        return Problem.of(
                        ProblemCode.MALFORMED_MULTIPART, ProblemCode.MALFORMED_MULTIPART.meaning())
                .asException();
    }
}
