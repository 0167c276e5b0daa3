package org.plumbline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, for machines and people alike: RFC 9457 problem details, with the same content as a page.
 *
 * @param type address of the kind of problem on the methods page
 * @param title short name of the kind, the same each time
 * @param status HTTP status
 * @param detail what happened here, and why it matters
 * @param instance address that was asked for
 * @param remedy what to do next (extension member)
 * @param reference number under which the log has more; only for faults of ours (extension member)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String remedy,
        @Nullable String reference) {

    /** Media type of the JSON form. */
    public static final String JSON = "application/problem+json";

    /** The problem of a status with the portal's own words; statuses without words of their own count as 400 or 500. */
    public static Problem of(Lang lang, int status, String instance) {
        int known = switch (status) {
            case 401, 403, 404, 405, 406, 410, 429, 503 -> status;
            default -> status >= 500 ? 500 : 400;
        };
        String key = "problem." + known + ".";
        String reference = known == 500 ? UUID.randomUUID().toString().substring(0, 8) : null;
        return new Problem(
                "/" + lang.code() + "/methods#problem-" + known,
                Labels.say(lang, key + "title"),
                status,
                Labels.say(lang, key + "detail"),
                instance,
                Labels.say(lang, key + "remedy"),
                reference);
    }

    /**
     * What a program asked for cannot be done, in both languages.
     *
     * @param key of the words that say why
     */
    public static Response refusal(int status, String key, UriInfo uri) {
        String said = Labels.say(Lang.ZH, key) + " " + Labels.say(Lang.EN, key);
        return Response.status(status)
                .type(JSON)
                .entity(of(Lang.EN, status, uri.getRequestUri().getRawPath()).saying(said))
                .build();
    }

    /** The same problem with a more exact account of what happened. */
    public Problem saying(String exactly) {
        return new Problem(type, title, status, exactly, instance, remedy, reference);
    }
}
