package org.natter.planted.feature.web;

import org.springframework.beans.factory.annotation.Value;

class FieldInjected {
    @Value("${natter}")
    private String natter = "";
}
