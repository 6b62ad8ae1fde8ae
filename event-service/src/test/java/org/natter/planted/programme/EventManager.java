package org.natter.planted.programme;

class EventManager {}
