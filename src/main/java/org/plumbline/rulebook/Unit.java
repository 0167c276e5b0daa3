package org.plumbline.rulebook;

/** A unit of measure: its UCUM code and how it is written after a number. */
public record Unit(String ucum, Text symbol) {}
