package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.portrait.ContentHash;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Multipart;
import dev.vignette.sandbox.ReferencePhotos;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.Request;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The account's files; each lives 24 hours, as was recorded. */
final class Uploads {
    private static final int LARGEST = 100 * 1024 * 1024;
    private static final Duration LIFE = Duration.ofHours(24);

    private final URI address;
    private final Clock clock;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final Shared<Bytes> contents = new Shared<>();

    private record Upload(String id, Multipart.Part part, Instant createdAt) {}

    /**
     * Files that are served below that address, for example {@code http://127.0.0.1:1/v1/files}.
     */
    Uploads(URI address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    Reply create(Request request) {
        Multipart.Part part = request.parts().get("content");
        if (part == null) {
            return Problems.unprocessable(List.of("content is required"));
        }
        if (part.content().length() > LARGEST) {
            return Reply.json(
                    413, Json.object().put("detail", "File is too large").put("status", 413));
        }
        Multipart.Part kept =
                new Multipart.Part(
                        part.fileName(), part.contentType(), contents.one(part.content()));
        Upload upload = new Upload(UUID.randomUUID().toString(), kept, clock.instant());
        uploads.values().removeIf(old -> !isAlive(old));
        uploads.put(upload.id(), upload);
        return Reply.json(201, described(upload));
    }

    Reply show(Request request) {
        return find(request.variable("id"))
                .<Reply>map(upload -> Reply.json(200, described(upload)))
                .orElseGet(Problems::notFound);
    }

    Reply delete(Request request) {
        return uploads.remove(request.variable("id")) == null
                ? Problems.notFound()
                : Reply.empty(204);
    }

    /** The photo behind one of our own addresses, any other link, or a data URI. */
    Optional<Bytes> read(String reference) {
        String own = address + "/";
        return reference.startsWith(own)
                ? find(reference.substring(own.length())).map(upload -> upload.part().content())
                : ReferencePhotos.read(reference);
    }

    private Optional<Upload> find(String id) {
        return Optional.ofNullable(uploads.get(id)).filter(this::isAlive);
    }

    private boolean isAlive(Upload upload) {
        return upload.createdAt().plus(LIFE).isAfter(clock.instant());
    }

    private ObjectNode described(Upload upload) {
        Bytes content = upload.part().content();
        ObjectNode body =
                Json.object()
                        .put("id", upload.id())
                        .put("content_type", upload.part().contentType())
                        .put("size", content.length())
                        .put("created_at", upload.createdAt().toString())
                        .put("expires_at", upload.createdAt().plus(LIFE).toString());
        body.putObject("metadata");
        body.putObject("checksums").put("sha256", ContentHash.of(content.array()).hex());
        body.putObject("urls").put("get", address + "/" + upload.id());
        return body;
    }
}
