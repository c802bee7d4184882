package dev.vignette.server.http.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.server.http.problem.ProblemException;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes a multipart form apart. */
final class FormFields {

    /** One part of a form. */
    sealed interface Part {
        /** The field's name. */
        String name();

        /** A text field. */
        record Text(String name, String value) implements Part {}

        /** A file. */
        @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would cost 15 MB
        record File(String name, byte[] bytes) implements Part {}
    }

    private FormFields() {}

    /** The parts of the form, in their order. */
    static List<Part> read(byte[] body, String contentType) {
        FullHttpRequest request =
                new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        if (!HttpPostRequestDecoder.isMultipart(request)) {
            throw unreadable(); // without a boundary
        }
        try {
            return parts(request);
        } catch (ErrorDataDecoderException | IOException e) {
            throw unreadable();
        }
    }

    private static List<Part> parts(FullHttpRequest request) throws IOException {
        HttpPostMultipartRequestDecoder decoder =
                new HttpPostMultipartRequestDecoder(
                        new DefaultHttpDataFactory(false, UTF_8), request, UTF_8);
        try {
            if (decoder.currentPartialHttpData() != null) {
                throw unreadable(); // it ends in the middle of a part
            }
            List<Part> parts = new ArrayList<>();
            for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
                parts.add(part(data));
            }
            return parts;
        } finally {
            decoder.destroy();
        }
    }

    private static Part part(InterfaceHttpData data) throws IOException {
        return switch (data) {
            case FileUpload file ->
                    new Part.File(file.getName(), ByteBufUtil.getBytes(file.content()));
            case Attribute text -> new Part.Text(text.getName(), text.getString(UTF_8));
            default -> throw unreadable();
        };
    }

    private static ProblemException unreadable() {
        return Problem.of(
                        ProblemCode.MALFORMED_MULTIPART, ProblemCode.MALFORMED_MULTIPART.meaning())
                .asException();
    }
}
