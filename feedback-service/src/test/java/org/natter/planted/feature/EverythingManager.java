package org.natter.planted.feature;

public class EverythingManager {}
