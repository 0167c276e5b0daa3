package org.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Holds files against PDF/A-3a and PDF/UA-1 with veraPDF. */
public final class Archive {
    private Archive() {}

    /** Fails when a rule of either is broken, with the rules. */
    public static void check(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, 20, false, false, false)) {
                var result = validator.validate(parser);
                assertThat(result.getTestAssertions()).as("%s", flavour).isEmpty();
                assertThat(result.isCompliant()).isTrue();
            }
        }
    }
}
