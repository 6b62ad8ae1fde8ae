package org.natter.web.services;

/** Whether two people had met before an evening. */
public enum Before {
    NEW,
    KNOWN
}
