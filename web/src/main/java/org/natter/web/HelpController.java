package org.natter.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Help, in the same place on every page. */
@Controller
class HelpController {

    @GetMapping("/help")
    String help() {
        return "web/help";
    }
}
