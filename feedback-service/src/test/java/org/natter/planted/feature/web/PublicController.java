package org.natter.planted.feature.web;

public class PublicController {}
