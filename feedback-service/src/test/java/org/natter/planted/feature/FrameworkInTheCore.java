package org.natter.planted.feature;

import org.springframework.stereotype.Component;

@Component
public class FrameworkInTheCore {}
