package org.natter.local.story;

/** An event that is over, and how many will be asked in three months whether anything came of it. */
record PastEvent(PublishedEvent evening, int toAskAgain) {}
