package org.plumbline.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of places as the people who live there read them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PinyinTest {
    @ParameterizedTest
    @CsvSource({
        "莘庄镇, Xinzhuang Town",
        "长桥街道, Changqiao Subdistrict",
        "重庆市, Chongqing City",
        "大栅栏街道, Dashilan Subdistrict",
        "六安市, Lu'an City",
        "蚌埠市, Bengbu City",
        "乐清市, Yueqing City",
        "厦门市, Xiamen City",
        "吕梁市, Lüliang City",
        "莘县, Shenxian",
        "闵行区, Minhang District",
        "莘松一村居委会, Xinsong Yicun Residents' Committee",
        "红旗新村第五居委会, Hongqi Xincun No. 5 Residents' Committee",
        "绿地第十二社区居委会, Lüdi No. 12 Community Residents' Committee",
        "曹行村村委会, Caohang Village Villagers' Committee",
        "七宝第1片区党群服务中心（示范）, Qibao No. 1 Area Party-Masses Service Centre (model)",
        "ABC社区, ABC Community",
        "镇, Zhen",
    })
    void names_are_read_and_kinds_of_places_are_in_english(String chinese, String latin) {
        assertThat(Pinyin.name(chinese)).isEqualTo(latin);
    }

    @Test
    void an_official_name_comes_first_and_pinyin_says_what_it_is() {
        assertThat(Pinyin.english("Xinzhuang", "莘庄镇")).isEqualTo("Xinzhuang");
        assertThat(Pinyin.english(null, "莘庄镇")).isEqualTo("Xinzhuang Town (pinyin, automatic)");
    }

    @Test
    void a_name_is_found_by_characters_pinyin_and_first_letters() {
        assertThat(Pinyin.keys("莘庄镇"))
                .contains("莘庄镇", "庄镇", "xinzhuangzhen", "zhuangzhen", "xzz", "xinzhuang", "town")
                .doesNotContain("");
        assertThat(Pinyin.keys("长桥")).contains("changqiao", "cq", "qiao").doesNotContain("zhangqiao");
        assertThat(Pinyin.keys("绿地（一）")).contains("ludiyi", "lvdiyi", "绿地一");
        assertThat(Pinyin.words("Xīnzhuāng  Lǘ (2)")).containsExactly("xinzhuang", "lu", "2");
    }
}
