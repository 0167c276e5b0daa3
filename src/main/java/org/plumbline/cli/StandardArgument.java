package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.plumbline.standard.Edition;
import org.plumbline.standard.Finding;
import org.plumbline.standard.Linter;
import org.plumbline.standard.StandardFolder;

/** An edition named on the command line by its folder. */
final class StandardArgument {
    private StandardArgument() {}

    /** Reads and checks the edition in {@code folder}, with every warning. */
    static Linter.Result lint(Path folder) {
        return Linter.lint(files(folder));
    }

    private static StandardFolder files(Path folder) {
        try {
            return StandardFolder.of(folder);
        } catch (IOException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /** The edition in {@code folder}, which must be well formed. */
    static Edition edition(Path folder) {
        Linter.Result result = Linter.check(files(folder));
        Edition edition = result.edition();
        if (!result.fine() || edition == null) {
            Finding first = result.findings().stream()
                    .filter(Finding::error)
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure(folder + " holds no edition. Name an edition's folder."));
            throw new CommandFailure(
                    folder + " is not well formed: " + first + " Run plumbline lint " + folder + " to see all.");
        }
        return edition;
    }
}
