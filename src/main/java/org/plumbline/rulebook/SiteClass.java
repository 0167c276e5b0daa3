package org.plumbline.rulebook;

/** A class of sites, such as RS; its index in the rulebook is its bit in a class mask. */
public record SiteClass(String name, Text label) {}
