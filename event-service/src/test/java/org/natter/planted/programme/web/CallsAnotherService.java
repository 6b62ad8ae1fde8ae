package org.natter.planted.programme.web;

import java.net.http.HttpClient;

class CallsAnotherService {

    HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
