package org.natter.planted.feature.model;

public class LayerPackage {}
