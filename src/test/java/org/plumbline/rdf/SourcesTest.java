package org.plumbline.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken Turtle: the line of the mistake itself, what is wrong and what to write instead. */
class SourcesTest {
    private static final String HEAD = """
            @prefix f: <https://w3id.org/plumbline/facts#> .
            @prefix pl: <https://w3id.org/plumbline/ns#> .
            """;

    /** In the samples / is a line end, and the first line has the number 3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <a> a f:RS/ f:exits 2 .               | 3 | ; is missing before f:exits. Write ; at the end of this line (or . if a new statement begins).
            <a> a f:RS # one//# two/ f:exits 2 .  | 3 | ; is missing before f:exits. Write ; at the end of this line
            <a> f:exits 2 f:name "b" .            | 3 | ; is missing before f:name. Write ; before it
            <a> a f:RS ; f:exits 2/<b> a f:RS .   | 3 | . is missing before <b>. Write . at the end of this line (or ; if the statement goes on).
            <a> a f:RS ; f:exits 2/f:b a f:RS .   | 3 | . is missing before f:b
            <a> f:x [ f:y 1/ f:z 2 ] .            | 3 | ; is missing before f:z. Write ; at the end of this line (or ] if it ends).
            <a> f:exits 2 ./ ; f:name "b" .       | 4 | ; goes on with a statement that a . has ended before.
            <a> a f:RS ;/ f:name “b” .            | 4 | “ is a sign of Chinese text and means nothing here. Write " instead.
            <a> a f:RS ;/ f:name "b” ;/ f:x 1 .   | 4 | the text that begins with "b” ; is not closed on its line. Write " instead of ”.
            <a> a f:RS ；/ f:exits 2 .            | 3 | ； is a sign of Chinese text and means nothing here. Write ; instead.
            <a> a f:RS；/ f:exits 2 .             | 3 | Write ; instead.
            <a> a f:RS ， f:VS .                  | 3 | Write , instead.
            <a> a f:RS 。/<b> a f:RS .            | 3 | Write . instead.
            <a> a f：RS .                         | 3 | ： is a sign of Chinese text and means nothing here. Write : instead.
            <a> f:x 【 f:y 1 ] .                  | 3 | Write [ instead.
            <a> f:name "；，。“”" ;/ f:x f:y f:z . | 4 | ; is missing before f:z.
            <a> a f:RS ;/ skos:note "b" .         | 4 | the prefix skos: is not declared in this file. Write @prefix skos: <http://www.w3.org/2004/02/skos/core#> . at its head.
            <a> a f:RS ;/ ff:exits 2 .            | 4 | the prefix ff: is not declared in this file. Write @prefix ff: <https://w3id.org/plumbline/code/ff/> . at its head if it is a code list, or use one that is declared: f: pl:.
            <a> f:name "b ;/ f:exits 2 .          | 3 | the text that begins with "b ; is not closed on its line. Write " at its end.
            <a> f:name ""`"b ;/ f:exits 2 .       | 3 | is closed nowhere
            <a> f:x [ f:y 1 ;/ f:z 2 .            | 4 | the [ of line 3 is not closed. Write ] before this . sign.
            <a> f:x ( 1 2 .                       | 3 | the ( of line 3 is not closed. Write ) before this . sign.
            <a> f:x [ f:y ( 1 2 ] .               | 3 | the ( of line 3 is not closed. Write ) before this ] sign.
            <a> f:x [ f:y 1                       | 3 | the [ of line 3 is not closed. Write ] at the end.
            <a> f:exits 2 ] .                     | 3 | ] closes nothing that is open.
            <a f:exits 2 .                        | 3 | an address that begins with < is not closed
            <a> f:x True .                        | 3 | True is no word of the language. Write true or false in small letters
            <a> f:exits 2 // two/ .               | 3 | a comment begins with #. Write # instead of
            <a> f:x 1 2 3 .                       | 3 | is missing before 2
            """)
    void broken_turtle_is_told_at_its_line_with_the_cure(String turtle, int line, String words) {
        Sources.Broken broken = broken(
                (HEAD + turtle.replaceAll("(?<!/)/(?!/)", "\n").replace("`", "")).getBytes(StandardCharsets.UTF_8));
        assertThat(broken.message()).contains(words).endsWith(".").doesNotContain("\n");
        assertThat(broken.place()).hasToString("a.ttl:" + line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a> a f:RS .\n<a> pl:note <<( <a> f:exits 2 )>> .",
                "<a> a f:RS .\n<< <a> f:exits 2 >> pl:note \"b\" .",
                "<a> a f:RS .\n<a> f:exits 2 {| pl:note \"b\" |} .",
                "<a> a f:RS .\n<a> f:exits 2 ~ <r> .",
            })
    void a_triple_as_a_thing_of_its_own_is_refused_at_its_line(String turtle) {
        Sources.Broken broken = broken((HEAD + turtle).getBytes(StandardCharsets.UTF_8));
        assertThat(broken.message()).startsWith("a triple stands here as a thing of its own");
        assertThat(broken.place()).hasToString("a.ttl:4");
    }

    @Test
    void what_is_not_a_common_mistake_keeps_the_words_of_the_parser() {
        assertThat(broken("<a> <b> \"\\q\" .".getBytes(StandardCharsets.UTF_8)).message())
                .contains("escape")
                .endsWith(". Mend the syntax here.");
    }

    @Test
    void another_encoding_is_named_and_a_byte_order_mark_at_the_beginning_is_none() {
        String turtle = HEAD + "<a> f:name \"面积\" .\n";
        assertThat(broken(turtle.getBytes(Charset.forName("GB18030"))))
                .hasToString(new Sources.Broken(
                                new Sources.Place("a.ttl", 3, 1),
                                "the file is not UTF-8 here, it may be GBK, and what it says would be garbled. "
                                        + "Save it again with the encoding UTF-8.")
                        .toString());
        for (Charset wide :
                new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            assertThat(broken(turtle.getBytes(wide)).message()).contains("it may be UTF-16");
        }
        assertThat(read(("\uFEFF" + turtle).getBytes(StandardCharsets.UTF_8)).broken())
                .isEmpty();
        assertThat(broken((HEAD + "\uFEFF" + turtle).getBytes(StandardCharsets.UTF_8)))
                .satisfies(broken -> assertThat(broken.message()).contains("an invisible sign (U+FEFF)"))
                .satisfies(broken -> assertThat(broken.place().line()).isEqualTo(3));
    }

    private static Sources.Broken broken(byte[] turtle) {
        assertThat(read(turtle).broken()).hasSize(1);
        return read(turtle).broken().getFirst();
    }

    private static Sources read(byte[] turtle) {
        Sources sources = new Sources();
        sources.read("a.ttl", turtle, "http://example.org/");
        return sources;
    }
}
