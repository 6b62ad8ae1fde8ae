package org.natter.planted.kettle.web;

import java.io.ObjectInputStream;

/** Planted: objects in a stream. */
record StreamsObjects(ObjectInputStream stream) {}
