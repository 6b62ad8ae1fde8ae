package org.natter.planted.programme;

/** What another feature can close a circle with. */
public class Visible {}
