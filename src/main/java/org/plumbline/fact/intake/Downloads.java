package org.plumbline.fact.intake;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Files given back, under their names (RFC 6266). */
final class Downloads {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Downloads() {}

    static Response of(Intake.Back file) {
        String plain = file.name().replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(file.bytes(), file.name().endsWith(".csv") ? "text/csv;charset=UTF-8" : XLSX)
                .header("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded)
                .header("Cache-Control", "no-store")
                .build();
    }
}
