package org.natter.planted.programme.web;

import org.springframework.beans.factory.annotation.Autowired;

class InjectsAField {

    @Autowired
    private Object somewhere;

    Object where() {
        return somewhere;
    }
}
