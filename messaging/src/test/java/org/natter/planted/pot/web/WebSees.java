package org.natter.planted.pot.web;

/** Planted: a public type of an edge. */
public interface WebSees {}
