package org.plumbline.web;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who runs the portal, told in the foot of every page; what is not set is not shown. */
@ConfigMapping(prefix = "plumbline.footer")
public interface FooterConfig {
    /** The office that runs the portal, in Chinese. */
    Optional<String> operator();

    /** The same in English; without it the Chinese name stands on English pages too. */
    Optional<String> operatorEn();

    /** Where the office can be reached: a telephone number, an address. */
    Optional<String> contact();

    /** Where errors are reported: an address that begins with {@code mailto:} or {@code https://}. */
    Optional<String> errors();

    /** Filing number of the site (ICP备案号), such as 沪ICP备00000000号. */
    Optional<String> filing();

    /** Filing number with the police (公安联网备案号), such as 沪公网安备 00000000000000号. */
    Optional<String> policeFiling();
}
