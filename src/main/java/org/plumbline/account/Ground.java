package org.plumbline.account;

/** What accounts need to know of the land: which place stands in which. The register answers. */
public interface Ground {
    /**
     * Whether a place or site is an area or stands in it now, directly or through other places.
     *
     * @param code code of the place or site
     * @param area code of the place or site where a role holds
     */
    boolean within(String code, String area);

    /** Whether the register has, or had, a place or site of this code. */
    boolean knows(String code);
}
