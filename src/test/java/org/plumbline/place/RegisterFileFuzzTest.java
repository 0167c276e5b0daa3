package org.plumbline.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.plumbline.place.RegisterChange.Closed;
import org.plumbline.place.RegisterChange.PlaceState;
import org.plumbline.place.RegisterChange.SiteState;
import org.plumbline.place.RegisterForm.Heads;
import org.plumbline.place.RegisterRow.Checked;
import org.plumbline.place.RegisterSheet.SheetRow;
import org.plumbline.place.RowAnswer.Refused;
import org.plumbline.table.UnreadableFile;

/** Whatever bytes stand in a register: each row states something well formed, or is refused in one line and can be handed in again. */
class RegisterFileFuzzTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final int LONGEST_NAME = 200;
    private static final String UNSEEN = "[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]";

    @FuzzTest(maxDuration = "2m")
    void rows_state_something_well_formed_or_come_back_with_their_reasons(byte[] bytes) {
        assertTimeout(SOON, () -> {
            RegisterFile file = RegisterFile.of("register.csv", bytes);
            List<Refused> refused = read(file);
            if (refused == null || refused.isEmpty()) {
                return;
            }
            // Handed in again as it came back, and once more: the same rows are refused for the same reasons.
            RegisterFile again = comesBack(file, refused);
            List<Refused> second = read(again);
            assertThat(second).hasSameSizeAs(refused);
            assertThat(read(comesBack(again, second))).hasSameSizeAs(refused);
        });
    }

    /** The rows refused by themselves; null where the heads or the whole file are at fault. */
    private static List<Refused> read(RegisterFile file) throws IOException {
        List<Refused> refused = new ArrayList<>();
        try (RegisterFile.Content content = file.read()) {
            for (RegisterSheet sheet : content.sheets()) {
                Iterator<SheetRow> rows = sheet.rows();
                if (rows.hasNext()) {
                    SheetRow first = rows.next();
                    switch (RegisterForm.of(first.at(), first.cells())) {
                        case Heads.Unknown(var why) -> {
                            told(why);
                            return null;
                        }
                        case Heads.Known heads -> rows.forEachRemaining(row -> check(heads, row, refused));
                    }
                }
            }
        } catch (CharacterCodingException | CsvParseException | UnreadableFile unreadable) {
            return null;
        }
        return refused;
    }

    private static void check(Heads.Known heads, SheetRow row, List<Refused> refused) {
        Checked checked = RegisterRow.check(heads, row, FROM);
        assertThat(checked.at()).isEqualTo(row.at());
        switch (checked) {
            case Checked.Bad(var why) -> {
                told(why);
                refused.add(why);
            }
            case Checked.Stated stated -> {
                wellFormed(stated.state());
                stated.above().forEach(RegisterFileFuzzTest::wellFormed);
            }
        }
    }

    private static void wellFormed(RegisterChange change) {
        assertThat(change.code()).matches("[0-9A-Za-z][0-9A-Za-z-]{1,31}");
        assertThat(change.within()).allSatisfy(place -> assertThat(place).matches("[0-9A-Za-z][0-9A-Za-z-]{1,31}"));
        switch (change) {
            case PlaceState place -> named(place.names());
            case SiteState site -> {
                named(site.names());
                site.addresses().forEach(RegisterFileFuzzTest::text);
            }
            case Closed closed -> assertThat(closed.successors()).doesNotContain(closed.code());
        }
    }

    private static void named(RegisterChange.Names names) {
        text(names.zh());
        names.aliases().forEach(RegisterFileFuzzTest::text);
        if (names.en() != null) {
            text(names.en());
        }
    }

    private static void text(String text) {
        assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_NAME).doesNotContainPattern(UNSEEN);
    }

    private static void told(Refused refused) {
        for (String language : List.of("zh", "en")) {
            assertThat(refused.message(language)).isNotBlank().doesNotContainPattern(UNSEEN);
        }
    }

    private static RegisterFile comesBack(RegisterFile file, List<Refused> refused) throws IOException {
        RefusedRegister back = new RefusedRegister(file);
        refused.forEach(back);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        back.write(out);
        return RegisterFile.of(back.name(), out.toByteArray());
    }
}
