package org.natter.feedback.invitation;

/** The cast of the Riverside pub evening. */
public final class Cast {

    public static final EventId RIVERSIDE = new EventId("4be3f1d09c5a4e7f8a6b2c1d0e9f8a7b");
    public static final RegionId FENLAND = new RegionId("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
    public static final AttendanceId WREN = new AttendanceId("9f8e7d6c5b4a39281706f5e4d3c2b1a0");
    public static final AttendanceId SAMIR = new AttendanceId("1a2b3c4d5e6f708192a3b4c5d6e7f809");
    public static final AttendanceId VIVIEN = new AttendanceId("c0ffee00c0ffee00c0ffee00c0ffee00");
    public static final AttendanceId TOBIAS = new AttendanceId("70b1a570b1a570b1a570b1a570b1a570");

    private Cast() {}
}
