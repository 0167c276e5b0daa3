package org.plumbline.fact.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.plumbline.account.Actor;
import org.plumbline.account.Staff;
import org.plumbline.web.Labels;
import org.plumbline.web.Lang;

/** A mapping that is named reads the file, or says why it cannot, whenever the file is read. */
@QuarkusTest
class NamedMappingTest {
    private static final String MINISTRY = "community-facilities";

    @Inject
    Staff staff;

    @Inject
    IntakeWork work;

    @Inject
    Intake intake;

    @Test
    void the_ministrys_form_is_among_those_that_may_be_named() {
        assertThat(intake.mappings()).containsKey(MINISTRY);
        assertThat(intake.mappings().get(MINISTRY).zh()).isEqualTo("民政部社区综合服务设施表");
    }

    @Test
    void a_name_that_no_mapping_has_is_refused_before_anything_is_kept() {
        Actor officer = staff.actor(staff.with("district-officer"));
        assertThatThrownBy(() -> intake.take(handed("nobody's form"), officer))
                .isInstanceOfSatisfying(IntakeRefused.class, refused -> {
                    assertThat(refused.key()).isEqualTo("mapping");
                    assertThat(refused.status()).isEqualTo(400);
                });
        assertThat(Labels.say(Lang.EN, "refused.mapping")).contains("No mapping");
    }

    @Test
    void a_file_that_lacks_the_heads_of_the_named_mapping_is_not_read() throws Exception {
        Actor officer = staff.actor(staff.with("district-officer"));
        ImportJob job = QuarkusTransaction.requiringNew()
                .call(() -> intake.take(handed(MINISTRY), officer).job());
        work.readAlone(job.id);
        ImportJob read = QuarkusTransaction.requiringNew()
                .call(() -> ImportJob.byId(job.id).orElseThrow());
        assertThat(read.mapping).isEqualTo(MINISTRY);
        assertThat(read.state).isEqualTo(ImportJob.State.UNREADABLE);
        assertThat(read.faultEn).contains("the mapping " + MINISTRY, "单位名称");
    }

    /** A file in the program's own form, which is not looked at when another form is named. */
    private static Handed handed(String mapping) {
        byte[] bytes = "site,date,source,floorArea\nx,2026-01-01,Inspector,1\n".getBytes(StandardCharsets.UTF_8);
        return new Handed(ImportJob.Kind.FACTS, "form.csv", bytes, false, null, false, mapping, null);
    }
}
