package org.natter.web.planted;

/** A name that says nothing: breaks a rule on purpose. */
final class PageHelper {

    private PageHelper() {}
}
