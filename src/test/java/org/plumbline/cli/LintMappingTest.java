package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.standard.MappingFiles;
import picocli.CommandLine;

/** {@code plumbline lint} of a file of mappings. */
class LintMappingTest {
    @TempDir
    private Path folder;

    @Test
    void a_mapping_that_is_well_formed_says_so() throws IOException {
        Path file = folder.resolve("community-facilities.ttl");
        Files.write(file, MappingFiles.packed().get("community-facilities.ttl"));
        assertThat(run(file, 0)).contains("0 to mend. 1 mapping.");
    }

    @Test
    void facts_beside_the_mappings_are_known() throws IOException {
        Path mappings = Files.createDirectories(folder.resolve("mappings"));
        Path file = mappings.resolve("own.ttl");
        String mapping = new String(
                        MappingFiles.packed().get("community-facilities.ttl"), java.nio.charset.StandardCharsets.UTF_8)
                .replace("f:officeArea", "f:deskArea");
        Files.writeString(file, mapping);
        assertThat(run(file, 1))
                .contains("own.ttl:", "column officeArea: ", "facts#deskArea> is no fact", "1 to mend.");
        Files.createDirectories(folder.resolve("facts"));
        Files.writeString(folder.resolve("facts/own.ttl"), """
                @prefix f: <https://w3id.org/plumbline/facts#> .
                @prefix pl: <https://w3id.org/plumbline/ns#> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                @prefix cccev: <http://data.europa.eu/m8g/> .
                f:deskArea a cccev:InformationConcept ; skos:prefLabel "桌面面积"@zh , "Area of desks"@en ;
                  pl:question "多少？"@zh , "How much?"@en ; pl:datatype xsd:decimal ; pl:unit "m2" ;
                  pl:observer pl:Manager ; pl:limit [ pl:from 0 ; pl:to 1000 ] .
                """);
        assertThat(run(file, 0)).contains("0 to mend");
    }

    private static String run(Path file, int code) {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new LintCommand()).setOut(new PrintWriter(out));
        assertThat(command.execute(file.toString())).as(out.toString()).isEqualTo(code);
        return out.toString();
    }
}
