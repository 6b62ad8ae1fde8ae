package org.natter.attendee.history;

import java.util.Optional;

/**
 * The figures of one event about which somebody answered ({@code measures.md}, section 6).
 *
 * @param spokenTo absent as long as whom they spoke to was not asked yet
 * @param inTheRoom n, how many were there; 0 if no check-in was taken
 */
public record EveningMeasures(
        Optional<SpokenTo> spokenTo,
        KnowAgain knowAgain,
        SectorCount kinds,
        NewFaces newFaces,
        SectorMix sectorMix,
        int inTheRoom) {}
