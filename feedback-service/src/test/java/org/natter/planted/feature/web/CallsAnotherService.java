package org.natter.planted.feature.web;

import java.net.http.HttpClient;

class CallsAnotherService {
    HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
