package org.natter.web.services;

/** The token of a mailed link, where a press or a look takes nothing else along. */
public record Link(LinkToken token) {}
