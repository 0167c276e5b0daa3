package org.plumbline.fact;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.plumbline.fact.mapping.MappedForms;
import org.plumbline.table.TableFile;

/** Whatever is handed in as a graph of facts, or as a table in somebody's own form: it obeys what {@link FactFileFuzzTest} asks. */
class ForeignFactsFuzzTest {
    private static final SiteLookup REGISTER = new SmallRegister();

    /** Every conversion that a mapping knows. */
    private static final String OWN = """
            @base <https://w3id.org/plumbline/mapping/> .
            @prefix csvw: <http://www.w3.org/ns/csvw#> .
            @prefix pl: <https://w3id.org/plumbline/ns#> .
            @prefix f: <https://w3id.org/plumbline/facts#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <ledger> a pl:Mapping , csvw:Schema ; dcterms:title "台账"@zh , "Ledger"@en ; pl:passOver "合计" ;
              pl:nested (
                [ pl:fact f:room ; pl:key "council" ; pl:repeatedBy "councilRooms" ; pl:wholeSet true ;
                  csvw:column ( [ csvw:virtual true ; csvw:propertyUrl f:roomKind ; csvw:default "council" ]
                                [ csvw:title "seats" ; csvw:propertyUrl f:roomSeats ] ) ] ) ;
              csvw:column (
                [ csvw:title "committee" ; csvw:propertyUrl pl:committeeCode ]
                [ csvw:virtual true ; csvw:propertyUrl pl:siteClass ; csvw:default "RS" ]
                [ csvw:title "seen" ; csvw:propertyUrl pl:observedOn ;
                  csvw:datatype [ csvw:base xsd:date ; csvw:format "dd/MM/yyyy" ] ]
                [ csvw:title "by" ; csvw:propertyUrl pl:source ; pl:codeList <sources> ; csvw:default "Manager" ]
                [ csvw:title "mu" ; csvw:propertyUrl f:floorArea ; pl:factor 666.666667 ; csvw:null "-" ]
                [ csvw:title "ramp" ; csvw:propertyUrl f:stepFreeRoute ;
                  csvw:datatype [ csvw:base xsd:boolean ; csvw:format "有|无" ] ]
                [ csvw:name "councilRooms" ; csvw:title "rooms" ] ) .
            <s/1> skos:inScheme <sources> ; skos:notation "科室" ; skos:exactMatch pl:Inspector .
            """;

    private static final ForeignForms FORMS =
            MappedForms.of(Map.of("ledger.ttl", OWN.getBytes(StandardCharsets.UTF_8)));

    @FuzzTest(maxDuration = "2m")
    void a_graph_is_recorded_or_comes_back_with_its_reasons(byte[] bytes) throws IOException {
        check(new TableFile("facts.ttl", bytes));
    }

    @FuzzTest(maxDuration = "2m")
    void json_ld_is_recorded_or_comes_back_with_its_reasons(byte[] bytes) throws IOException {
        check(new TableFile("facts.jsonld", bytes));
    }

    @FuzzTest(maxDuration = "2m")
    void a_table_of_other_people_is_recorded_or_comes_back_with_its_reasons(byte[] bytes) throws IOException {
        check(new TableFile("ledger.csv", bytes));
    }

    private static void check(TableFile file) throws IOException {
        FactContent content = FactFileFuzzTest.read(file, FORMS, REGISTER);
        if (content != null) {
            FactFileFuzzTest.lawful(content);
            FactFileFuzzTest.comesBackAsWorkbook(content, REGISTER);
        }
    }
}
