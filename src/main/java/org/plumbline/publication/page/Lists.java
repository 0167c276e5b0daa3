package org.plumbline.publication.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.plumbline.report.Print;
import org.plumbline.web.Problem;

/** Answers with a list: CSV, JSON or a workbook. One that is too long is refused with what to do. */
@ApplicationScoped
class Lists {
    /** A long one takes some hundred megabytes while it is made. */
    private static final int WORKBOOKS_AT_ONCE = 2;

    private final Semaphore workbooks = new Semaphore(WORKBOOKS_AT_ONCE);
    private final Shots shots;
    private final Papers papers;
    private final Answers answers;

    Lists(Shots shots, Papers papers, Answers answers) {
        this.shots = shots;
        this.papers = papers;
        this.answers = answers;
    }

    /**
     * A list in one of its forms, of the edition that a parameter asks for.
     *
     * @param form csv, json or xlsx
     * @param edition key of the edition; empty for the first
     * @param make makes the list of what is published
     */
    Response answer(String form, String edition, UriInfo uri, Function<Shot, Listing> make) {
        return answer(form, uri, () -> shots.need(edition), make);
    }

    /** The same of the edition that the address itself names. */
    Response named(String form, String edition, UriInfo uri, Function<Shot, Listing> make) {
        return answer(form, uri, () -> shots.named(edition), make);
    }

    private Response answer(String form, UriInfo uri, Supplier<Shot> shown, Function<Shot, Listing> make) {
        try {
            return answers.data(type(form), () -> {
                Shot shot = shown.get();
                Listing listing = make.apply(shot);
                return switch (form) {
                    case "csv" -> listing.csv();
                    case "json" -> listing.json();
                    default -> workbook(shot, listing, form);
                };
            });
        } catch (Listing.TooLong e) {
            return Problem.refusal(400, "list.toolong", uri);
        }
    }

    private byte[] workbook(Shot shot, Listing listing, String form) {
        workbooks.acquireUninterruptibly();
        try {
            return papers.write(papers.list(shot, listing), Print.of(form));
        } finally {
            workbooks.release();
        }
    }

    private static String type(String form) {
        return switch (form) {
            case "csv" -> "text/csv;charset=UTF-8";
            case "json" -> "application/json";
            default -> Print.of(form).form().type();
        };
    }
}
