package org.plumbline.account.page;

import org.plumbline.account.Act;

/** Something that an office does once, before a new portal has figures to show. Each room says its own; the desk shows what is left. */
public interface FirstStep {
    /** Place in the order, from 1. */
    int number();

    /** Key of its words: {@code start.KEY} is the heading, {@code start.KEY.line} says how. */
    String key();

    /** Language-free address of the page where it is done. */
    String path();

    /** The right that it needs. */
    Act act();

    /** Whether it has been done. */
    boolean done();
}
