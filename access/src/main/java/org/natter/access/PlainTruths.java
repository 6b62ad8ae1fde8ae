package org.natter.access;

import org.springframework.beans.propertyeditors.CustomBooleanEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** In queries, too, only {@code true} and {@code false} are yes and no, as descriptions say; numbers and other words are neither. */
@ControllerAdvice
final class PlainTruths {

    @InitBinder
    void truths(WebDataBinder binder) {
        binder.registerCustomEditor(boolean.class, new CustomBooleanEditor("true", "false", false));
        binder.registerCustomEditor(Boolean.class, new CustomBooleanEditor("true", "false", false));
    }
}
