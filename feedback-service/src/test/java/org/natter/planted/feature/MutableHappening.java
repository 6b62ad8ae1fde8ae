package org.natter.planted.feature;

public class MutableHappening implements HappeningDomainEvent {}
