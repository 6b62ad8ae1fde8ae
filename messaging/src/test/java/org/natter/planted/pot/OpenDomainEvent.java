package org.natter.planted.pot;

/** Planted: a family that anybody joins. */
interface OpenDomainEvent {}
