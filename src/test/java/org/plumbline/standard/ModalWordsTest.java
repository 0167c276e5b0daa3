package org.plumbline.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.rulebook.Obligation;

/** Where wording and obligation of a clause disagree, and the many words that only look like it. */
class ModalWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SHALL  | 面积宜不小于30 m²。                   | 宜
            SHALL  | 面积不宜小于30 m²。                   | 宜
            SHALL  | 可设一个安全出口。                    | 可
            SHALL  | 宜设供应点、应急灯和相应标识。        | 宜
            SHALL  | 宜设会议室，可与其他站点共用。        | 宜 and 可
            SHOULD | 面积不应小于30 m²。                   | 应
            SHOULD | 场所应当设在适宜的位置。              | 应
            SHOULD | 服务提供应符合规定。                  | 应
            MAY    | 应增设党群服务站。                    | 应
            MAY    | 宜增设党群服务站。                    | 宜
            MAY    | 增设前应取得许可。                    | 应
            """)
    void another_word_without_its_own_is_told(Obligation obligation, String wording, String others) {
        assertThat(ModalWords.others(obligation, wording)).isEqualTo(others);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SHALL  | 应设会议室，宜有窗，可与其他站点共用。
            SHALL  | 出口不应少于2个；可设1个的除外。
            SHALL  | 安全出口不得锁闭，可采用推杆锁。
            SHALL  | 必须按因地制宜的办法办理有关事宜。
            SHALL  | 环境适宜、宜居，价格便宜。
            SHALL  | 经许可方可开放，居民可以预约。
            SHALL  | 资料可靠、可查阅，设可移动的座椅，缺一不可。
            SHOULD | 宜配备，配备的应每日检查。
            SHOULD | 设相应的应急供应点，及时响应，与需求对应，适应变化，发挥效应。
            SHOULD | 鼓励居民参与，参与的应登记。
            SHOULD | 提高应对突发事件和应用设备的能力。
            MAY    | 可增设党群服务站，增设的应符合5.1。
            MAY    | 居民可以提出申请，申请应写明理由。
            MAY    | 允许共用场所，共用的宜签协议。
            MAY    | 不必另设办公室。
            """)
    void its_own_word_or_a_word_that_only_looks_like_another_is_not(Obligation obligation, String wording) {
        assertThat(ModalWords.others(obligation, wording)).isEmpty();
    }

    @Test
    void lint_warns_at_the_line_of_the_wording() {
        String changed = SoundEdition.CLAUSES.replaceFirst("pl:obligation pl:Shall", "pl:obligation pl:Should");
        assertThat(SoundEdition.lint(Map.of("chapter-1.ttl", changed)).findings())
                .singleElement()
                .hasToString(
                        "chapter-1.ttl:13: warning: clause 1.1: The wording says 应 and not 宜, but the obligation is "
                                + "pl:Should, so that people read another duty than is counted. Correct pl:text or pl:obligation "
                                + "(应 pl:Shall, 宜 pl:Should, 可 pl:May).");
    }

    @Test
    void a_case_is_held_against_its_own_wording_and_obligation() {
        String changed = SoundEdition.CLAUSES.replace(
                SoundEdition.CHECK,
                "pl:cases (\n[ pl:obligation pl:May ;\n pl:text \"宜大。\"@zh , \"Large.\"@en ;\n" + SoundEdition.CHECK
                        + " ] ) ;");
        assertThat(SoundEdition.lint(Map.of("chapter-1.ttl", changed)).findings())
                .filteredOn(finding -> !finding.error())
                .extracting(finding -> finding.place().line())
                .containsExactly(19L);
    }
}
