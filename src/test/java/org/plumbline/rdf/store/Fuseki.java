package org.plumbline.rdf.store;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A SPARQL server in a process of its own: Apache Jena Fuseki of another major version than the program's Jena. */
final class Fuseki implements AutoCloseable {
    private static final String SETTINGS = """
            PREFIX fuseki: <http://jena.apache.org/fuseki#>
            PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
            [] a fuseki:Service ; fuseki:name "plumbline" ;
              fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "query" ] ;
              fuseki:endpoint [ fuseki:operation fuseki:update ; fuseki:name "update" ] ;
              fuseki:dataset [ a tdb2:DatasetTDB2 ; tdb2:location "--mem--" ; tdb2:unionDefaultGraph true ] .
            """;

    private final Process process;
    private final String address;

    private Fuseki(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static Fuseki start(Path folder) throws IOException, InterruptedException {
        Path settings = Files.writeString(folder.resolve("fuseki.ttl"), SETTINGS);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder command = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                Path.of("target", "fuseki", "jena-fuseki-server.jar")
                        .toAbsolutePath()
                        .toString(),
                "--conf",
                settings.toString(),
                "--port",
                Integer.toString(port),
                "--localhost"));
        command.directory(folder.toFile());
        command.environment().put("FUSEKI_BASE", folder.resolve("base").toString());
        File log = folder.resolve("fuseki.log").toFile();
        Fuseki fuseki = new Fuseki(
                command.redirectErrorStream(true).redirectOutput(log).start(), "http://localhost:" + port + "/");
        fuseki.await(log);
        return fuseki;
    }

    private void await(File log) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ping = HttpRequest.newBuilder(URI.create(address + "plumbline/query?query=ASK%7B%7D"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            for (int i = 0; i < 240 && process.isAlive(); i++) {
                try {
                    if (client.send(ping, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not there yet.
                }
                Thread.sleep(250);
            }
        }
        throw new IllegalStateException("Fuseki did not open: " + Files.readString(log.toPath()));
    }

    RemoteStore store() {
        RemoteStore store = new RemoteStore(
                URI.create(address + "plumbline/query"),
                URI.create(address + "plumbline/update"),
                HttpClient.newHttpClient());
        store.checkUnion();
        return store;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
