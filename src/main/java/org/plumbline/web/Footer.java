package org.plumbline.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in the foot of every page about who runs the portal. Templates reach it as {@code inject:footer}. */
@Named("footer")
@ApplicationScoped
public class Footer {
    private static final String FILINGS = "https://beian.miit.gov.cn/";
    private static final String POLICE_FILINGS = "https://beian.mps.gov.cn/";
    private static final List<String> SCHEMES = List.of("mailto:", "https://");

    private final FooterConfig config;

    /**
     * @throws IllegalArgumentException when the address for errors is none that a link may lead to
     */
    Footer(FooterConfig config) {
        this.config = config;
        Optional<String> errors = config.errors();
        if (errors.isPresent() && SCHEMES.stream().noneMatch(errors.get()::startsWith)) {
            throw new IllegalArgumentException("plumbline.footer.errors is \"" + errors.get()
                    + "\", which no link may lead to. Let it begin with mailto: or https://.");
        }
    }

    /**
     * One line.
     *
     * @param label key of the words before it
     * @param words what it says
     * @param href where it leads; null when it leads nowhere
     */
    public record Line(String label, String words, @Nullable String href) {}

    /** The lines that are set, in their order. */
    public List<Line> lines(Page page) {
        Optional<String> operator =
                page.zh() ? config.operator() : config.operatorEn().or(config::operator);
        return Stream.of(
                        operator.map(words -> new Line("foot.operator", words, null)),
                        config.contact().map(words -> new Line("foot.contact", words, null)),
                        config.errors().map(address -> new Line("foot.errors", page.say("foot.errors.go"), address)),
                        config.filing().map(number -> new Line("foot.filing", number, FILINGS)),
                        config.policeFiling().map(number -> new Line("foot.police", number, POLICE_FILINGS)))
                .flatMap(Optional::stream)
                .toList();
    }
}
