package org.natter.attendee.cpd;

/** Makes files of sheets that look like paper. */
public interface SheetPrinter {

    /** @throws NotPrintable if the sheet has letters that cannot be drawn, is too long, or too many are asked for at once */
    byte[] print(Sheet sheet);
}
