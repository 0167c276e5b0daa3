package org.plumbline.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.rulebook.json.Json;

/** The keeper of a portal, signed in over HTTP as a program that holds a session. */
final class Keeper implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String cookie;

    /** Signs in. */
    Keeper(Portal portal) throws Exception {
        address = portal.address();
        cookie = post("/zh/sign-in", "login=" + Portal.KEEPER + "&password=" + Portal.PASSWORD.replace(' ', '+'), "")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
    }

    /** The same session at another server. */
    Keeper(Keeper other, Portal portal) {
        address = portal.address();
        cookie = other.cookie;
    }

    /** What an address answers. */
    HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path, cookie).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form. */
    HttpResponse<String> post(String path, String form) throws Exception {
        return post(path, form, cookie);
    }

    private HttpResponse<String> post(String path, String form, String with) throws Exception {
        return client.send(
                request(path, with)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String with) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Sec-Fetch-Site", "same-origin");
        return with.isEmpty() ? request : request.header("Cookie", with);
    }

    /** Hands a file of facts in; the address of the import without the server, once it is kept. */
    String handIn(String name, String csv) throws Exception {
        HttpResponse<String> kept = client.send(
                request("/api/imports?name=" + name, cookie)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(csv, StandardCharsets.UTF_8))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (kept.statusCode() != 202) {
            throw new IllegalStateException(kept.body());
        }
        return kept.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /** An import when it has ended; waits two minutes for it. */
    Map<String, Object> ended(String location) throws Exception {
        for (int i = 0; i < 480; i++) {
            Map<String, Object> job = Json.readObject(get(location).body());
            if (!List.of("waiting", "reading").contains(String.valueOf(job.get("state")))) {
                return job;
            }
            Thread.sleep(250);
        }
        throw new IllegalStateException("The import " + location + " did not end in two minutes");
    }

    @Override
    public void close() {
        client.close();
    }
}
