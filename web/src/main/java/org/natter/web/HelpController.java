package org.natter.web;

import org.natter.web.settings.WebSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Help, in the same place on every page. */
@Controller
class HelpController {

    private final String contact;

    HelpController(WebSettings settings) {
        this.contact = settings.contact();
    }

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("contact", contact);
        return "web/help";
    }
}
