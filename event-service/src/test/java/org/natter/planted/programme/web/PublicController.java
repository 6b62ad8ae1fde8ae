package org.natter.planted.programme.web;

/** Public, though an edge. */
public class PublicController {}
