package org.natter.attendee.cpd;

/** Makes files of sheets that look like paper. */
public interface SheetPrinter {

    /** @throws NotPrintable if the sheet has letters that cannot be drawn */
    byte[] print(Sheet sheet);
}
