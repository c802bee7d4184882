package dev.vignette.server.http.reconciliations;

import dev.vignette.engine.invoice.InvoiceAnswer;
import dev.vignette.engine.invoice.InvoiceAsk;
import dev.vignette.engine.invoice.InvoiceSource;
import dev.vignette.engine.invoice.Invoices;
import dev.vignette.engine.invoice.UsageUnread;
import dev.vignette.engine.invoice.Usages;
import dev.vignette.engine.request.Client;
import dev.vignette.invoice.Finding;
import dev.vignette.invoice.InvoiceCheck;
import dev.vignette.invoice.InvoiceRefused;
import dev.vignette.portrait.ContentHash;
import dev.vignette.server.http.problem.Fault;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.server.http.problem.ProblemException;
import dev.vignette.server.http.read.JsonMembers;
import dev.vignette.server.invoice.InvoiceFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is to be compared, has it compared, and turns what cannot be into problems. */
@Singleton
final class Desk {
    private static final List<String> MEMBERS = List.of("provider", "month", "from", "to");
    private static final int LARGEST_JSON = 64_000;
    private static final int LONGEST_TEXT = 255;
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    private final Invoices invoices;
    private final Usages usages;
    private final InvoiceLayouts layouts;
    private final UploadFolder folder;

    Desk(Invoices invoices, Usages usages, InvoiceLayouts layouts, UploadFolder folder) {
        this.invoices = invoices;
        this.usages = usages;
        this.layouts = layouts;
        this.folder = folder;
    }

    /** Compares with the invoice in a form. */
    InvoiceCheck uploaded(InputStream body, String contentType, Client client) throws IOException {
        try (UploadedForm form = UploadedForm.read(body, contentType, folder.path())) {
            ReconciliationRequest wanted = ReconciliationReader.read(form.texts(), layouts);
            Path file = form.file().orElseThrow(() -> fault("/file", "is required"));
            return compared(
                    ask(wanted, UploadedForm.hash(file), client),
                    new InvoiceFile(file, wanted.columns(), wanted.credits()));
        }
    }

    /** Compares with the list that a provider keeps. Nothing is ever written by it. */
    InvoiceCheck listed(InputStream body, Client client) throws IOException {
        byte[] json = body.readNBytes(LARGEST_JSON + 1);
        if (json.length > LARGEST_JSON) {
            throw Problem.of(ProblemCode.TOO_LARGE, "The body may have 64 kB.").asException();
        }
        ReconciliationRequest wanted = ReconciliationReader.read(texts(json), layouts);
        InvoiceSource source =
                usages.of(wanted.provider(), wanted.period())
                        .orElseThrow(() ->
                                fault("/provider", "keeps no list; send its invoice as a form"));
        return compared(ask(wanted, null, client), source);
    }

    private static Map<String, String> texts(byte[] json) {
        JsonMembers members = JsonMembers.read(json, Set.copyOf(MEMBERS));
        Map<String, String> texts = new HashMap<>();
        for (String name : MEMBERS) {
            String text = members.textOrNull(name, LONGEST_TEXT);
            if (text != null) {
                texts.put(name, text);
            }
        }
        members.refuseFaults();
        return texts;
    }

    private static InvoiceAsk ask(
            ReconciliationRequest wanted, @Nullable ContentHash file, Client client) {
        return new InvoiceAsk(
                wanted.provider(),
                wanted.period(),
                file,
                client.name(),
                wanted.dryRun(),
                wanted.close());
    }

    private InvoiceCheck compared(InvoiceAsk ask, InvoiceSource source) {
        try {
            return done(invoices.compare(ask, source));
        } catch (InvoiceRefused refused) {
            throw fault("/file", String.valueOf(refused.getMessage()));
        } catch (UsageUnread unread) {
            throw later("The provider's list cannot be read: " + unread.getMessage());
        }
    }

    private static InvoiceCheck done(InvoiceAnswer answer) {
        return switch (answer) {
            case InvoiceAnswer.Done(var check) -> check;
            case InvoiceAnswer.Unclear(var check) ->
                    throw Problem.of(
                                    ProblemCode.AMBIGUOUS_LINES,
                                    "For %d lines several charges would do;"
                                                    .formatted(check.count(Finding.AMBIGUOUS))
                                            + " /v1/costs/reconciliations/"
                                            + check.id()
                                            + " has them.")
                            .asException();
            case InvoiceAnswer.Moved() ->
                    throw later("The ledger was corrected meanwhile; nothing was written.");
            case InvoiceAnswer.NotOver(Instant closable) ->
                    throw Problem.of(
                                    ProblemCode.MONTH_NOT_OVER,
                                    "The month can be closed from " + closable + " on.")
                            .asException();
            case InvoiceAnswer.ClosedBefore() ->
                    throw Problem.of(ProblemCode.MONTH_CLOSED, ProblemCode.MONTH_CLOSED.meaning())
                            .asException();
        };
    }

    private static ProblemException later(String detail) {
        return Problem.later(ProblemCode.UNAVAILABLE, detail, SHORTLY).asException();
    }

    private static ProblemException fault(String pointer, String detail) {
        return Problem.faults(List.of(new Fault(pointer, detail))).asException();
    }
}
