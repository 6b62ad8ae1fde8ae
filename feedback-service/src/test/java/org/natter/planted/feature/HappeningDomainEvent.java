package org.natter.planted.feature;

public interface HappeningDomainEvent {}
